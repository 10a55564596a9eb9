package io.github.miscope.sweep;

import io.github.miscope.internal.mean.Means;
import io.github.miscope.internal.neighbour.order.Ranks;
import io.github.miscope.internal.text.Numbers;
import java.util.List;
import java.util.Objects;

/**
 * The trials of one estimator at one swept value, summarised. Statistics that need a known truth
 * are NaN without one; failed cells are counted and left out.
 *
 * @param estimator the label of the estimator
 * @param parameter the name of the axis
 * @param value the swept value
 * @param trials the number of trials with an estimate
 * @param failures the number of failed trials
 * @param meanTrueNats mean of the exact mutual information, in nats
 * @param meanNats mean of the estimates, in nats
 * @param standardDeviation standard deviation of the estimates over trials, in nats; NaN for one
 *     trial
 * @param bias mean of estimate - truth, in nats
 * @param rmse root of the mean squared error, in nats
 * @param normalisedRmse rmse / sqrt(E_ij (mu_i - mu_j)&#178;), mu the truths of the trials; NaN
 *     where the truth does not vary between trials
 * @param spearman rank correlation of estimates and truths; NaN where either does not vary
 */
public record SummaryRow(
    String estimator,
    String parameter,
    double value,
    int trials,
    int failures,
    double meanTrueNats,
    double meanNats,
    double standardDeviation,
    double bias,
    double rmse,
    double normalisedRmse,
    double spearman) {

  /**
   * Refuses null.
   *
   * @param estimator the label of the estimator
   * @param parameter the name of the axis
   * @param value the swept value
   * @param trials the number of trials with an estimate
   * @param failures the number of failed trials
   * @param meanTrueNats mean of the exact mutual information, in nats
   * @param meanNats mean of the estimates, in nats
   * @param standardDeviation standard deviation of the estimates over trials, in nats; NaN for one
   *     trial
   * @param bias mean of estimate - truth, in nats
   * @param rmse root of the mean squared error, in nats
   * @param normalisedRmse rmse / sqrt(E_ij (mu_i - mu_j)&#178;), mu the truths of the trials; NaN
   *     where the truth does not vary between trials
   * @param spearman rank correlation of estimates and truths; NaN where either does not vary
   */
  public SummaryRow {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(parameter, "parameter");
  }

  /**
   * Summarises the rows of one estimator at one value.
   *
   * @param rows at least one
   * @return their summary
   * @throws IllegalArgumentException if there is none
   */
  public static SummaryRow of(List<SweepRow> rows) {
    Objects.requireNonNull(rows, "rows");
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("rows is empty: at least 1 is needed");
    }
    SweepRow first = rows.get(0);
    List<SweepRow> good = rows.stream().filter(row -> !row.failed()).toList();
    double[] estimates = good.stream().mapToDouble(SweepRow::nats).toArray();
    double[] truths = good.stream().mapToDouble(SweepRow::trueNats).toArray();
    double[] errors = new double[estimates.length];
    double[] squares = new double[estimates.length];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = estimates[i] - truths[i];
      squares[i] = errors[i] * errors[i];
    }
    double rmse = Math.sqrt(Means.mean(squares));
    // E over all pairs (i, j) of (mu_i - mu_j)^2 is twice the variance.
    double base = Math.sqrt(2 * sumOfSquares(truths) / truths.length);
    return new SummaryRow(
        first.estimator(),
        first.parameter(),
        first.value(),
        good.size(),
        rows.size() - good.size(),
        Means.mean(truths),
        Means.mean(estimates),
        estimates.length < 2
            ? Double.NaN
            : Math.sqrt(sumOfSquares(estimates) / (estimates.length - 1)),
        Means.mean(errors),
        rmse,
        base > 0 ? rmse / base : Double.NaN,
        spearman(estimates, truths));
  }

  /** Squared deviations from the mean, measured from the first value so that equal ones give 0. */
  private static double sumOfSquares(double[] values) {
    double sum = 0;
    double squares = 0;
    for (double v : values) {
      double d = v - values[0];
      sum += d;
      squares += d * d;
    }
    return Math.max(0, squares - sum * sum / values.length);
  }

  private static double spearman(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      if (Double.isNaN(a[i]) || Double.isNaN(b[i])) {
        return Double.NaN;
      }
    }
    if (a.length < 2) {
      return Double.NaN;
    }
    double[] ra = Ranks.of(a);
    double[] rb = Ranks.of(b);
    double middle = (a.length + 1) / 2.0;
    return Means.correlation(ra, middle, rb, middle);
  }

  /**
   * The value in one line: "KSG, scaleX = 0.1: mean 0.4321 nats, sd 0.0312 over 10 trials, ...".
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(estimator);
    if (!Double.isNaN(value)) {
      text.append(", ").append(parameter).append(" = ").append(Numbers.brief(value));
    }
    text.append(": ");
    if (trials == 0) {
      text.append("no estimate");
    } else {
      text.append("mean ").append(Numbers.fixed(meanNats)).append(" nats");
      if (!Double.isNaN(standardDeviation)) {
        text.append(", sd ").append(Numbers.fixed(standardDeviation));
      }
      text.append(trials == 1 ? " of 1 trial" : " over " + trials + " trials");
      if (!Double.isNaN(meanTrueNats)) {
        text.append(", true ").append(Numbers.fixed(meanTrueNats));
        text.append(", RMSE ").append(Numbers.fixed(rmse));
      }
    }
    return failures == 0
        ? text.toString()
        : text.append(", ").append(failures).append(" failed").toString();
  }
}
