package io.github.miscope.benchmark;

import io.github.miscope.sweep.SummaryRow;
import java.util.Objects;

/**
 * How an estimator does on a task, over its trials. Errors are NaN where no trial has an estimate,
 * or the truth is not known.
 *
 * @param task the name of the task
 * @param n samples per trial
 * @param summary means, bias and RMSE over trials
 * @param meanAbsoluteError mean of |estimate - truth|, in nats
 * @param shareWithin the part of all trials whose estimate is within 0.1 nats of the truth; a
 *     failed trial is not
 * @param largestOverestimate the largest estimate - truth, in nats; negative where all are too low
 * @param rank place among the estimators by {@code meanAbsoluteError}, from 1; equal ones share the
 *     mean of their places, and those without an estimate the last ones
 * @param seconds mean wall time of an estimate
 */
public record TaskScore(
    String task,
    int n,
    SummaryRow summary,
    double meanAbsoluteError,
    double shareWithin,
    double largestOverestimate,
    double rank,
    double seconds) {

  /** What {@link #shareWithin()} counts as near the truth, in nats. */
  public static final double NEAR = 0.1;

  /**
   * Refuses null.
   *
   * @param task the name of the task
   * @param n samples per trial
   * @param summary means, bias and RMSE over trials
   * @param meanAbsoluteError mean of |estimate - truth|, in nats
   * @param shareWithin the part of all trials whose estimate is within 0.1 nats of the truth
   * @param largestOverestimate the largest estimate - truth, in nats
   * @param rank place among the estimators
   * @param seconds mean wall time of an estimate
   */
  public TaskScore {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(summary, "summary");
  }

  /**
   * The estimator.
   *
   * @return its label
   */
  public String estimator() {
    return summary.estimator();
  }

  /**
   * Whether there is no estimate.
   *
   * @return true if all trials failed
   */
  public boolean isEmpty() {
    return summary.trials() == 0;
  }

  TaskScore withRank(double newRank) {
    return new TaskScore(
        task, n, summary, meanAbsoluteError, shareWithin, largestOverestimate, newRank, seconds);
  }
}
