package io.github.miscope.estimator.internal.entropy;

import java.util.Map;
import java.util.Set;

/** What a formula makes of one sample. */
public final class Contributions {

  private final double[] nats;
  private final Map<String, Double> diagnostics;
  private final Set<String> amounts;

  /**
   * Contributions.
   *
   * @param nats what each of n observations contributes: the estimate is the mean; taken over
   * @param diagnostics named numbers, in the order to show them
   */
  public Contributions(double[] nats, Map<String, Double> diagnostics) {
    this(nats, diagnostics, Set.of());
  }

  /**
   * Contributions with amounts of information among the diagnostics.
   *
   * @param nats what each of n observations contributes
   * @param diagnostics named numbers, in the order to show them
   * @param amounts the names of those that are amounts of information, in nats
   */
  public Contributions(double[] nats, Map<String, Double> diagnostics, Set<String> amounts) {
    this.nats = nats;
    this.diagnostics = diagnostics;
    this.amounts = amounts;
  }

  double[] nats() {
    return nats;
  }

  Map<String, Double> diagnostics() {
    return diagnostics;
  }

  Set<String> amounts() {
    return amounts;
  }
}
