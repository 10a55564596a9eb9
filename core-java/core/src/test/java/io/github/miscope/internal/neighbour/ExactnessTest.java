package io.github.miscope.internal.neighbour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.internal.neighbour.kernel.KernelChoice;
import io.github.miscope.internal.neighbour.pairs.PlainDistances;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import io.github.miscope.internal.neighbour.space.Space;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every search against the oracle: equal counts and distances, to the bit, on every cloud. */
@Tag("slow")
class ExactnessTest {

  private static final double[] SCALES = {1, 0.1, 1.7, 0x1p-40, 0x1p20};

  @ParameterizedTest
  @EnumSource(Clouds.class)
  void counts(Clouds cloud) throws InterruptedException {
    SplittableRandom random = new SplittableRandom(cloud.name().hashCode());
    int[] sizes = {2, 3, 64, 130};
    int[] dimensions = {1, 2, 3, 5, 8, 21, 64};
    for (int n : sizes) {
      for (int dX : dimensions) {
        if (dX == 64 && n > 64) {
          continue;
        }
        int dY = random.nextInt(3) == 0 ? dimensions[random.nextInt(6)] : dX;
        for (CountRule rule : CountRule.values()) {
          DistanceKernel[] norms = DistanceKernel.values();
          DistanceKernel normX = norms[random.nextInt(3)];
          DistanceKernel normY = norms[random.nextInt(3)];
          if (!cloud.canBeSquared()) {
            normX = DistanceKernel.LINF;
            normY = DistanceKernel.LINF;
            if (rule == CountRule.EUCLIDEAN) {
              continue;
            }
          }
          int k = Math.min(n - 1, 1 + random.nextInt(10));
          int[] ks = random.nextBoolean() ? new int[] {k} : new int[] {k, 1};
          double[] scales =
              random.nextBoolean() ? new double[] {SCALES[random.nextInt(SCALES.length)]} : SCALES;
          check(1, cloud, n, dX, normX, dY, normY, scales, rule, ks);
        }
      }
    }
  }

  @Test
  void fiveThousandPoints() throws InterruptedException {
    DistanceKernel linf = DistanceKernel.LINF;
    double[] scale = {0.7};
    // Every 61st point by brute force.
    for (Clouds cloud : new Clouds[] {Clouds.TIED, Clouds.SUBNORMAL, Clouds.MIXED_SCALES}) {
      check(61, cloud, 5000, 1, linf, 1, linf, scale, CountRule.STRICT, 3, 1);
    }
    check(61, Clouds.HEAVY_TAILED, 5000, 3, linf, 2, linf, scale, CountRule.CLOSED, 4);
    check(61, Clouds.LATTICE, 5000, 2, linf, 2, linf, scale, CountRule.RECTANGLE, 4);
  }

  @Test
  void columnsLongerThanCachesAndChunks() throws InterruptedException {
    DistanceKernel linf = DistanceKernel.LINF;
    double[] scale = {1.3};
    // Every 2003rd point by brute force, strips alone: the other engines would take minutes.
    for (Clouds cloud : new Clouds[] {Clouds.GAUSSIAN, Clouds.CLUSTERED}) {
      for (CountRule rule : new CountRule[] {CountRule.STRICT, CountRule.RECTANGLE}) {
        int n = 140_000;
        check(2003, cloud, n, 1, linf, 1, linf, scale, rule, Set.of(Engine.STRIPS), 3);
        check(2003, cloud, n, 1, linf, 1, linf, scale, rule, Set.of(Engine.STRIPS), 3, 7);
      }
    }
  }

  @Test
  void manyPoints() throws InterruptedException {
    int n = 900;
    for (Clouds cloud : new Clouds[] {Clouds.GAUSSIAN, Clouds.CLUSTERED, Clouds.LATTICE}) {
      for (int d : new int[] {1, 2, 4, 10}) {
        DistanceKernel linf = DistanceKernel.LINF;
        check(3, cloud, n, d, linf, d, linf, new double[] {1}, CountRule.STRICT, 3);
        check(3, cloud, n, d, linf, d, linf, new double[] {0.5, 1, 2}, CountRule.RECTANGLE, 5);
        check(3, cloud, n, d, linf, d, linf, new double[] {4}, CountRule.CLOSED, 40, 150, 3);
      }
    }
  }

