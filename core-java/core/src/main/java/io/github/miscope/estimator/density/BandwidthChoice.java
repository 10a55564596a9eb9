package io.github.miscope.estimator.density;

import io.github.miscope.internal.density.BandwidthSearch;
import io.github.miscope.internal.density.KernelSums;

/** The bandwidth for standardised data, searched from the one that is best for a Gaussian. */
final class BandwidthChoice {

  private final KernelSums kernels;
  private final int n;
  private final int d;
  private final double precision;

  BandwidthChoice(KernelSums kernels, int n, int d, double precision) {
    this.kernels = kernels;
    this.n = n;
    this.d = d;
    this.precision = precision;
  }

  double of(Bandwidth bandwidth) throws InterruptedException {
    if (bandwidth instanceof Bandwidth.Fixed fixed) {
      return fixed.value();
    }
    // Silverman 1986, equation (4.14).
    double start = Math.pow(4.0 / (d + 2) / n, 1.0 / (d + 4));
    double best =
        bandwidth instanceof Bandwidth.MaximumLikelihood
            ? BandwidthSearch.minimum(this::likelihoodSlope, start, precision)
            : BandwidthSearch.minimum(this::leastSquaresSlope, start, precision);
    if (Double.isNaN(best)) {
      throw new IllegalArgumentException(
          "no bandwidth is best by " + bandwidth + " for n=" + n + ", d=" + d + ": fix one");
    }
    return best;
  }

  /** Of -mean log rho_-i(x_i) = d log b - mean log S_i + constant. */
  private double likelihoodSlope(double b) throws InterruptedException {
    KernelSums.At sums = kernels.at(b);
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += sums.meanSquare(i) / n;
    }
    return d - mean / (b * b);
  }

  /**
   * Of (1/n^2) sum over i, j of N(x_i - x_j; 2 b^2) - (2/n) sum of rho_-i(x_i), times n (4 pi
   * b^2)^(d/2). The pairs i = j of the first sum contribute 1.
   */
  private double leastSquaresSlope(double b) throws InterruptedException {
    KernelSums.At wide = kernels.at(Math.sqrt(2) * b);
    KernelSums.At own = kernels.at(b);
    double slope = -d;
    double factor = Math.pow(2, 0.5 * d + 1) / (n - 1);
    for (int i = 0; i < n; i++) {
      double first = Math.exp(wide.logSum(i)) * (wide.meanSquare(i) / (2 * b * b) - d);
      double second = Math.exp(own.logSum(i)) * (own.meanSquare(i) / (b * b) - d);
      slope += first / n - factor * second;
    }
    return slope;
  }
}
