package io.github.miscope.task;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * An invertible map of one variable, as many dimensions out as in. Mutual information is the same
 * before and after (Kraskov, St&ouml;gbauer and Grassberger 2004, appendix).
 *
 * <p>Every application is checked on the data at hand: a map that overflows, or that gives two
 * distinct values of a column the same image (by rounding or because it is no bijection), throws
 * {@link IllegalArgumentException} rather than keep a known MI that is no longer true.
 */
public sealed interface Bijection extends InformationPreservingMap
    permits StandardBijection,
        Scale,
        Affine,
        RandomMatrix,
        RandomRotation,
        Spiral,
        CheckedPointwise,
        CheckedRows,
        ComposedBijection {

  /**
   * Leaves the variable as it is.
   *
   * @return the identity
   */
  static Bijection identity() {
    return StandardBijection.IDENTITY;
  }

  /**
   * Multiplies every column by one factor.
   *
   * @param factor finite, not zero
   * @return x to factor x
   * @throws IllegalArgumentException if the factor is zero or not finite
   */
  static Bijection scale(double factor) {
    return new Scale(factor);
  }

  /**
   * An affine map of the rows, x to A x + b. When applied, {@link #of the round trip} is checked.
   *
   * @param matrix A, d rows of d values, well invertible; copied
   * @param offset b, d values, finite; copied
   * @return the map, for variables of d dimensions only
   * @throws IllegalArgumentException if A is not square, not finite or not well invertible (its
   *     condition number, rows and columns scaled to equal magnitude, exceeds 1e8), or if b has
   *     another length or is not finite
   */
  static Bijection affine(double[][] matrix, double... offset) {
    Objects.requireNonNull(matrix, "matrix");
    Objects.requireNonNull(offset, "offset");
    return Affine.of(matrix, offset);
  }

  /**
   * A random matrix, x to alpha W'x with alpha and the entries of W uniform on (0, 1), drawn from
   * the seed at each application, and again until W is well invertible ("Towards Robust
   * Scale-Invariant Mutual Information Estimators", section 6.3, randmat).
   *
   * @return the map
   */
  static Bijection randmat() {
    return new RandomMatrix();
  }

  /**
   * A random rotation, uniform over all of them and reflections (Haar), drawn from the seed at each
   * application.
   *
   * @return the map
   */
  static Bijection randomRotation() {
    return new RandomRotation();
  }

  /**
   * Cubes every value (the same section, cube).
   *
   * @return x to x&sup3;
   */
  static Bijection cube() {
    return StandardBijection.CUBE;
  }

  /**
   * The logistic function of every value (the same section, sigmoid). Saturates in floating point
   * above 36 and below -745, so that it had better not follow {@link #cube()}.
   *
   * @return x to 1/(1 + exp(-x))
   */
  static Bijection sigmoid() {
    return StandardBijection.SIGMOID;
  }

  /**
   * The inverse hyperbolic sine of every value, which shortens tails (Czy&zdot; et al. 2023,
   * "Beyond Normal").
   *
   * @return x to asinh x
   */
  static Bijection asinh() {
    return StandardBijection.ASINH;
  }

  /**
   * The standard normal distribution function of every value, which makes normal columns uniform
   * (Czy&zdot; et al. 2023). Saturates in floating point above 8.3 and below -38.
   *
   * @return x to Phi(x)
   */
  static Bijection normalCdf() {
    return StandardBijection.NORMAL_CDF;
  }

  /**
   * The signed power 3/2 of every value, which lengthens tails (Czy&zdot; et al. 2023, half-cube).
   *
   * @return x to sign(x) |x|^(3/2)
   */
  static Bijection halfCube() {
    return StandardBijection.HALF_CUBE;
  }

  /**
   * Turns each row in the plane of two coordinates by an angle that grows with the row's squared
   * length: |x|&sup2; times the speed, in radians (Czy&zdot; et al. 2023, spiral). The round trip
   * is checked when applied.
   *
   * @param first the first coordinate of the plane, from 0
   * @param second the second coordinate, above the first
   * @param speed angle per squared length, finite
   * @return the map, for variables of more than {@code second} dimensions
   * @throws IllegalArgumentException if the coordinates are not in order or the speed is not finite
   */
  static Bijection spiral(int first, int second, double speed) {
    return new Spiral(first, second, speed);
  }

  /**
   * A function of rows with its inverse. At every application, the inverse of the image of each row
   * must be that row again: in every column to 1e-6 of the value's distance from the column's
   * median plus the median such distance. It is checked on the data at hand only; that the
   * functions are each other's inverse everywhere, and the same at every call, is up to the caller.
   * In checkpoints the name stands for the functions, as in {@link Task#identifiedBy}.
   *
   * @param name its label; other functions need another
   * @param forward maps a row of d values to d values; may change its argument
   * @param inverse maps such an image back; may change its argument
   * @return the map; it throws IllegalArgumentException, naming the map, the row and the values,
   *     where the round trip fails
   */
  static Bijection of(
      String name, UnaryOperator<double[]> forward, UnaryOperator<double[]> inverse) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(forward, "forward");
    Objects.requireNonNull(inverse, "inverse");
    return new CheckedRows(name, forward, inverse);
  }

  /**
   * A function of single values with its inverse, applied to each column alike and checked as
   * {@link #of}.
   *
   * @param name its label; other functions need another
   * @param forward maps a value
   * @param inverse maps the image back
   * @return the map; it throws IllegalArgumentException, naming the map, the row and the values,
   *     where the round trip fails
   */
  static Bijection pointwise(
      String name, DoubleUnaryOperator forward, DoubleUnaryOperator inverse) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(forward, "forward");
    Objects.requireNonNull(inverse, "inverse");
    return new CheckedPointwise(name, forward, inverse);
  }

  @Override
  default int dimension(int d) {
    return d;
  }

  @Override
  default Bijection latent() {
    return this;
  }

  /**
   * This bijection followed by another.
   *
   * @param next what is applied to the result of this map
   * @return the composition
   */
  default Bijection then(Bijection next) {
    Objects.requireNonNull(next, "next");
    return (Bijection) Steps.compose(this, next);
  }
}
