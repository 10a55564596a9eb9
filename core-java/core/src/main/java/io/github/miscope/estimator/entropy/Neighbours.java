package io.github.miscope.estimator.entropy;

import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.neighbour.Norm;
import io.github.miscope.internal.neighbour.KthDistances;
import io.github.miscope.internal.neighbour.order.RadixSort;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/** Distances to nearest neighbours, and the balls that they span. */
final class Neighbours {

  private static final int MIN_VALUES = 20;

  /** A larger mean ratio of neighbouring spaces is even. */
  private static final double EVEN = 0.7;

  /** Standard deviations of a false alarm. */
  private static final double FAR = 4;

  private Neighbours() {}

  /** The distances from each point to its k-th neighbour, for several ascending k: [k][n]. */
  static double[][] distances(double[][] columns, Norm norm, int... ks)
      throws InterruptedException {
    return KthDistances.of(columns, kernel(norm), ks);
  }

  private static DistanceKernel kernel(Norm norm) {
    return switch (norm) {
      case L1 -> DistanceKernel.L1;
      case L2 -> DistanceKernel.L2;
      case LINF -> DistanceKernel.LINF;
    };
  }

  /** log of the volume of the unit ball: 2^d Gamma(1 + 1/p)^d / Gamma(1 + d/p). */
  static double logUnitBall(Norm norm, int d) {
    return switch (norm) {
      case L1 -> d * Math.log(2) - LogGamma.value(1.0 + d);
      case L2 -> 0.5 * d * Math.log(Math.PI) - LogGamma.value(1 + 0.5 * d);
      case LINF -> d * Math.log(2);
    };
  }

  /** The common checks; n below k 2^d is warned about. */
  static List<Warning> check(Variable variable, int k) {
    int n = variable.n();
    if (k >= n) {
      throw new IllegalArgumentException("k must be < number of points: k=" + k + ", n=" + n);
    }
    List<Warning> warnings = new ArrayList<>();
    double needed = Math.scalb((double) k, variable.d());
    if (n < needed) {
      warnings.add(new EstimateWarning.FarNeighbours(n, variable.d(), k, needed));
    }
    if (variable.d() == 1 && variable.isContinuous() && isEvenlySpaced(variable.column(0))) {
      // The k-th neighbour on a grid is ceil(k / 2) places away.
      double excess = Math.log(2 * ((k + 1) / 2)) - Digamma.value(k);
      warnings.add(new EstimateWarning.EvenSpacing(variable.columnNames().get(0), excess));
    }
    return warnings;
  }

  /**
   * Whether values are spaced more evenly than a sample's: by the mean ratio of the smaller to the
   * larger of neighbouring spaces, 2 log 2 - 1 = 0.39 for a sample, with a standard deviation of
   * 0.28, and 1 for a grid. Ties are looked at elsewhere.
   */
  private static boolean isEvenlySpaced(double[] column) {
    if (column.length < MIN_VALUES) {
      return false;
    }
    double[] sorted = RadixSort.sorted(column);
    int n = sorted.length;
    double mean = 0;
    for (int i = 1; i < n - 1; i++) {
      double below = sorted[i] - sorted[i - 1];
      double above = sorted[i + 1] - sorted[i];
      if (below == 0 || above == 0) {
        return false;
      }
      mean += Math.min(below, above) / Math.max(below, above) / (n - 2);
    }
    return mean > Math.max(EVEN, 2 * Math.log(2) - 1 + FAR * 0.28 / Math.sqrt(n));
  }
}
