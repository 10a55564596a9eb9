package io.github.miscope.internal.neighbour;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Kind and unkind data to search in. */
enum Clouds {
  GAUSSIAN,
  TIED,
  CLUSTERED,
  LATTICE,
  CONSTANT_COLUMN,
  ALL_EQUAL,
  HEAVY_TAILED,
  SUBNORMAL,
  HUGE,
  TINY,
  MIXED_SCALES,
  FAR_FROM_ZERO,
  BINARY;

  /** n points of d columns; the same for equal arguments. */
  double[][] columns(int n, int d, long seed) {
    SplittableRandom random = new SplittableRandom(seed * 31 + name().hashCode() * 1_000_003L + d);
    List<double[]> columns = new ArrayList<>();
    double[] common = random.doubles(n).toArray();
    for (int j = 0; j < d; j++) {
      double[] column = new double[n];
      for (int i = 0; i < n; i++) {
        double gaussian = random.nextGaussian() + common[i];
        column[i] =
            switch (this) {
              case GAUSSIAN -> gaussian;
              case TIED -> i % 3 == 0 ? Math.rint(gaussian) : gaussian;
              case CLUSTERED -> 1e-6 * gaussian + (int) (4 * common[i]);
              case LATTICE -> Math.rint(2 * gaussian);
              case CONSTANT_COLUMN -> j == d / 2 ? -1.5 : gaussian;
              case ALL_EQUAL -> 0.1;
              case HEAVY_TAILED -> Math.tan(Math.PI * (random.nextDouble() - 0.5)) * gaussian;
              case SUBNORMAL -> ((long) (100 * gaussian)) * Double.MIN_VALUE;
              case HUGE -> gaussian * 1e300;
              case TINY -> gaussian * 1e-300;
              case MIXED_SCALES -> gaussian * Math.pow(10, random.nextInt(-300, 2));
              case FAR_FROM_ZERO -> 1e9 + gaussian;
              case BINARY -> gaussian > 0.5 ? 1 : -0.0;
            };
      }
      columns.add(column);
    }
    return columns.toArray(double[][]::new);
  }

  /** Whether squares of differences are in range. */
  boolean canBeSquared() {
    return this != HUGE;
  }

  static double[][] map(double[][] columns, DoubleUnaryOperator f) {
    double[][] mapped = new double[columns.length][];
    for (int j = 0; j < mapped.length; j++) {
      mapped[j] = java.util.Arrays.stream(columns[j]).map(f).toArray();
    }
    return mapped;
  }
}
