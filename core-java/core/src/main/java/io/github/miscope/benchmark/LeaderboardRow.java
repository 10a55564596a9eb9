package io.github.miscope.benchmark;

import io.github.miscope.internal.text.Numbers;
import java.util.Locale;
import java.util.Objects;

/**
 * An estimator on a leaderboard. Each task counts alike, whatever its number of trials. Numbers are
 * NaN where there is no error on any task.
 *
 * @param estimator its label
 * @param tasks the number of tasks with an estimate
 * @param failures the number of failed cells
 * @param meanAbsoluteError mean over tasks of the mean of |estimate - truth|, in nats
 * @param medianAbsoluteError median over tasks of the mean of |estimate - truth|, in nats
 * @param shareWithin mean over tasks of the part of trials within 0.1 nats of the truth; failed
 *     trials are not
 * @param largestOverestimate the largest estimate - truth of all cells, in nats; negative where all
 *     are too low
 * @param largestOverestimateTask the task that it is of; empty if there is none
 * @param meanRank mean over tasks of the rank among the estimators
 * @param seconds mean over tasks of the mean wall time of an estimate
 */
public record LeaderboardRow(
    String estimator,
    int tasks,
    int failures,
    double meanAbsoluteError,
    double medianAbsoluteError,
    double shareWithin,
    double largestOverestimate,
    String largestOverestimateTask,
    double meanRank,
    double seconds) {

  /**
   * Refuses null.
   *
   * @param estimator its label
   * @param tasks the number of tasks with an estimate
   * @param failures the number of failed cells
   * @param meanAbsoluteError mean over tasks of the mean of |estimate - truth|, in nats
   * @param medianAbsoluteError median over tasks of the mean of |estimate - truth|, in nats
   * @param shareWithin mean over tasks of the part of trials within 0.1 nats of the truth
   * @param largestOverestimate the largest estimate - truth of all cells, in nats
   * @param largestOverestimateTask the task that it is of
   * @param meanRank mean over tasks of the rank among the estimators
   * @param seconds mean over tasks of the mean wall time of an estimate
   */
  public LeaderboardRow {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(largestOverestimateTask, "largestOverestimateTask");
  }

  /** The row in one line: "auto: mean absolute error 0.0423 nats, median 0.0310, ...". */
  @Override
  public String toString() {
    String failed = failures == 0 ? "" : ", " + failures + " failed";
    return String.format(
        Locale.ROOT,
        "%s: mean absolute error %s nats, median %s, within 0.1 nats %.0f %%, largest overestimate"
            + " %+.4f (%s), mean rank %.2f, %s s%s",
        estimator,
        Numbers.fixed(meanAbsoluteError),
        Numbers.fixed(medianAbsoluteError),
        100 * shareWithin,
        largestOverestimate,
        largestOverestimateTask,
        meanRank,
        Numbers.brief(seconds),
        failed);
  }
}
