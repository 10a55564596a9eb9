package io.github.miscope.estimator.entropy;

import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.neighbour.Norm;
import io.github.miscope.internal.neighbour.DistanceKernel;
import io.github.miscope.internal.neighbour.KthDistances;
import io.github.miscope.sample.Variable;
import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;

/** Distances to nearest neighbours, and the balls that they span. */
final class Neighbours {

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
    double needed = Math.scalb((double) k, variable.d());
    return n < needed
        ? List.of(new EstimateWarning.FarNeighbours(n, variable.d(), k, needed))
        : List.of();
  }
}
