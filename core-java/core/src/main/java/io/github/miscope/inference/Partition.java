package io.github.miscope.inference;

import io.github.miscope.sample.Seed;
import java.util.Arrays;
import org.apache.commons.rng.sampling.PermutationSampler;

/** Cuts rows into parts whose sizes differ by at most one, and shuffles them. */
final class Partition {

  private Partition() {}

  static int[][] random(int n, int parts, Seed seed, int repeat) {
    Seed own = seed.derive("parts", parts).derive("partition", repeat);
    int[] order = PermutationSampler.natural(n);
    PermutationSampler.shuffle(own.generator(), order);
    int[][] rows = cut(order, parts);
    for (int[] part : rows) {
      Arrays.sort(part);
    }
    return rows;
  }

  /** Parts that keep rows together with their copies; their sizes differ by a unit or so. */
  static int[][] random(RepeatedRows repeated, int parts, Seed seed, int repeat) {
    int[][] units = random(repeated.units().length, parts, seed, repeat);
    Arrays.setAll(units, part -> repeated.rows(units[part]));
    return units;
  }

  static int[][] contiguous(int n, int parts) {
    return cut(PermutationSampler.natural(n), parts);
  }

  static int[][] cut(int[] order, int parts) {
    int[][] rows = new int[parts][];
    for (int j = 0; j < parts; j++) {
      int from = (int) ((long) order.length * j / parts);
      int to = (int) ((long) order.length * (j + 1) / parts);
      rows[j] = Arrays.copyOfRange(order, from, to);
    }
    return rows;
  }
}
