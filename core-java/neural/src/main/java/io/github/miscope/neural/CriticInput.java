package io.github.miscope.neural;

import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Warning;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks for columns of which a critic sees little, after the estimator's own scaling. */
final class CriticInput {

  /**
   * A standard deviation this much larger than the middle of the data suggests is warned about. For
   * exp(sigma g), rho = 0.8, n = 1000, MINE-Local has 0.50 nats at sigma = 0, 0.46 at 1.5, where
   * the ratio is 3.7, 0.39 at 2 (8.9) and 0.21 at 3 (66); of Laplace's distribution the ratio is
   * 1.1, of Student's with three degrees of freedom 1.4.
   */
  private static final double LONG = 3;

  /** Of the middle of the data: its quantiles, and their distance for the normal distribution. */
  private static final double LOWER = 0.1;

  private static final double UPPER = 0.9;
  private static final double NORMAL_WIDTH = 2.563103131089201;

  /** A mean of more standard deviations is warned about where columns are not centred. */
  private static final double FAR = 100;

  private CriticInput() {}

  /**
   * Warnings about one variable, one of each kind, about its worst column.
   *
   * @param variable what the critic sees, before it is centred
   * @param centred whether it will be
   */
  static List<Warning> warnings(Variable variable, boolean centred) {
    EstimateWarning.LongTails longest = new EstimateWarning.LongTails("", LONG);
    EstimateWarning.OffsetColumn farthest = new EstimateWarning.OffsetColumn("", FAR, 1);
    for (int j = 0; j < variable.d(); j++) {
      if (variable.isConstant(j)) {
        continue;
      }
      String name = variable.columnNames().get(j);
      double[] column = variable.column(j);
      double mean = mean(column);
      double deviation = deviation(column, mean);
      double ratio = deviation / normalDeviation(column);
      if (ratio > longest.ratio() && ratio < Double.POSITIVE_INFINITY) {
        longest = new EstimateWarning.LongTails(name, ratio);
      }
      if (Math.abs(mean) * farthest.deviation() > Math.abs(farthest.mean()) * deviation) {
        farthest = new EstimateWarning.OffsetColumn(name, mean, deviation);
      }
    }
    List<Warning> warnings = new ArrayList<>();
    if (!longest.column().isEmpty()) {
      warnings.add(longest);
    }
    if (!centred && !farthest.column().isEmpty()) {
      warnings.add(farthest);
    }
    return warnings;
  }

  private static double mean(double[] column) {
    // From the first value, so that a large offset costs no digits.
    double origin = column[0];
    return origin + Arrays.stream(column).map(v -> v - origin).average().orElseThrow();
  }

  private static double deviation(double[] column, double mean) {
    // In units of the largest, so that no square overflows.
    double unit = Arrays.stream(column).map(v -> Math.abs(v - mean)).max().orElseThrow();
    double squares = Arrays.stream(column).map(v -> (v - mean) / unit).map(z -> z * z).sum();
    return unit * Math.sqrt(squares / column.length);
  }

  /** That of a normal distribution with the same middle; 0 if most values are equal. */
  private static double normalDeviation(double[] column) {
    double[] sorted = column.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    return (sorted[(int) (UPPER * last)] - sorted[(int) (LOWER * last)]) / NORMAL_WIDTH;
  }
}
