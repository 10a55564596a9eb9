package io.github.miscope.inference;

import java.util.Arrays;

/**
 * Ranks that are known up to an error, without sorting: those of many equal cells over the range of
 * a column. They show where rows certainly do not depend on each other.
 */
final class CoarseRanks {

  /** Fewer rows are sorted in no time. */
  static final int MIN_ROWS = 10_000;

  private static final int CELLS = 1 << 16;

  /** Rounding of sums of up to 2^31 terms is far below this part of them. */
  private static final double ROUNDING = 1e-5;

  /** By row, its rank less the mean rank, but for the error. */
  private final double[] deviations;

  private final double error;

  private CoarseRanks(double[] deviations, double error) {
    this.deviations = deviations;
    this.error = error;
  }

  /**
   * Whether all autocorrelations of the ranks of a column, at lags from 1 to some, are certainly
   * less than a number in size.
   */
  static boolean autocorrelateLess(double[] column, int lags, double number) {
    int n = column.length;
    if (n < MIN_ROWS || lags >= n) {
      return false;
    }
    double low = column[0];
    double high = column[0];
    for (double v : column) {
      low = v < low ? v : low;
      high = v > high ? v : high;
    }
    double perUnit = CELLS / (high - low);
    return perUnit > 0
        && perUnit < Double.POSITIVE_INFINITY
        && of(column, low, perUnit).autocorrelateLess(lags, number);
  }

  private static CoarseRanks of(double[] column, double low, double perUnit) {
    int n = column.length;
    int[] counts = new int[CELLS];
    // Neither the difference nor the product decreases with the value, rounded or not.
    for (double v : column) {
      counts[Math.min(CELLS - 1, (int) ((v - low) * perUnit))]++;
    }
    double[] middles = new double[CELLS];
    double mean = (n + 1) / 2.0;
    double before = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      middles[cell] = before + (counts[cell] + 1) / 2.0 - mean;
      before += counts[cell];
    }
    double[] deviations = new double[n];
    for (int i = 0; i < n; i++) {
      deviations[i] = middles[Math.min(CELLS - 1, (int) ((column[i] - low) * perUnit))];
    }
    return new CoarseRanks(deviations, (Arrays.stream(counts).max().orElse(0) - 1) / 2.0);
  }

  private boolean autocorrelateLess(int lags, double number) {
    int n = deviations.length;
    double sizes = 0;
    double squares = 0;
    for (double d : deviations) {
      sizes += Math.abs(d);
      squares += d * d;
    }
    // An error e of each of two deviations c and d changes c d by (|c| + |d|) e + e^2 at most.
    double ofProducts = 2 * error * sizes + n * error * error;
    double ofSquares = squares - 2 * error * sizes;
    double most = number * (1 - ROUNDING) * ofSquares - ofProducts - ROUNDING * squares;
    if (!(most > 0)) {
      return false;
    }
    for (int lag = 1; lag <= lags; lag++) {
      if (!(Math.abs(products(lag)) < most)) {
        return false;
      }
    }
    return true;
  }

  /** The sum of products of deviations that are some rows apart, as four sums side by side. */
  private double products(int lag) {
    double[] d = deviations;
    double sum = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = lag;
    for (; i + 3 < d.length; i += 4) {
      sum += d[i] * d[i - lag];
      second += d[i + 1] * d[i + 1 - lag];
      third += d[i + 2] * d[i + 2 - lag];
      fourth += d[i + 3] * d[i + 3 - lag];
    }
    for (; i < d.length; i++) {
      sum += d[i] * d[i - lag];
    }
    return sum + second + third + fourth;
  }
}
