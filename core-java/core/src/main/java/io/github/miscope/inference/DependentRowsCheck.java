package io.github.miscope.inference;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.Warning;
import io.github.miscope.sample.Variable;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Looks for rank autocorrelation in the order of rows: at lag 1, and by the portmanteau statistic
 * of Ljung and Box (1978) over 10 lags, with Bonferroni's correction for the two and for the number
 * of columns. Only if X and Y both have it are pairs dependent in a way that matters: one
 * independent sequence is enough for exact permutation. False alarms: at most 1 in 1000.
 */
final class DependentRowsCheck {

  private static final double LEVEL = 0.001;

  /** Weaker dependence between rows hardly changes an error bar, however significant it is. */
  private static final double MIN_CORRELATION = 0.1;

  private static final int MIN_ROWS = 30;
  private static final int MAX_LAGS = 10;

  /** Columns of rare events have too few coincidences for a normal approximation. */
  private static final double MIN_COINCIDENCES = 10;

  /** A column and its autocorrelation. */
  record Found(String column, double correlation) {}

  private DependentRowsCheck() {}

  static Optional<Warning> of(CheckedVariable first, CheckedVariable second) {
    return first
        .dependentRows()
        .flatMap(
            x ->
                second
                    .dependentRows()
                    .map(
                        y ->
                            new DataWarning.DependentRows(
                                x.column, x.correlation, y.column, y.correlation)));
  }

  /** The column whose rows depend most on each other, if one's do. */
  static Optional<Found> strongest(Variable variable, IntFunction<SortedValues> values) {
    if (variable.n() < MIN_ROWS) {
      return Optional.empty();
    }
    Found strongest = new Found("", 0);
    for (int j = 0; j < variable.d(); j++) {
      EstimationInterruptedException.throwIfInterrupted("the check for dependent rows");
      SortedValues own = values.apply(j);
      if (CoarseRanks.autocorrelateLess(own.values(), lags(variable.n()), MIN_CORRELATION)) {
        continue;
      }
      double correlation = significant(own, LEVEL / (2 * variable.d()));
      if (Math.abs(correlation) > Math.abs(strongest.correlation)) {
        strongest = new Found(variable.columnNames().get(j), correlation);
      }
    }
    return Math.abs(strongest.correlation) >= MIN_CORRELATION
        ? Optional.of(strongest)
        : Optional.empty();
  }

  /** The largest autocorrelation if one of the two tests rejects, else zero. */
  private static double significant(SortedValues values, double level) {
    double n = values.values().length;
    EstimationInterruptedException.throwIfInterrupted("the check for dependent rows");
    double[] ranks = values.ranks();
    if (coincidences(values) < MIN_COINCIDENCES) {
      return 0;
    }
    int lags = lags(ranks.length);
    double portmanteau = 0;
    double largest = 0;
    double first = 0;
    for (int lag = lags; lag >= 1; lag--) {
      first = autocorrelation(ranks, lag);
      portmanteau += n * (n + 2) * first * first / (n - lag);
      largest = Math.abs(first) > Math.abs(largest) ? first : largest;
    }
    double both =
        Math.min(
            2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(first) * Math.sqrt(n)),
            ChiSquaredDistribution.of(lags).survivalProbability(portmanteau));
    return both < level ? largest : 0;
  }

  private static int lags(int n) {
    return Math.min(MAX_LAGS, n / 10);
  }

  private static double autocorrelation(double[] ranks, int lag) {
    double mean = (ranks.length + 1) / 2.0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < ranks.length; i++) {
      double deviation = ranks[i] - mean;
      squares += deviation * deviation;
      sum += i >= lag ? deviation * (ranks[i - lag] - mean) : 0;
    }
    return sum / squares;
  }

  /** How often two neighbouring rows both differ from the most frequent value, by chance. */
  private static double coincidences(SortedValues values) {
    int n = values.values().length;
    double others = n - values.longestTie();
    return others * others / n;
  }
}
