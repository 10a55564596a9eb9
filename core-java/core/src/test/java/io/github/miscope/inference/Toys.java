package io.github.miscope.inference;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Estimators whose distribution is known, and series. */
final class Toys {

  private Toys() {}

  /** The mean of x y: for uncorrelated unit normals its variance is exactly 1/n. */
  static MutualInformationEstimator meanProduct() {
    return samples -> {
      double sum = 0;
      for (int i = 0; i < samples.n(); i++) {
        sum += samples.x().get(i, 0) * samples.y().get(i, 0);
      }
      return estimate(sum / samples.n(), samples);
    };
  }

  static Estimate estimate(double nats, Samples samples) {
    return new Estimate(nats, "toy", samples.n(), samples.dX(), samples.dY(), Map.of(), List.of());
  }

  /** -log(1 - r^2)/2 with the partial correlation r given z. */
  static ConditionalMutualInformationEstimator partialCorrelation() {
    return samples -> {
      double xy = correlation(samples.x().column(0), samples.y().column(0));
      double xz = correlation(samples.x().column(0), samples.z().column(0));
      double yz = correlation(samples.y().column(0), samples.z().column(0));
      double r = (xy - xz * yz) / Math.sqrt((1 - xz * xz) * (1 - yz * yz));
      return estimate(-0.5 * Math.log1p(-r * r), samples.pairs());
    };
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = 0;
    double meanB = 0;
    for (int i = 0; i < a.length; i++) {
      meanA += a[i] / a.length;
      meanB += b[i] / a.length;
    }
    return Means.correlation(a, meanA, b, meanB);
  }

  static double[] normals(int n, Seed seed) {
    ZigguratSampler.NormalizedGaussian normal =
        ZigguratSampler.NormalizedGaussian.of(seed.generator());
    return normal.samples(n).toArray();
  }

  /** A stationary first-order autoregression of unit variance. */
  static double[] series(int n, double phi, Seed seed) {
    double[] values = normals(n, seed);
    for (int i = 1; i < n; i++) {
      values[i] = phi * values[i - 1] + Math.sqrt(1 - phi * phi) * values[i];
    }
    return values;
  }

  static double[] sum(double[] a, double[] b) {
    double[] sum = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      sum[i] = a[i] + b[i];
    }
    return sum;
  }

  static double[] rounded(double[] values) {
    double[] rounded = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = Math.rint(values[i]);
    }
    return rounded;
  }

  static ConditionalSamples given(double[] x, double[] y, io.github.miscope.sample.Variable z) {
    Samples pairs = Samples.of(x, y);
    return new ConditionalSamples(pairs.x(), pairs.y(), z);
  }
}
