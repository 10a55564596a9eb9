package io.github.miscope.neural.training;

import io.github.miscope.estimator.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How the value of the bound went while a critic learnt.
 *
 * @param member which critic of the ensemble, from 0
 * @param points the evaluations, in the order of steps
 */
public record LearningCurve(int member, List<Point> points) {

  /** The name among an estimate's details, whose text {@link #of(Estimate)} reads. */
  public static final String DETAIL = "learning curve";

  private static final String HEADER = "member,step,training,validation";

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
    Objects.requireNonNull(points, "points");
    points = List.copyOf(points);
  }

  /**
   * The curves of an estimate, whatever scaling or label was laid over the estimator.
   *
   * @param estimate an estimate
   * @return one curve for each critic; none if the estimator was not a neural one
   */
  public static List<LearningCurve> of(Estimate estimate) {
    Objects.requireNonNull(estimate, "estimate");
    List<List<Point>> points = new ArrayList<>();
    estimate
        .details()
        .getOrDefault(DETAIL, "")
        .lines()
        .skip(1)
        .forEach(
            line -> {
              String[] values = line.split(",", -1);
              int member = Integer.parseInt(values[0]);
              while (points.size() <= member) {
                points.add(new ArrayList<>());
              }
              points
                  .get(member)
                  .add(
                      new Point(
                          Integer.parseInt(values[1]),
                          Double.parseDouble(values[2]),
                          Double.parseDouble(values[3])));
            });
    List<LearningCurve> curves = new ArrayList<>();
    for (int m = 0; m < points.size(); m++) {
      curves.add(new LearningCurve(m, points.get(m)));
    }
    return curves;
  }

  /**
   * Curves as a table of comma-separated values with a header: member, step, training, validation.
   *
   * @param curves one for each critic
   * @return the text that {@link #of(Estimate)} reads
   */
  public static String table(List<LearningCurve> curves) {
    Objects.requireNonNull(curves, "curves");
    StringBuilder text = new StringBuilder(HEADER);
    for (LearningCurve curve : curves) {
      for (Point point : curve.points) {
        text.append('\n').append(curve.member).append(',').append(point.step).append(',');
        text.append(point.training).append(',').append(point.validation);
      }
    }
    return text.toString();
  }
}
