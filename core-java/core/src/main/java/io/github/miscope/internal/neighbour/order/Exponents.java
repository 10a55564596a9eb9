package io.github.miscope.internal.neighbour.order;

import java.util.Arrays;

/** Powers of two taken out of data, so that no square overflows or underflows. */
public final class Exponents {

  /** A larger ratio of two variables' scales behaves like this one: the smaller one vanishes. */
  private static final int LARGEST_SHIFT = 900;

  /** The same where distances, times the ratio, are squared. */
  private static final int LARGEST_SQUARED_SHIFT = 400;

  /**
   * What is smaller than this beside values in [1, 2) is zero where distances are squared: the
   * square of the distance between any other two values is a normal number.
   */
  private static final double SMALLEST_SQUARED = 0x1p-400;

  /** Data of larger or smaller magnitude than 2^this or 2^-this are extreme. */
  private static final int EXTREME = 900;

  /** A column smaller than another by 2^-this loses values, or squares of them, beside it. */
  private static final int DISTANT = 200;

  private Exponents() {}

  /**
   * Scales columns in place, exactly, so that their largest magnitude lies in [1, 2).
   *
   * @param columns columns of n values, changed
   * @return the exponent that was taken out
   */
  public static int normalise(double[][] columns) {
    double largest = largest(columns);
    // Subnormal numbers have the exponent of zero: scaled up twice, they lose nothing.
    int exponent = Math.getExponent(largest);
    for (double[] column : columns) {
      scale(column, -exponent);
    }
    return exponent;
  }

  /**
   * For each column the exponent of its largest magnitude, if these are so far apart that one
   * column would vanish beside another.
   *
   * @param columns columns of n values
   * @return an exponent for each column, all zero where none would vanish
   */
  public static int[] ofDistant(double[][] columns) {
    int[] exponents =
        Arrays.stream(columns)
            .mapToInt(column -> Math.getExponent(largest(new double[][] {column})))
            .toArray();
    int least = Arrays.stream(exponents).min().orElse(0);
    int most = Arrays.stream(exponents).max().orElse(0);
    return most - least > DISTANT ? exponents : new int[exponents.length];
  }

  /**
   * Multiplies by 2^exponent in place, each value rounded at most once.
   *
   * @param column n values, changed
   * @param exponent the exponent
   */
  public static void scale(double[] column, int exponent) {
    if (exponent == 0) {
      return;
    }
    if (Math.abs(exponent) > Double.MAX_EXPONENT - 1) {
      for (int i = 0; i < column.length; i++) {
        column[i] = Math.scalb(column[i], exponent);
      }
      return;
    }
    double factor = Math.scalb(1.0, exponent);
    for (int i = 0; i < column.length; i++) {
      column[i] *= factor;
    }
  }

  /**
   * Scales the columns of several variables by one power of two, in place, if the largest magnitude
   * is so large that differences could overflow, or so small that parts of a difference could not
   * be told from zero; else nothing is changed.
   *
   * @param variables for each its columns of n values, changed
   * @return the exponent that was taken out
   */
  public static int normaliseExtreme(double[][]... variables) {
    double[][] all = Arrays.stream(variables).flatMap(Arrays::stream).toArray(double[][]::new);
    int exponent = Math.getExponent(largest(all));
    return Math.abs(exponent) < EXTREME ? 0 : normalise(all);
  }

  private static double largest(double[][] columns) {
    double largest = 0;
    for (double[] column : columns) {
      for (double v : column) {
        largest = Math.max(largest, Math.abs(v));
      }
    }
    return largest;
  }

  /**
   * Makes zero, in place, what is too small beside the largest values for distances to be squared.
   *
   * @param columns normalised columns, changed
   */
  public static void flush(double[][] columns) {
    for (double[] column : columns) {
      for (int i = 0; i < column.length; i++) {
        column[i] = Math.abs(column[i]) < SMALLEST_SQUARED ? 0 : column[i];
      }
    }
  }

  /**
   * A scale times a power of two, within bounds beyond which one of two variables vanishes.
   *
   * @param scale the scale
   * @param exponent the exponent of the power
   * @param squares whether distances times the scale will be squared
   * @return scale 2^exponent
   */
  public static double shift(double scale, int exponent, boolean squares) {
    int largest = squares ? LARGEST_SQUARED_SHIFT : LARGEST_SHIFT;
    int own = Math.getExponent(scale);
    int bounded = Math.max(-largest, Math.min(largest, own + exponent));
    return Math.scalb(scale, bounded - own);
  }
}
