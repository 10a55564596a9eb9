package io.github.miscope.benchmark;

import java.util.Objects;

/**
 * What a paper printed of an estimator on a task of a suite. NaN where a number is not legible.
 *
 * @param task the name of the task in the suite
 * @param estimator the paper's name of the estimator, as our labels write it: "KSG-Global-Linf"
 * @param normalisedRmse root mean squared error by the spread of the truths
 * @param spearman rank correlation of estimates and truths
 * @param bias mean of estimate - truth, in nats
 */
public record PrintedScore(
    String task, String estimator, double normalisedRmse, double spearman, double bias) {

  /**
   * Refuses null.
   *
   * @param task the name of the task in the suite
   * @param estimator the paper's name of the estimator
   * @param normalisedRmse root mean squared error by the spread of the truths
   * @param spearman rank correlation of estimates and truths
   * @param bias mean of estimate - truth, in nats
   */
  public PrintedScore {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(estimator, "estimator");
  }
}
