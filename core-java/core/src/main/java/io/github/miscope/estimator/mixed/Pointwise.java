package io.github.miscope.estimator.mixed;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.PointwiseEstimate;
import io.github.miscope.estimator.Warning;
import io.github.miscope.sample.Samples;
import java.util.List;
import java.util.Map;

/** Estimates that are means over the observations. */
final class Pointwise {

  private Pointwise() {}

  static double mean(double[] shares) {
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    return sum / shares.length;
  }

  static PointwiseEstimate of(
      String label, Samples samples, double[] shares, int k, List<Warning> warnings) {
    return of(label, samples, mean(shares), shares, k, warnings);
  }

  /** With the mean as it was computed over the observations that count. */
  static PointwiseEstimate of(
      String label, Samples samples, double nats, double[] shares, int k, List<Warning> warnings) {
    Map<String, Double> diagnostics = Map.of("k", (double) k);
    return new PointwiseEstimate(
        new Estimate(nats, label, samples.n(), samples.dX(), samples.dY(), diagnostics, warnings),
        shares);
  }
}
