package io.github.miscope.neural.encoder;

import io.github.miscope.sample.Variable;
import java.util.Arrays;

/**
 * The map of columns to a network's input: (value - origin) / unit.
 *
 * @param origins one for each column
 * @param units one for each column, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record InputScale(double[] origins, double[] units) {

  /**
   * The scale of a sample.
   *
   * @param order of the rows in sums, so that their order in the sample does not matter
   */
  static InputScale of(double[][] columns, int[] order, Standardisation standardisation) {
    int d = columns.length;
    double[] origins = new double[d];
    double[] units = new double[d];
    if (standardisation == Standardisation.RANGE) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (double[] column : columns) {
        for (double value : column) {
          least = Math.min(least, value);
          most = Math.max(most, value);
        }
      }
      fill(origins, units, least, most - least);
      return new InputScale(origins, units);
    }
    if (standardisation == Standardisation.NONE) {
      fill(origins, units, 0, 1);
      return new InputScale(origins, units);
    }
    double meanVariance = 0;
    for (int j = 0; j < d; j++) {
      origins[j] = mean(columns[j], order);
      double variance = variance(columns[j], order, origins[j]);
      meanVariance += variance / d;
      units[j] = positive(Math.sqrt(variance));
    }
    if (standardisation == Standardisation.COMMON) {
      Arrays.fill(units, positive(Math.sqrt(meanVariance)));
    }
    return new InputScale(origins, units);
  }

  private static void fill(double[] origins, double[] units, double origin, double unit) {
    Arrays.fill(origins, origin);
    Arrays.fill(units, positive(unit));
  }

  private static double positive(double unit) {
    return unit > 0 ? unit : 1;
  }

  static double mean(double[] column, int[] order) {
    // From the first value, so that a large offset costs no digits.
    double origin = column[order[0]];
    double sum = 0;
    for (int i : order) {
      sum += column[i] - origin;
    }
    return origin + sum / order.length;
  }

  static double variance(double[] column, int[] order, double mean) {
    double sum = 0;
    for (int i : order) {
      sum += (column[i] - mean) * (column[i] - mean);
    }
    return sum / order.length;
  }

  /** Chosen rows, one after the other, in single precision. */
  float[] rows(double[][] columns, int[] order) {
    int d = columns.length;
    float[] rows = new float[Math.multiplyExact(order.length, d)];
    for (int j = 0; j < d; j++) {
      for (int i = 0; i < order.length; i++) {
        rows[i * d + j] = (float) ((columns[j][order[i]] - origins[j]) / units[j]);
      }
    }
    return rows;
  }

  /** Back to the units of the data: one column of rows. */
  double restored(float value, int column) {
    return origins[column] + units[column] * value;
  }

  /** Refuses values that single precision cannot hold. */
  static void requireFinite(Variable variable, float[] rows) {
    int d = variable.d();
    for (int i = 0; i < rows.length; i++) {
      if (!Float.isFinite(rows[i])) {
        throw new IllegalArgumentException(
            variable.name()
                + " must be within single precision after scaling: column "
                + variable.columnNames().get(i % d)
                + " is not");
      }
    }
  }
}
