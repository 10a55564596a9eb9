package io.github.miscope.internal.neighbour.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Seed;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundTableTest {

  private static final int N = 601;

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-300, 1e300, 1e-310})
  void countsWhatComparisonsCount(double unit) {
    for (int bounds : new int[] {1, 4, 20, 140}) {
      UniformRandomProvider random = Seed.of(bounds).generator();
      double[] d = new double[N];
      // Some equal to bounds, some equal to each other, some beyond all bounds.
      Arrays.setAll(
          d, m -> unit * (m % 3 == 0 ? random.nextInt(40) / 8.0 : 9 * random.nextDouble()));
      double[] limits = new double[bounds];
      Arrays.setAll(
          limits,
          b -> b % 2 == 0 ? d[random.nextInt(N)] : unit * 4 * Math.pow(random.nextDouble(), 9));
      d[17] = Double.NaN;
      d[18] = 0;
      d[19] = Double.POSITIVE_INFINITY;
      limits[0] = unit;
      check(d, limits);
    }
  }

  @Test
  void manyBoundsInOneCellAndOneFarAway() {
    double[] d = new double[N];
    Arrays.setAll(d, m -> m * 1e-9);
    double[] limits = {1e-9, 3e-9, Math.nextUp(3e-9), 5e-9, 5e-9, 0, 1000};
    check(d, limits);
  }

  @Test
  void boundsWithoutCellsAreNotForIt() {
    assertFalse(new BoundTable(new double[] {0, 0, 0, 0}).isUsable());
    assertFalse(new BoundTable(new double[] {1, Double.POSITIVE_INFINITY}).isUsable());
    // The kernel counts them all the same.
    compare(new double[N], new double[] {0, 0, 0, 0});
    compare(new double[N], new double[] {0, 1, 2, Double.POSITIVE_INFINITY});
  }

  private static void check(double[] d, double[] bounds) {
    BoundTable table = new BoundTable(bounds);
    if (table.isUsable()) {
      int[] counts = new int[bounds.length];
      table.count(d, N, bounds, counts);
      assertArrayEquals(counted(d, bounds), counts);
    }
    compare(d, bounds);
  }

  private static void compare(double[] d, double[] bounds) {
    int[] counts = new int[bounds.length];
    assertTrue(bounds.length < 4 || BoundTable.pays(N, bounds.length));
    KernelChoice.scalar().countBelow(d, N, bounds, counts);
    assertArrayEquals(counted(d, bounds), counts);
  }

  private static int[] counted(double[] d, double[] bounds) {
    return Arrays.stream(bounds)
        .mapToInt(bound -> (int) Arrays.stream(d).limit(N).filter(v -> v < bound).count())
        .toArray();
  }
}
