package io.github.miscope.internal.density;

/**
 * The sum of the kernels of all points of one box, as a Hermite series about the box's centre (the
 * fast Gauss transform of Greengard and Strain, SIAM Journal on Scientific and Statistical
 * Computing 12, 79, 1991), with its error bound.
 *
 * <p>With t = (x - centre) / (sqrt(2) b) and s likewise for a point of the box, the kernel is the
 * product over dimensions of exp(-(t-s)^2) = sum over k of s^k / k! h_k(t), h_k(t) = H_k(t)
 * exp(-t^2). By Cram&eacute;r's inequality |h_k(t)| &le; 1.0865 sqrt(2^k k!) exp(-t^2/2), so that
 * with |s| &le; r the terms from order p on are at most exp(-t^2/2) times tail(r, p) = 1.0865 sum
 * over k &ge; p of (sqrt(2) r)^k / sqrt(k!).
 */
final class HermiteExpansion {

  /** The most terms per dimension. */
  private static final int LARGEST_ORDER = 24;

  /** The largest tail, per dimension. */
  private static final double PRECISION = 1e-7;

  private static final double CRAMER = 1.0865;

  private final double[] centre;
  private final double scale;
  private final int order;

  /**
   * sum over points of the product over dimensions of s^k / k!; the last dimension runs fastest.
   */
  private final double[] moments;

  /** The error is at most this times the product over dimensions of exp(-t^2/2). */
  private final double errorFactor;

  HermiteExpansion(PointTree tree, int node, double bandwidth) {
    centre = tree.centre[node];
    scale = 1 / (Math.sqrt(2) * bandwidth);
    order = order(tree.halfWidth[node], bandwidth);
    moments = new double[(int) termCount(order, centre.length)];
    double[] products = new double[moments.length];
    for (int t = tree.from[node]; t < tree.to[node]; t++) {
      addPoint(tree.points, t, products);
    }
    errorFactor = tree.count(node) * errorPerPoint(tree.halfWidth[node]);
  }

  /** The terms per dimension that a box needs, 0 if it is too wide. */
  static int order(double[] halfWidth, double bandwidth) {
    double widest = 0;
    for (double width : halfWidth) {
      widest = Math.max(widest, width);
    }
    double r = widest / (Math.sqrt(2) * bandwidth);
    for (int order = 2; order <= LARGEST_ORDER; order += 2) {
      if (tail(r, order) <= PRECISION) {
        return order;
      }
    }
    return 0;
  }

  /** The number of terms in d dimensions. */
  static double termCount(int order, int d) {
    return Math.pow(order, d);
  }

  private void addPoint(double[][] points, int t, double[] products) {
    products[0] = 1;
    int length = 1;
    for (int j = 0; j < points.length; j++) {
      double s = (points[j][t] - centre[j]) * scale;
      // From the back, so that what is read has not been overwritten.
      for (int a = length - 1; a >= 0; a--) {
        double value = products[a];
        for (int k = 0; k < order; k++) {
          products[a * order + k] = value;
          value *= s / (k + 1);
        }
      }
      length *= order;
    }
    for (int a = 0; a < length; a++) {
      moments[a] += products[a];
    }
  }

  /**
   * |prod(g + e) - prod g| with |g| at most exp(-t^2/2) exp(r^2), since exp(-(t-s)^2) exp(t^2/2) is
   * largest at t = 2s, and |e| at most exp(-t^2/2) tail(r, p).
   */
  private double errorPerPoint(double[] halfWidth) {
    double with = 1;
    double without = 1;
    for (double width : halfWidth) {
      double r = width * scale;
      double kernel = Math.exp(r * r);
      with *= kernel + tail(r, order);
      without *= kernel;
    }
    return with - without;
  }

  private static double tail(double r, int order) {
    double ratio = Math.sqrt(2) * r;
    double term = CRAMER;
    for (int k = 1; k <= order; k++) {
      term *= ratio / Math.sqrt(k);
    }
    // The ratio of successive terms falls: what follows is less than a geometric series.
    double next = ratio / Math.sqrt(order + 1);
    return next < 1 ? term / (1 - next) : Double.POSITIVE_INFINITY;
  }

  /** Values of one series, and room to compute them. */
  static final class Evaluation {
    private final double[] hermite = new double[LARGEST_ORDER + 2];
    private double[] sums = new double[0];
    private double[] squares = new double[0];
    private double sum;
    private double square;
    private double error;

    /** The sum of kernels. */
    double sum() {
      return sum;
    }

    /** The sum of kernels times squared distances. */
    double weighted() {
      return square;
    }

    /** What the sum of kernels is not farther off than. */
    double error() {
      return error;
    }

    /** Evaluates at point t of the tree. */
    void evaluate(HermiteExpansion series, PointTree tree, int t) {
      int d = tree.points.length;
      int order = series.order;
      int length = series.moments.length / order;
      if (sums.length < length) {
        sums = new double[length];
        squares = new double[length];
      }
      error = series.errorFactor;
      double[] values = series.moments;
      // The last dimension runs fastest: sum over its terms first, and go on with what is left.
      for (int j = d - 1; j >= 0; j--) {
        hermite((tree.points[j][t] - series.centre[j]) * series.scale, order);
        error *= Math.sqrt(hermite[0]);
        contract(values, j == d - 1, length, order);
        values = sums;
        length /= order;
      }
      sum = sums[0];
      // |x - y|^2 = 2 b^2 |t - s|^2
      square = squares[0] / (series.scale * series.scale);
    }

    /** h_(k+1)(t) = 2 t h_k(t) - 2 k h_(k-1)(t). */
    private void hermite(double t, int order) {
      hermite[0] = Math.exp(-t * t);
      hermite[1] = 2 * t * hermite[0];
      for (int k = 1; k <= order; k++) {
        hermite[k + 1] = 2 * t * hermite[k] - 2 * k * hermite[k - 1];
      }
    }

    /** u^2 exp(-u^2) = (exp(-u^2)'' + 2 exp(-u^2)) / 4, and h_k'' = h_(k+2). */
    private void contract(double[] values, boolean first, int length, int order) {
      for (int a = 0; a < length; a++) {
        double plain = 0;
        double squared = 0;
        for (int k = 0; k < order; k++) {
          double value = values[a * order + k];
          plain += value * hermite[k];
          squared += value * 0.25 * (hermite[k + 2] + 2 * hermite[k]);
          if (!first) {
            squared += squares[a * order + k] * hermite[k];
          }
        }
        sums[a] = plain;
        squares[a] = squared;
      }
    }
  }
}
