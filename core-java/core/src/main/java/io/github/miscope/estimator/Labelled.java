package io.github.miscope.estimator;

import io.github.miscope.internal.text.Unnamed;
import io.github.miscope.sample.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /**
   * Estimators whose labels can be read: a lambda, or an object without a {@code toString} of its
   * own, gets one.
   *
   * @param estimators any estimators
   * @return those with a label as they are; the others labelled by the name of their class, a
   *     lambda as "unnamed estimator", numbered from the second on
   */
  public static List<MutualInformationEstimator> all(
      List<? extends MutualInformationEstimator> estimators) {
    List<MutualInformationEstimator> labelled = new ArrayList<>();
    Map<String, Integer> unnamed = new HashMap<>();
    for (MutualInformationEstimator estimator : estimators) {
      if (Unnamed.is(estimator)) {
        String label = Unnamed.label(estimator, "unnamed estimator");
        int count = unnamed.merge(label, 1, Integer::sum);
        labelled.add(new Labelled(estimator, count == 1 ? label : label + " " + count));
      } else {
        labelled.add(estimator);
      }
    }
    return List.copyOf(labelled);
  }

  @Override
  public Estimate estimate(Samples samples) {
    return base.estimate(samples).labelled(label);
  }

  @Override
  public Labelled withK(int k) {
    if (!(base instanceof NearestNeighbours)) {
      throw new IllegalArgumentException(label + " has no number of neighbours k to set to " + k);
    }
    return new Labelled(NearestNeighbours.withK(base, k), label);
  }

  @Override
  public String toString() {
    return label;
  }
}