  @Test
  void oneVariableThatDecides() throws InterruptedException {
    DistanceKernel linf = DistanceKernel.LINF;
    double[] scales = {0, 0x1p-40, 1e-3, 0.1, 0.8, 1, 1.2, 30, 1e3, 0x1p40, Double.MAX_VALUE};
    for (Clouds cloud : new Clouds[] {Clouds.GAUSSIAN, Clouds.CLUSTERED, Clouds.HEAVY_TAILED}) {
      for (CountRule rule : CountRule.values()) {
        if (rule == CountRule.EUCLIDEAN) {
          // The largest scales cannot be squared.
          continue;
        }
        Set<Engine> strips = Set.of(Engine.STRIPS);
        check(3, cloud, 900, 1, linf, 1, linf, scales, rule, strips, 3);
        check(7, cloud, 900, 1, linf, 1, linf, scales, rule, strips, 4, 1);
        check(7, cloud, 900, 1, linf, 1, linf, scales, rule, strips, 6, 2);
      }
    }
  }

  private static void check(
      int step,
      Clouds cloud,
      int n,
      int dX,
      DistanceKernel normX,
      int dY,
      DistanceKernel normY,
      double[] scales,
      CountRule rule,
      int... ks)
      throws InterruptedException {
    Set<Engine> all = EnumSet.allOf(Engine.class);
    check(step, cloud, n, dX, normX, dY, normY, scales, rule, all, ks);
  }

