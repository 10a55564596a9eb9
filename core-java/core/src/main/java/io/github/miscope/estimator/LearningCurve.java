package io.github.miscope.estimator;

import io.github.miscope.internal.check.Check;
import java.util.List;
import java.util.Optional;

/**
 * How the value of the bound went while a critic learnt.
 *
 * @param member which critic of the ensemble, from 0
 * @param points the evaluations, in the order of steps
 */
public record LearningCurve(int member, List<Point> points) implements Finding {

  /**
   * An evaluation.
   *
   * @param step how many batches the critic had seen
   * @param training the value of the bound on training data, in nats
   * @param validation the value of the bound on validation data, in nats; NaN if there are none
   */
  public record Point(int step, double training, double validation) {}

  /**
   * A curve.
   *
   * @param member which critic of the ensemble
   * @param points the evaluations
   */
  public LearningCurve {
    points = Check.copy("points", points);
  }

  @Override
  public String name() {
    return "learning curve";
  }

  /** A curve is no text. */
  @Override
  public Optional<String> text() {
    return Optional.empty();
  }
}
