package io.github.miscope.sweep;

import io.github.miscope.internal.text.Numbers;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of one cell of a sweep: one estimator at one swept value in one trial.
 *
 * @param task the label of the plan's task
 * @param estimator the label of the plan's estimator
 * @param parameter the name of the axis
 * @param value the swept value
 * @param n the number of samples
 * @param dX the number of dimensions of X; 0 if sampling failed
 * @param dY the number of dimensions of Y; 0 if sampling failed
 * @param trial the trial, from 0
 * @param seed the seed of the trial
 * @param trueNats the exact mutual information in nats; NaN where it is not known
 * @param nats the estimate in nats; NaN if the cell failed
 * @param seconds wall time of the estimate
 * @param warnings the kinds of the estimate's warnings, as "Ties"; empty if the cell failed
 * @param failure why the cell failed, or null
 */
public record SweepRow(
    String task,
    String estimator,
    String parameter,
    double value,
    int n,
    int dX,
    int dY,
    int trial,
    long seed,
    double trueNats,
    double nats,
    double seconds,
    List<String> warnings,
    @Nullable String failure) {

  /**
   * A row.
   *
   * @param task the label of the plan's task
   * @param estimator the label of the plan's estimator
   * @param parameter the name of the axis
   * @param value the swept value
   * @param n the number of samples
   * @param dX the number of dimensions of X
   * @param dY the number of dimensions of Y
   * @param trial the trial
   * @param seed the seed of the trial
   * @param trueNats the exact mutual information in nats
   * @param nats the estimate in nats
   * @param seconds wall time of the estimate
   * @param warnings the kinds of the estimate's warnings
   * @param failure why the cell failed, or null
   */
  public SweepRow {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(parameter, "parameter");
    Objects.requireNonNull(warnings, "warnings");
    warnings = List.copyOf(warnings);
  }

  /**
   * Whether the cell failed.
   *
   * @return true if there is a {@link #failure()} instead of an estimate
   */
  public boolean failed() {
    return failure != null;
  }

  /**
   * The cell in one line: "KSG, scaleX = 0.1, trial 0: 0.4321 nats (true 0.4463; n = 500, ...)".
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(estimator);
    if (!Double.isNaN(value)) {
      text.append(", ").append(parameter).append(" = ").append(Numbers.brief(value));
    }
    text.append(", trial ").append(trial).append(": ");
    if (failure != null) {
      return text.append("failed: ").append(failure).toString();
    }
    text.append(Numbers.fixed(nats)).append(" nats (");
    if (!Double.isNaN(trueNats)) {
      text.append("true ").append(Numbers.fixed(trueNats)).append("; ");
    }
    text.append("n = ").append(n).append(", d = ").append(dX).append(" + ").append(dY).append(")");
    if (!warnings.isEmpty()) {
      text.append(" ! ").append(String.join(", ", warnings));
    }
    return text.toString();
  }
}
