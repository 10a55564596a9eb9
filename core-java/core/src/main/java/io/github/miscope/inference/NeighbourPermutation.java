package io.github.miscope.inference;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.parallel.Blocks;
import io.github.miscope.sample.ColumnKind;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/** Rows exchanged among neighbours in z: Runge 2018, Algorithm 1. */
record NeighbourPermutation(Variable z, int neighbours) implements PermutationScheme {

  /** The table of neighbours has so many columns. */
  private static final int MAX_NEIGHBOURS = 1000;

  NeighbourPermutation {
    Check.between("neighbours", neighbours, 2, MAX_NEIGHBOURS);
  }

  @Override
  public Permutations permutations(int n, int wanted, Seed seed) {
    LevelPermutation.requireRows(z, n);
    int[][] near = neighbourhoods();
    return new Permutations(
        wanted, b -> draw(near, seed.derive("permutation", b).generator()), toString());
  }

  /** Rows in random order take the first of their neighbours, in random order, that is free. */
  private static int[] draw(int[][] near, UniformRandomProvider random) {
    int n = near.length;
    int[] turn = PermutationSampler.natural(n);
    PermutationSampler.shuffle(random, turn);
    boolean[] used = new boolean[n];
    int[] order = new int[n];
    for (int i : turn) {
      int[] candidates = near[i].clone();
      PermutationSampler.shuffle(random, candidates);
      int taken = candidates[candidates.length - 1];
      for (int candidate : candidates) {
        if (!used[candidate]) {
          taken = candidate;
          break;
        }
      }
      used[taken] = true;
      order[i] = taken;
    }
    return order;
  }

  /** For each row those nearest to it among the rows of its level, itself first. */
  private int[][] neighbourhoods() {
    int n = z.n();
    Optional<Variable> discrete = z.part(ColumnKind.DISCRETE);
    int[] levels = discrete.map(Variable::levels).orElseGet(() -> new int[n]);
    int[][] groups = Groups.ofLevels(levels);
    int[][] near = new int[n][];
    try {
      double[][] columns =
          z.part(ColumnKind.CONTINUOUS)
              .map(part -> Scaling.rank().apply(part).columns())
              .orElseGet(() -> new double[0][]);
      Blocks.run(
          n,
          Math.max(1, (1 << 20) / n),
          () ->
              (from, to) -> {
                for (int i = from; i < to; i++) {
                  near[i] = nearest(i, groups[levels[i]], columns);
                }
              });
    } catch (CancellationException e) {
      throw EstimationInterruptedException.of(e);
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException("the search for neighbours in z stopped", e);
    }
    return near;
  }

  /** By insertion into a short sorted list; among equally far ones the earlier row. */
  private int[] nearest(int i, int[] group, double[][] columns) {
    int size = Math.min(neighbours, group.length);
    int[] best = new int[size];
    double[] distances = new double[size];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    for (int row : group) {
      // The row itself is first, whatever ties there are.
      double distance = row == i ? -1 : 0;
      for (double[] column : columns) {
        distance = row == i ? -1 : Math.max(distance, Math.abs(column[row] - column[i]));
      }
      int place = size;
      while (place > 0 && distance < distances[place - 1]) {
        place--;
      }
      if (place < size) {
        System.arraycopy(distances, place, distances, place + 1, size - place - 1);
        System.arraycopy(best, place, best, place + 1, size - place - 1);
        distances[place] = distance;
        best[place] = row;
      }
    }
    return best;
  }

  @Override
  public String toString() {
    return "rows among " + neighbours + " neighbours in " + z.name();
  }
}