  private static void check(
      int step,
      Clouds cloud,
      int n,
      int dX,
      DistanceKernel normX,
      int dY,
      DistanceKernel normY,
      double[] scales,
      CountRule rule,
      Set<Engine> engines,
      int... ks)
      throws InterruptedException {
    String what =
        String.format(
            "%s, n = %d, %d columns %s, %d columns %s, %s, k = %s, scales %s",
            cloud, n, dX, normX, dY, normY, rule, Arrays.toString(ks), Arrays.toString(scales));
    Coordinates x = new Coordinates(cloud.columns(n, dX, 1), normX);
    Coordinates y = new Coordinates(cloud.columns(n, dY, 2), normY);
    PlainCounts.Counts expected = PlainCounts.count(step, x, y, scales, rule, ks);
    for (Engine engine : engines) {
      if (!engine.supports(x, y, scales, rule)) {
        continue;
      }
      PlainCounts.Counts actual = new PlainCounts.Counts(scales.length * ks.length, n);
      NeighbourCounts.count(engine, KernelChoice.vector(), x, y, scales, rule, ks, actual);
      actual.keep(step);
      for (int cell = 0; cell < expected.x.length; cell++) {
        String which = engine + " on " + what + ", cell " + cell;
        assertArrayEquals(expected.x[cell], actual.x[cell], which + ", X");
        assertArrayEquals(expected.y[cell], actual.y[cell], which + ", Y");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Clouds.class)
  void countsWithinRadii(Clouds cloud) throws InterruptedException {
    int n = 150;
    for (int d : new int[] {1, 2, 4}) {
      for (DistanceKernel norm : DistanceKernel.values()) {
        if (norm != DistanceKernel.LINF && !cloud.canBeSquared()) {
          continue;
        }
        Coordinates x = new Coordinates(cloud.columns(n, d, 5), norm);
        Coordinates z = new Coordinates(cloud.columns(n, 2, 6), norm);
        for (Space space : new Space[] {Space.of(x), Space.of(x, z)}) {
          double[] radii = KthDistances.of(true, space, 4)[0];
          assertArrayEquals(KthDistances.of(false, space, 4)[0], radii);
          PlainDistances plain = new PlainDistances(space);
          int[] open = WithinCounts.of(true, space, radii, false);
          int[] closed = WithinCounts.of(true, space, radii, true);
          assertArrayEquals(WithinCounts.of(false, space, radii, false), open);
          assertArrayEquals(WithinCounts.of(false, space, radii, true), closed);
          for (int i = 0; i < n; i++) {
            double[] from = plain.from(i);
            int below = 0;
            int upTo = 0;
            double[] others = new double[n - 1];
            for (int m = 0; m < n; m++) {
              if (m != i) {
                below += from[m] < radii[i] ? 1 : 0;
                upTo += from[m] <= radii[i] ? 1 : 0;
                others[m < i ? m : m - 1] = from[m];
              }
            }
            Arrays.sort(others);
            String what = cloud + ", " + norm + ", d = " + space.d() + ", i = " + i;
            assertEquals(others[3], radii[i], what);
            assertEquals(below, open[i], what);
            assertEquals(upTo, closed[i], what);
          }
        }
      }
    }
  }

  @Test
  void permutedPointsAreThePointsPermuted() throws InterruptedException {
    int n = 2100;
    int[] rows = new int[n];
    for (int i = 0; i < n; i++) {
      rows[i] = (int) ((1031L * i + 17) % n);
    }
    for (Clouds cloud : new Clouds[] {Clouds.GAUSSIAN, Clouds.LATTICE}) {
      for (int d : new int[] {1, 2}) {
        Coordinates x = new Coordinates(cloud.columns(n, d, 1), DistanceKernel.LINF);
        Coordinates y = new Coordinates(cloud.columns(n, d, 2), DistanceKernel.LINF);
        double[] one = {1};
        Coordinates moved = y.permuted(rows);
        Coordinates fresh = new Coordinates(moved.columns(), DistanceKernel.LINF);
        int[] ks = {3, 1, 6};
        PlainCounts.Counts expected = PlainCounts.count(x, fresh, one, CountRule.STRICT, ks);
        PlainCounts.Counts actual = new PlainCounts.Counts(ks.length, n);
        NeighbourCounts.count(x, moved, one, CountRule.STRICT, ks, actual);
        for (int a = 0; a < ks.length; a++) {
          assertArrayEquals(expected.x[a], actual.x[a], cloud + ", d = " + d);
          assertArrayEquals(expected.y[a], actual.y[a], cloud + ", d = " + d);
        }
        assertArrayEquals(
            WithinCounts.of(
                Space.of(fresh), Arrays.stream(x.columns()[0]).map(Math::abs).toArray(), true),
            WithinCounts.of(
                Space.of(moved), Arrays.stream(x.columns()[0]).map(Math::abs).toArray(), true));
      }
    }
  }

  @Test
  void distancesThatOverflowAreNotBelowInfinity() throws InterruptedException {
    int n = 300;
    double[][] columns = new double[3][n];
    for (int i = 0; i < n; i++) {
      columns[0][i] = i % 3 == 0 ? 0x1.8p1023 : -0x1p1023 + i % 7 * 0x1p1000;
      columns[1][i] = i % 5;
      columns[2][i] = i;
    }
    double[] radii = new double[n];
    Arrays.fill(radii, Double.POSITIVE_INFINITY);
    int[] expected = new int[n];
    for (int i = 0; i < n; i++) {
      for (int m = 0; m < n; m++) {
        // The other columns never overflow.
        double distance = Math.abs(columns[0][i] - columns[0][m]);
        expected[i] += m != i && distance < Double.POSITIVE_INFINITY ? 1 : 0;
      }
    }
    for (boolean tree : new boolean[] {false, true}) {
      Space space = Space.of(new Coordinates(columns, DistanceKernel.LINF));
      assertArrayEquals(expected, WithinCounts.of(tree, space, radii, false), "tree " + tree);
    }
  }

  @ParameterizedTest
  @EnumSource(Clouds.class)
  void distances(Clouds cloud) throws InterruptedException {
    for (int n : new int[] {2, 3, 129, 300}) {
      for (int d : new int[] {1, 2, 3, 6, 64}) {
        for (DistanceKernel norm : DistanceKernel.values()) {
          if (norm != DistanceKernel.LINF && !cloud.canBeSquared()) {
            continue;
          }
          int[] ks = n > 20 ? new int[] {3, 1, 10} : new int[] {1, n - 1};
          double[][] columns = cloud.columns(n, d, 3);
          String what = String.format("%s, n = %d, %d columns, %s", cloud, n, d, norm);
          double[][] expected = PlainCounts.kthDistances(new Coordinates(columns, norm), ks);
          for (boolean tree : new boolean[] {false, true}) {
            Space space = Space.of(new Coordinates(columns, norm));
            double[][] actual = KthDistances.of(tree, space, ks);
            for (int a = 0; a < ks.length; a++) {
              assertArrayEquals(expected[a], actual[a], what + ", tree " + tree);
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Clouds.class)
  void indices(Clouds cloud) throws InterruptedException {
    int n = 200;
    int k = 7;
    for (int d : new int[] {1, 2, 5, 33}) {
      double[][] columns = cloud.columns(n, d, 4);
      Coordinates points = new Coordinates(columns, DistanceKernel.LINF);
      int[] expected = new int[n * k];
      double[] distances = new double[n];
      for (int i = 0; i < n; i++) {
        int self = i;
        DistanceKernel.LINF.distances(columns, i, distances);
        int[] order =
            IntStream.range(0, n)
                .filter(m -> m != self)
                .boxed()
                .sorted(Comparator.comparingDouble(m -> distances[m]))
                .mapToInt(m -> m)
                .toArray();
        System.arraycopy(order, 0, expected, i * k, k);
      }
      assertArrayEquals(expected, KthDistances.indices(false, points, k), cloud + ", d = " + d);
      assertArrayEquals(expected, KthDistances.indices(true, points, k), cloud + ", d = " + d);
    }
  }
}
