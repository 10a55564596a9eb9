package io.github.miscope.sample;

import java.util.Locale;
import java.util.Objects;

/**
 * n paired observations of X (n by dX) and Y (n by dY): row i of X was observed together with row i
 * of Y. Immutable, and valid once made.
 *
 * @param x the observations of X
 * @param y the observations of Y
 */
public record Samples(Variable x, Variable y) {

  /**
   * Pairs two variables.
   *
   * @param x the observations of X
   * @param y the observations of Y
   * @throws IllegalArgumentException if they differ in the number of observations
   */
  public Samples {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    requirePaired(x, y);
  }

  static void requirePaired(Variable x, Variable y) {
    if (x.n() != y.n()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %d rows but %s has %d: observations must be paired",
              x.name(),
              x.n(),
              y.name(),
              y.n()));
    }
  }

  /**
   * Pairs of numbers.
   *
   * @param x n observations of X
   * @param y n observations of Y
   * @return the samples
   * @throws IllegalArgumentException if lengths differ, n &lt; 2 or a value is not finite
   */
  public static Samples of(double[] x, double[] y) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    return new Samples(Variable.of("x", x), Variable.of("y", y));
  }

  /**
   * Pairs of vectors, given by rows.
   *
   * @param x n rows of dX values
   * @param y n rows of dY values
   * @return the samples
   * @throws IllegalArgumentException if lengths differ, n &lt; 2 or a value is not finite
   */
  public static Samples ofRows(double[][] x, double[][] y) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    return new Samples(Variable.ofRows("x", x), Variable.ofRows("y", y));
  }

  /**
   * Pairs of vectors, given by columns.
   *
   * @param x dX columns of n values
   * @param y dY columns of n values
   * @return the samples
   * @throws IllegalArgumentException if lengths differ, n &lt; 2 or a value is not finite
   */
  public static Samples ofColumns(double[][] x, double[][] y) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    return new Samples(Variable.ofColumns("x", x), Variable.ofColumns("y", y));
  }

  /**
   * The number of paired observations.
   *
   * @return n
   */
  public int n() {
    return x.n();
  }

  /**
   * The number of dimensions of X.
   *
   * @return dX
   */
  public int dX() {
    return x.d();
  }

  /**
   * The number of dimensions of Y.
   *
   * @return dY
   */
  public int dY() {
    return y.d();
  }

  /**
   * The same observations with X and Y exchanged.
   *
   * @return samples whose X is this one's Y
   */
  public Samples swapped() {
    return new Samples(y, x);
  }

  /**
   * Some of the pairs, in the given order.
   *
   * @param indices which ones, from 0; may repeat
   * @return the samples of those pairs
   * @throws IllegalArgumentException if an index is out of range or there are fewer than 2
   */
  public Samples rows(int... indices) {
    Objects.requireNonNull(indices, "indices");
    return new Samples(x.rows(indices), y.rows(indices));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "Samples(n = %d, dX = %d, dY = %d)", n(), dX(), dY());
  }
}
