package io.github.miscope.estimator;

import io.github.miscope.sample.Samples;

/**
 * An estimator under a label of the user's choice.
 *
 * @param base the estimator
 * @param label its label in tables and legends
 */
public record Labelled(MutualInformationEstimator base, String label)
    implements MutualInformationEstimator, NearestNeighbours {

  /**
   * An estimator under another label.
   *
   * @param base the estimator
   * @param label its label in tables and legends
   * @throws IllegalArgumentException if the label is blank
   */
  public Labelled {
    if (label.isBlank()) {
      throw new IllegalArgumentException("the label of " + base + " must not be blank");
    }
  }

  @Override
  public Estimate estimate(Samples samples) {
    return base.estimate(samples).labelled(label);
  }

  @Override
  public Labelled withK(int k) {
    return new Labelled(NearestNeighbours.withK(base, k), label);
  }

  @Override
  public String toString() {
    return label;
  }
}
