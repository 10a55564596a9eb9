package io.github.miscope.internal.density;

import java.util.Arrays;

/**
 * The kernels of all centres of a narrow box, as one Taylor series about the box's middle.
 *
 * <p>With a = t - middle and b = s - middle in units of sqrt(2) beta, exp(-|t - s|^2) = exp(-|a|^2)
 * exp(-|b|^2) exp(x), x = 2 a.b. The series of exp(x) up to degree p - 1 is a polynomial in a,
 * whose coefficients are summed over centres once. With |b| &le; r its remainder is at most |x|^p /
 * p! e^|x| &le; (2|a|r)^p / p! e^(2|a|r), while exp(x) &ge; e^(-2|a|r). All other factors being
 * positive and common, the sum over centres is right to a relative (2|a|r)^p / p! e^(4|a|r),
 * however far away t is.
 */
final class TaylorExpansion {

  /** Points that are expanded or evaluated together. */
  static final int CHUNK = 256;

  private static final int LARGEST_ORDER = 24;
  private static final int MAX_TERMS = 400;

  /** Centres that a term must stand for. */
  private static final double CENTRES_PER_TERM = 2;

  private final double[] middle;
  private final double radius;
  private final int order;
  private final Monomials monomials;
  private final double[] coefficients;

  TaylorExpansion(CentreTree tree, int node, Monomials monomials) {
    int d = tree.points.length;
    this.monomials = monomials;
    middle = tree.middle(node);
    radius = tree.radius(node);
    order = tree.expansionOrder[node];
    coefficients = new double[monomials.size()];
    double[][] b = new double[d][CHUNK];
    double[] factor = new double[CHUNK];
    double[][] powers = new double[monomials.size()][CHUNK];
    double[][] points = new double[d][CHUNK];
    for (int start = tree.from[node]; start < tree.to[node]; start += CHUNK) {
      int count = Math.min(CHUNK, tree.to[node] - start);
      for (int j = 0; j < d; j++) {
        System.arraycopy(tree.points[j], start, points[j], 0, count);
      }
      ExpLoops.squares(points, count, middle, factor);
      for (int i = 0; i < count; i++) {
        factor[i] = tree.mass[start + i] * Math.exp(-factor[i]);
      }
      for (int j = 0; j < d; j++) {
        for (int i = 0; i < count; i++) {
          b[j][i] = 2 * (points[j][i] - middle[j]);
        }
      }
      monomials.at(b, count, powers);
      for (int k = 0; k < coefficients.length; k++) {
        coefficients[k] += dot(powers[k], factor, count);
      }
    }
    for (int k = 0; k < coefficients.length; k++) {
      coefficients[k] *= monomials.inverseFactorial[k];
    }
  }

  private static double dot(double[] a, double[] b, int count) {
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < count; i += 2) {
      even += a[i] * b[i];
      odd += a[i + 1] * b[i + 1];
    }
    return even + odd + (i < count ? a[i] * b[i] : 0);
  }

  /** The relative error at distance a of a series of an order about a box of radius r. */
  static double relativeError(int order, double r, double a) {
    double x = 2 * a * r;
    double term = Math.exp(2 * x);
    // Sums of a polynomial whose terms cancel: rounding of the largest of them.
    double rounding = 1e-14 * term;
    for (int k = 1; k <= order; k++) {
      term *= x / k;
    }
    return x == 0 ? 1e-14 : term + rounding;
  }

  /**
   * The order that a box needs, or 0 if a series does not pay.
   *
   * @param d dimensions
   * @param r the box's radius
   * @param count the centres in it
   * @param a the distance up to which it is to hold
   * @param tolerance the relative error
   */
  static int order(int d, double r, int count, double a, double tolerance) {
    if (4 * a * r > 600) {
      return 0;
    }
    for (int order = 1; order <= LARGEST_ORDER; order++) {
      double terms = Monomials.count(d, order);
      if (terms > MAX_TERMS || terms * CENTRES_PER_TERM > count) {
        return 0;
      }
      if (relativeError(order, r, a) <= tolerance) {
        return order;
      }
    }
    return 0;
  }

  /** Room for one thread. */
  static final class Room {
    private final double[][] a;
    private double[][] powers = new double[0][];
    private final double[] squares = new double[CHUNK];
    private final double[] values = new double[CHUNK];

    Room(int d) {
      a = new double[d][CHUNK];
    }

    private double[][] powers(int size) {
      if (powers.length < size) {
        powers = new double[size][CHUNK];
      }
      return powers;
    }
  }

  /**
   * Adds the sum over centres at some points, and its error.
   *
   * @param points by dimension
   * @param count how many, at most CHUNK
   * @param cut exponents beyond this are left out
   * @param room for intermediate values
   * @param sums to add to
   * @param errors to add to; what is left out is not counted
   */
  void add(double[][] points, int count, double cut, Room room, double[] sums, double[] errors) {
    double[] squares = room.squares;
    for (int i = 0; i < count; i++) {
      squares[i] = 0;
    }
    for (int j = 0; j < points.length; j++) {
      shift(points[j], middle[j], count, room.a[j], squares);
    }
    double[] values = room.values;
    if (coefficients.length == 1) {
      Arrays.fill(values, 0, count, coefficients[0]);
    } else {
      double[][] powers = room.powers(coefficients.length);
      monomials.at(room.a, count, powers);
      Arrays.fill(values, 0, count, coefficients[0]);
      for (int k = 1; k < coefficients.length; k++) {
        addScaled(coefficients[k], powers[k], count, values);
      }
    }
    double limit = Math.sqrt(cut) + radius;
    double farthest = limit * limit;
    double widest = 0;
    for (int i = 0; i < count; i++) {
      widest = squares[i] <= farthest ? Math.max(widest, squares[i]) : widest;
    }
    double error = relativeError(order, radius, Math.sqrt(widest));
    for (int i = 0; i < count; i++) {
      if (squares[i] <= farthest) {
        double value = values[i] * Math.exp(-squares[i]);
        sums[i] += value;
        errors[i] += Math.abs(value) * error;
      }
    }
  }

  private static void shift(
      double[] points, double middle, int count, double[] out, double[] squares) {
    for (int i = 0; i < count; i++) {
      double a = points[i] - middle;
      out[i] = a;
      squares[i] += a * a;
    }
  }

  private static void addScaled(double factor, double[] powers, int count, double[] values) {
    for (int i = 0; i < count; i++) {
      values[i] += factor * powers[i];
    }
  }
}
