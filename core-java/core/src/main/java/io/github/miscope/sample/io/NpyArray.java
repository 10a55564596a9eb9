package io.github.miscope.sample.io;

import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * An array of numbers of any shape, as read from an NPY or NPZ file. Immutable.
 *
 * @see NpyFile
 * @see NpzFile
 */
public final class NpyArray {

  private final String from;
  private final int[] shape;
  private final NpyValues values;

  NpyArray(String from, int[] shape, NpyValues values) {
    this.from = from;
    this.shape = shape;
    this.values = values;
  }

  /**
   * The lengths of the axes.
   *
   * @return a copy; empty for a scalar
   */
  public int[] shape() {
    return shape.clone();
  }

  /**
   * The items with the last index varying fastest, whatever the order in the file. Integers beyond
   * 2^53 are rounded to the nearest double.
   *
   * @return a copy
   */
  public double[] values() {
    double[] copy = new double[values.size()];
    Arrays.setAll(copy, values::get);
    return copy;
  }

  /**
   * The array as n observations, one for each index of the first axis; the other axes, flattened,
   * are the dimensions. Integers beyond 2^53 are rounded to the nearest double.
   *
   * @param name the variable's name in messages
   * @return a continuous variable, n by d
   * @throws IllegalArgumentException if n &lt; 2, d &lt; 1 or a value is not finite; the message
   *     names the file
   */
  public Variable toVariable(String name) {
    Objects.requireNonNull(name, "name");
    int n = rows();
    int d = values.size() / n;
    if (d == 0) {
      throw new IllegalArgumentException(
          from + " must have at least 1 value in each row: shape=" + Arrays.toString(shape));
    }
    double[][] columns = new double[d][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        columns[j][i] = finite(i, j, d);
      }
    }
    return Variable.ofColumns(name, columns);
  }

  /**
   * The array as n classes, of which only equality counts.
   *
   * @param name the variable's name in messages
   * @return a discrete variable; its codes are the values where all are within the range of int,
   *     and their ranks otherwise
   * @throws IllegalArgumentException if there is not one value for each index of the first axis, n
   *     &lt; 2, or a value is not a whole number; the message names the file
   */
  public Variable toClasses(String name) {
    Objects.requireNonNull(name, "name");
    int n = rows();
    if (values.size() != n) {
      throw new IllegalArgumentException(
          from + " must have one class for each row: shape=" + Arrays.toString(shape));
    }
    for (int i = 0; i < n; i++) {
      double value = finite(i, 0, 1);
      if (value != Math.rint(value)) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "%s[%d] must be a whole number: %s", from, i, value));
      }
    }
    return Variable.discrete(name, values.codes());
  }

  private int rows() {
    if (shape.length == 0 || shape[0] < 2) {
      throw new IllegalArgumentException(
          from + " must have at least 2 rows: shape=" + Arrays.toString(shape));
    }
    return shape[0];
  }

  private double finite(int i, int j, int d) {
    double value = values.get(i * d + j);
    if (!Double.isFinite(value)) {
      String place = d == 1 ? "[" + i + "]" : "[" + i + "][" + j + "]";
      throw new IllegalArgumentException(from + place + " is " + value + ": values must be finite");
    }
    return value;
  }

  @Override
  public String toString() {
    return from + " " + Arrays.toString(shape);
  }
}
