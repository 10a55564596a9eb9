package io.github.miscope.task;

import java.util.Objects;

/**
 * A map of one variable into as many or more dimensions that keeps its mutual information with any
 * other, because the variable can be had back from the image, and what is added is independent of
 * everything ("Towards Robust Scale-Invariant Mutual Information Estimators", section 6.3).
 */
public sealed interface Embedding extends InformationPreservingMap
    permits DuplicateSelf, DuplicateNoise, ComposedEmbedding {

  /**
   * Repeats the variable: X' = [X, X, ..., X].
   *
   * @param copies how many times X stands in X', at least 1 (20 in the paper)
   * @return the embedding of d into copies * d dimensions
   * @throws IllegalArgumentException if copies &lt; 1
   */
  static Embedding duplicateSelf(int copies) {
    return new DuplicateSelf(copies);
  }

  /**
   * Appends columns of independent normal noise: X' = [X, noise].
   *
   * @param k how many columns, at least 1 (20 in the paper)
   * @param sigma standard deviation of the noise, positive (0.2 in the paper)
   * @return the embedding of d into d + k dimensions
   * @throws IllegalArgumentException if k &lt; 1 or sigma is not positive and finite
   */
  static Embedding duplicateNoise(int k, double sigma) {
    return new DuplicateNoise(k, sigma);
  }

  @Override
  default Embedding then(InformationPreservingMap next) {
    Objects.requireNonNull(next, "next");
    return (Embedding) Steps.compose(this, next);
  }
}
