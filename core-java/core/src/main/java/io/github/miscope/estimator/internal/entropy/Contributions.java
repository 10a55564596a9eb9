package io.github.miscope.estimator.internal.entropy;

import java.util.Map;

/** What a formula makes of one sample. */
public final class Contributions {

  private final double[] nats;
  private final Map<String, Double> diagnostics;

  /**
   * Contributions.
   *
   * @param nats what each of n observations contributes: the estimate is the mean; taken over
   * @param diagnostics named numbers, in the order to show them
   */
  public Contributions(double[] nats, Map<String, Double> diagnostics) {
    this.nats = nats;
    this.diagnostics = diagnostics;
  }

  double[] nats() {
    return nats;
  }

  Map<String, Double> diagnostics() {
    return diagnostics;
  }
}
