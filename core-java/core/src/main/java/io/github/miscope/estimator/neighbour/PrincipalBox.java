package io.github.miscope.estimator.neighbour;

import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Two boxes around a point that hold its neighbours: one along the axes, and one along the
 * principal axes of the neighbours. One instance serves one thread.
 */
final class PrincipalBox {

  /** The probability that evenly spread neighbours are taken for uneven (Gao et al. 2015). */
  private static final double FALSE_ALARM = 5e-3;

  private static final int DRAWS = 20_000;

  /** What rounding leaves of a side that is zero, relative to the terms of its sums. */
  private static final double ROUNDING = 0x1p-40;

  private static final Map<Long, Double> THRESHOLDS = new ConcurrentHashMap<>();

  private final int d;
  private final DMatrixRMaj covariance;
  private final EigenDecomposition_F64<DMatrixRMaj> eigen;
  private boolean hasFlatSide;

  PrincipalBox(int d) {
    this.d = d;
    this.covariance = new DMatrixRMaj(d, d);
    this.eigen = DecompositionFactory_DDRM.eig(d, true, true);
  }

  /**
   * The log of the principal box's volume over that of the axes' box.
   *
   * <p>A side of the principal box below 2^-40 of the terms that it is a sum of is rounding error,
   * and counts as that: where the neighbours lie in a hyperplane, as those of y = x do, the ratio
   * says how finely numbers are resolved, not how the variables depend.
   *
   * @param offsets the neighbours as seen from the point, k by d; changed
   * @return finite; NaN if the neighbours share a coordinate with the point
   */
  double logRatio(double[][] offsets) {
    hasFlatSide = false;
    double logAxes = 0;
    for (int j = 0; j < d; j++) {
      logAxes += Math.log(largest(offsets, j));
    }
    if (logAxes == Double.NEGATIVE_INFINITY) {
      return Double.NaN;
    }
    // In units of the largest offset no square underflows.
    double unit = 0;
    for (double[] offset : offsets) {
      for (double v : offset) {
        unit = Math.max(unit, Math.abs(v));
      }
    }
    for (double[] offset : offsets) {
      for (int j = 0; j < d; j++) {
        offset[j] /= unit;
      }
    }
    return logPrincipal(offsets) + d * Math.log(unit) - logAxes;
  }

  private static double largest(double[][] offsets, int j) {
    double largest = 0;
    for (double[] offset : offsets) {
      largest = Math.max(largest, Math.abs(offset[j]));
    }
    return largest;
  }

  private double logPrincipal(double[][] offsets) {
    for (int a = 0; a < d; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = 0;
        for (double[] offset : offsets) {
          sum += offset[a] * offset[b];
        }
        covariance.set(a, b, sum);
        covariance.set(b, a, sum);
      }
    }
    if (!eigen.decompose(covariance)) {
      throw new IllegalStateException("the eigenvectors of a covariance matrix were not found");
    }
    double log = 0;
    for (int e = 0; e < d; e++) {
      DMatrixRMaj axis = eigen.getEigenVector(e);
      double largest = 0;
      for (double[] offset : offsets) {
        double projection = 0;
        for (int j = 0; j < d; j++) {
          projection += offset[j] * axis.get(j);
        }
        largest = Math.max(largest, Math.abs(projection));
      }
      double terms = 0;
      for (int j = 0; j < d; j++) {
        terms += largest(offsets, j) * Math.abs(axis.get(j));
      }
      hasFlatSide |= largest < ROUNDING * terms;
      log += Math.log(Math.max(largest, ROUNDING * terms));
    }
    return log;
  }

  /** Whether the last neighbours lay in a hyperplane, but for rounding. */
  boolean hasFlatSide() {
    return hasFlatSide;
  }

  /**
   * The ratio below which neighbours do not look evenly spread: the quantile of 0.5 % of the ratio
   * for k points drawn uniformly from a cube around the point.
   */
  static double threshold(int k, int d) {
    return THRESHOLDS.computeIfAbsent(((long) k << 32) | d, key -> simulated(k, d));
  }

  private static double simulated(int k, int d) {
    UniformRandomProvider random =
        Seed.of(0).derive("neighbours", k).derive("dimensions", d).generator();
    PrincipalBox box = new PrincipalBox(d);
    double[] ratios =
        IntStream.range(0, DRAWS)
            .mapToDouble(
                draw -> {
                  double[][] offsets = new double[k][d];
                  for (double[] offset : offsets) {
                    Arrays.setAll(offset, j -> 2 * random.nextDouble() - 1);
                  }
                  return box.logRatio(offsets);
                })
            .sorted()
            .toArray();
    return Math.exp(ratios[(int) (FALSE_ALARM * DRAWS)]);
  }
}
