package io.github.miscope.inference;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/** Rows in groups, within which they are shuffled. */
final class Groups {

  private Groups() {}

  /** The rows of each level, ascending. */
  static int[][] ofLevels(int[] levels) {
    int count = Arrays.stream(levels).max().orElse(-1) + 1;
    int[] sizes = new int[count];
    for (int level : levels) {
      sizes[level]++;
    }
    int[][] groups = new int[count][];
    Arrays.setAll(groups, g -> new int[sizes[g]]);
    for (int i = levels.length - 1; i >= 0; i--) {
      groups[levels[i]][--sizes[levels[i]]] = i;
    }
    return groups;
  }

  static int[] shuffledWithin(int[][] groups, int n, UniformRandomProvider random) {
    int[] order = new int[n];
    for (int[] group : groups) {
      int[] shuffled = group.clone();
      PermutationSampler.shuffle(random, shuffled);
      for (int i = 0; i < group.length; i++) {
        order[group[i]] = shuffled[i];
      }
    }
    return order;
  }
}
