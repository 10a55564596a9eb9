package io.github.miscope.internal.neighbour.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.internal.neighbour.space.Tiles;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What kernels find, bit by bit, is what comparisons one by one find. */
class KernelsTest {

  private static final int POINTS = Kernels.PADDING;

  static List<Kernels> kernels() {
    return List.of(KernelChoice.scalar(), KernelChoice.vector());
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void withinIsWhatComparisonsSay(Kernels kernels) {
    Random random = new Random(1);
    for (int repetition = 0; repetition < 200; repetition++) {
      int d = 1 + repetition % 5;
      double unit = unit(repetition);
      // The second of two tiles, whose last points are missing.
      int last = 1 + random.nextInt(POINTS);
      double[][] columns = new double[d][POINTS + last];
      for (double[] column : columns) {
        Arrays.setAll(column, i -> unit * whole(random));
      }
      Tiles tiles = new Tiles(columns, IntStream.range(0, POINTS + last).toArray(), POINTS);
      int box = repetition % 3;
      double[] side = random.doubles(box + d).map(v -> unit * whole(random)).toArray();
      double[] other = random.doubles(box + d).map(v -> unit * whole(random)).toArray();
      double[] limits = limits(random, POINTS, unit);

      long found =
          kernels.within(tiles, 1, side, other, box, limits, new double[POINTS])
              & Kernels.first(last);

      long expected = 0;
      for (int m = 0; m < last; m++) {
        boolean within = true;
        for (int j = 0; j < d; j++) {
          double value = columns[j][POINTS + m];
          within &= side[box + j] - value < limits[m] && value - other[box + j] < limits[m];
        }
        expected |= (within ? 1L : 0L) << m;
      }
      assertEquals(expected, found, kernels.name() + ", repetition " + repetition);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void belowIsWhatComparisonsSay(Kernels kernels) {
    Random random = new Random(2);
    for (int repetition = 0; repetition < 200; repetition++) {
      double unit = unit(repetition);
      double[][] rows = new double[Kernels.ROWS][];
      Arrays.setAll(rows, r -> limits(random, POINTS, unit));
      rows[repetition % Kernels.ROWS][random.nextInt(POINTS)] = Double.NaN;
      double[] bounds = limits(random, Kernels.ROWS, unit);
      long[] found = new long[Kernels.ROWS];

      kernels.below(rows, bounds, found);

      for (int r = 0; r < Kernels.ROWS; r++) {
        long expected = 0;
        for (int m = 0; m < POINTS; m++) {
          expected |= (rows[r][m] < bounds[r] ? 1L : 0L) << m;
        }
        assertEquals(expected, found[r], kernels.name() + ", repetition " + repetition);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void nearestAreTheSmallestDistancesInTheWindow(Kernels kernels) {
    Random random = new Random(3);
    int room = 2 * Kernels.WINDOW;
    for (int repetition = 0; repetition < 200; repetition++) {
      double unit = unit(repetition);
      int n = 1 + random.nextInt(70);
      double cX = repetition % 2 == 0 ? 1 : 0.7;
      double cY = repetition % 4 < 2 ? 1.3 : 1;
      int k = 1 + random.nextInt(4);
      double[] x = new double[n + 2 * room];
      double[] y = new double[n + 2 * room];
      Arrays.fill(y, Double.POSITIVE_INFINITY);
      for (int i = room; i < room + n; i++) {
        x[i] = unit * whole(random);
        y[i] = unit * whole(random);
      }
      Arrays.sort(y, room, room + n);
      double[][] found = new double[k][Kernels.padded(n)];

      kernels.nearest(k, x, cX, y, cY, room, room + n, found);

      for (int i = room; i < room + n; i++) {
        double[] distances = new double[2 * Kernels.WINDOW];
        for (int t = 1; t <= Kernels.WINDOW; t++) {
          distances[t - 1] =
              Math.max(cX * Math.abs(x[i] - x[i - t]), cY * Math.abs(y[i] - y[i - t]));
          distances[2 * Kernels.WINDOW - t] =
              Math.max(cX * Math.abs(x[i] - x[i + t]), cY * Math.abs(y[i] - y[i + t]));
        }
        Arrays.sort(distances);
        for (int j = 0; j < k; j++) {
          String what = kernels.name() + ", repetition " + repetition + ", point " + (i - room);
          assertEquals(distances[j], found[j][i - room], what);
        }
      }
    }
  }

  /** Ordinary numbers, large ones, and the smallest there are. */
  private static double unit(int repetition) {
    return new double[] {1, 0x1p1000, Double.MIN_VALUE}[repetition % 3];
  }

  /** So few numbers that many are equal. */
  private static int whole(Random random) {
    return random.nextInt(17) - 8;
  }

  /** Numbers that are not negative, some of them zero, some infinite. */
  private static double[] limits(Random random, int n, double unit) {
    return random
        .ints(n, 0, 20)
        .mapToDouble(v -> v == 19 ? Double.POSITIVE_INFINITY : unit * v)
        .toArray();
  }
}
