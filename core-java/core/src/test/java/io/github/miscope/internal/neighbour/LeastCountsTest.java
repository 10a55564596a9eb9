package io.github.miscope.internal.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.CountSink;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

/** Counts from lists against those of a search. */
class LeastCountsTest {

  private static final int N = 1200;

  private static final class Counts implements CountSink {
    private final int[] x = new int[N];
    private final int[] y = new int[N];

    @Override
    public void accept(int cell, int i, int countX, int countY) {
      x[i] = countX;
      y[i] = countY;
    }

    @Override
    public void reorder(int cell, int[] points) {
      throw new AssertionError("points of several columns stay in order");
    }
  }

  /** Normal columns, rounded to a multiple of a step if it is positive. */
  private static double[][] columns(int d, double step, String name) {
    var normal = ZigguratSampler.NormalizedGaussian.of(Seed.of(5).derive(name).generator());
    double[][] columns = new double[d][N];
    for (double[] column : columns) {
      Arrays.setAll(
          column, i -> step > 0 ? step * Math.rint(normal.sample() / step) : normal.sample());
    }
    return columns;
  }

  private static int[] order(String name) {
    int[] order = PermutationSampler.natural(N);
    PermutationSampler.shuffle(Seed.of(6).derive(name).generator(), order);
    return order;
  }

  private static void check(double[][] first, double[][] second, boolean movesX, int k)
      throws InterruptedException {
    Coordinates x = new Coordinates(first, DistanceKernel.LINF);
    Coordinates y = new Coordinates(second, DistanceKernel.LINF);
    int exact = 0;
    for (String name : new String[] {"one", "other"}) {
      int[] order = order(name);
      Coordinates movedX = movesX ? x.permuted(order) : x;
      Coordinates movedY = movesX ? y : y.permuted(order);
      assertTrue(LeastCounts.suits(movedX, movedY, k));
      Counts least = new Counts();
      LeastCounts.count(movedX, movedY, k, least);
      Counts all = new Counts();
      NeighbourCounts.count(
          new Coordinates(movedX.columns(), DistanceKernel.LINF),
          new Coordinates(movedY.columns(), DistanceKernel.LINF),
          new double[] {1},
          CountRule.STRICT,
          new int[] {k},
          all);
      int listed = x.lists(k).length();
      for (int i = 0; i < N; i++) {
        assertTrue(least.x[i] <= all.x[i] && least.y[i] <= all.y[i], "point " + i);
        // Where one side has joint neighbours in its list, the counts that are listed are right.
        if (Math.min(all.x[i], all.y[i]) < listed / 2 && Math.max(all.x[i], all.y[i]) < listed) {
          assertEquals(all.x[i], least.x[i], "point " + i);
          assertEquals(all.y[i], least.y[i], "point " + i);
          exact++;
        }
      }
    }
    // Of independent normal columns most counts are near sqrt(k n), and lists are longer.
    assertTrue(exact > N / 2, exact + " of " + 2 * N + " counts are listed");
  }

  @Test
  void countsAreNeverLargerAndMostlyEqual() throws InterruptedException {
    check(columns(5, 0, "x"), columns(5, 0, "y"), false, 4);
    check(columns(3, 0, "x"), columns(2, 0, "y"), true, 1);
  }

  @Test
  void equalDistancesAreNotCounted() throws InterruptedException {
    check(columns(4, 0.25, "x"), columns(4, 0.25, "y"), false, 4);
  }

  @Test
  void onlyPermutationsAreWorthLists() {
    Coordinates x = new Coordinates(columns(5, 0, "x"), DistanceKernel.LINF);
    Coordinates y = new Coordinates(columns(5, 0, "y"), DistanceKernel.LINF);
    assertFalse(LeastCounts.suits(x, y, 4));
    assertFalse(LeastCounts.suits(x, y.permuted(order("a")).permuted(order("b")), 4));
  }
}
