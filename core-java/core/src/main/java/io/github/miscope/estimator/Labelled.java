package io.github.miscope.estimator;

import io.github.miscope.internal.text.Unnamed;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An estimator under a label of the user's choice.
 *
 * @param base the estimator
 * @param label its label in tables and legends
 */
public record Labelled(MutualInformationEstimator base, String label)
    implements EstimatorWrapper, PreparingEstimator {

  /**
   * An estimator under another label.
   *
   * @param base the estimator
   * @param label its label in tables and legends
   * @throws IllegalArgumentException if the label is blank
   */
  public Labelled {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(label, "label");
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
    Objects.requireNonNull(estimators, "estimators");
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
  public Labelled withBase(MutualInformationEstimator base) {
    return new Labelled(base, label);
  }

  @Override
  public PreparedVariable prepareX(Variable x) {
    Objects.requireNonNull(x, "x");
    return PreparingEstimator.of(base).prepareX(x);
  }

  @Override
  public PreparedVariable prepareY(Variable y) {
    Objects.requireNonNull(y, "y");
    return PreparingEstimator.of(base).prepareY(y);
  }

  @Override
  public Estimate estimate(PreparedVariable x, PreparedVariable y) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    return PreparingEstimator.of(base).estimate(x, y).labelled(label);
  }

  @Override
  public Estimate estimate(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    return base.estimate(samples).labelled(label);
  }

  @Override
  public <T> Optional<T> capability(Class<T> type) {
    Objects.requireNonNull(type, "type");
    if (type == RelativeScaleEstimator.class) {
      return base.capability(RelativeScaleEstimator.class)
          .map(scales -> type.cast(new RelativeScale(scales, label)));
    }
    return EstimatorWrapper.super.capability(type);
  }

  private record RelativeScale(RelativeScaleEstimator base, String label)
      implements RelativeScaleEstimator {
    @Override
    public PreparedVariable prepareX(Variable x) {
      return base.prepareX(x);
    }

    @Override
    public PreparedVariable prepareY(Variable y) {
      return base.prepareY(y);
    }

    @Override
    public List<Estimate> estimateAt(PreparedVariable x, PreparedVariable y, double... scales) {
      return base.estimateAt(x, y, scales).stream().map(e -> e.labelled(label)).toList();
    }

    @Override
    public String toString() {
      return label;
    }
  }

  @Override
  public String toString() {
    return label;
  }
}
