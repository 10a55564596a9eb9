package io.github.miscope.inference;

import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Warning;
import java.util.Locale;

/**
 * Whether estimates with a k drift with n.
 *
 * @param k the number of neighbours
 * @param drift the estimate from all observations less the mean estimate from halves, in nats
 * @param noise the standard deviation of the drift by chance, in nats
 * @param standardError the standard error of the estimate from all observations, in nats
 */
public record DriftTest(int k, double drift, double noise, double standardError) {

  /**
   * Whether halving the data moves the estimate by more than its standard error, and by more than
   * chance moves it (two standard deviations): then its bias is not small beside its error.
   *
   * @return true if estimates drift
   */
  public boolean drifts() {
    return Math.abs(drift) > Math.max(standardError, 2 * noise);
  }

  /**
   * The drift as a warning.
   *
   * @return the warning
   */
  public Warning warning() {
    return new EstimateWarning.Drifts(drift, standardError, k);
  }

  /** The test in one line: "k = 3: drift +0.0213 nats, standard error 0.0312". */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "k = %d: drift %+.4f nats, standard error %.4f%s",
        k,
        drift,
        standardError,
        drifts() ? ": drifts" : "");
  }
}
