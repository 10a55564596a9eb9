package io.github.miscope.estimator.propagation;

import io.github.miscope.estimator.Estimate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What sample propagation finds about one layer. All in nats.
 *
 * @param information I(X;T) = h(T) - h(T|X), with its standard error, diagnostics and warnings
 * @param entropy h(T), of the unconditional mixture
 * @param entropyError the standard error of its Monte-Carlo integration
 * @param conditionalEntropy h(T|X), the mean over inputs
 * @param conditionalEntropyError the standard error of its Monte-Carlo integration; 0 for the
 *     closed form
 * @param conditionalEntropies h(T|X = x) for each input; empty in the first layer, where each is
 *     h(T|X)
 */
public record Propagation(
    Estimate information,
    double entropy,
    double entropyError,
    double conditionalEntropy,
    double conditionalEntropyError,
    List<Double> conditionalEntropies) {

  /**
   * What was found.
   *
   * @param information I(X;T)
   * @param entropy h(T)
   * @param entropyError its standard error
   * @param conditionalEntropy h(T|X)
   * @param conditionalEntropyError its standard error
   * @param conditionalEntropies h(T|X = x) for each input; empty in the first layer, where each is
   *     h(T|X)
   */
  public Propagation {
    Objects.requireNonNull(information, "information");
    Objects.requireNonNull(conditionalEntropies, "conditionalEntropies");
    conditionalEntropies = List.copyOf(conditionalEntropies);
  }

  /** I(X;T) and the entropies it is made of, in nats. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s\n  h(T) = %.4f nats (standard error %.4f), h(T|X) = %.4f nats (standard error %.4f)",
        information,
        entropy,
        entropyError,
        conditionalEntropy,
        conditionalEntropyError);
  }
}
