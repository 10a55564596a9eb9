package io.github.miscope.internal.density;

/**
 * Plain loops over arrays that HotSpot turns into vector instructions: squared distances and
 * exponentials, in the same bits on every machine.
 *
 * <p>exp(x) = exp(x / 2^m)^(2^m), by m squarings: no step of it is other than a product or a sum,
 * which is what can be vectorised. With y = x / 2^m in [-0.175, 0] and w = y + 0.0875, the Taylor
 * polynomial of degree 8 about -0.0875 leaves a relative |w|^9 / 9! e^(2|w|) &le; 1e-15, and its
 * rounding is below 4e-16; m squarings multiply the sum by 2^m and add less than 2^m 1.2e-16. Hence
 * a relative error below 2^m 1.6e-15: {@link #RELATIVE_ERROR} for x &ge; -44.8, eight times that
 * for x &ge; -358.
 *
 * <p>Each loop is short and all its arrays have the same index: HotSpot vectorises neither bodies
 * of more than about nine operations nor arrays at an offset to each other.
 */
final class ExpLoops {

  /** Numbers that are worked on together: what they need stays in the nearest cache. */
  static final int LARGEST_COUNT = 1024;

  /** x below the negative of this needs eleven squarings in place of eight. */
  static final double NARROW = 0.175 * 256;

  /** x must not be below the negative of this. */
  static final double WIDEST = 0.175 * 2048;

  /** The relative error for x of at least -NARROW. */
  static final double RELATIVE_ERROR = 256 * 1.6e-15;

  private static final double MIDDLE = 0.0875;
  private static final double C0 = StrictMath.exp(-MIDDLE);
  private static final double C1 = C0;
  private static final double C2 = C1 / 2;
  private static final double C3 = C2 / 3;
  private static final double C4 = C3 / 4;
  private static final double C5 = C4 / 5;
  private static final double C6 = C5 / 6;
  private static final double C7 = C6 / 7;
  private static final double C8 = C7 / 8;

  private ExpLoops() {}

  /**
   * Squared distances from one point to some of many.
   *
   * @param columns the many, by dimension
   * @param count how many
   * @param point the one
   * @param out receives the squares, from 0
   */
  static void squares(double[][] columns, int count, double[] point, double[] out) {
    int j;
    if (columns.length >= 3) {
      first(columns[0], columns[1], columns[2], point[0], point[1], point[2], count, out);
      j = 3;
    } else {
      first(columns[0], point[0], count, out);
      j = 1;
    }
    for (; j + 1 < columns.length; j += 2) {
      add(columns[j], columns[j + 1], point[j], point[j + 1], count, out);
    }
    if (j < columns.length) {
      add(columns[j], point[j], count, out);
    }
  }

  private static void first(double[] a, double p, int count, double[] out) {
    for (int i = 0; i < count; i++) {
      double u = a[i] - p;
      out[i] = u * u;
    }
  }

  private static void first(
      double[] a, double[] b, double[] c, double p, double q, double r, int count, double[] out) {
    for (int i = 0; i < count; i++) {
      double u = a[i] - p;
      double v = b[i] - q;
      double w = c[i] - r;
      out[i] = u * u + v * v + w * w;
    }
  }

  private static void add(double[] a, double p, int count, double[] out) {
    for (int i = 0; i < count; i++) {
      double u = a[i] - p;
      out[i] += u * u;
    }
  }

  private static void add(double[] a, double[] b, double p, double q, int count, double[] out) {
    for (int i = 0; i < count; i++) {
      double u = a[i] - p;
      double v = b[i] - q;
      out[i] += u * u + v * v;
    }
  }

  /**
   * Replaces x by weight times exp(-x).
   *
   * @param x numbers of at least 0; those above cut are taken for cut
   * @param count how many
   * @param cut at most WIDEST
   * @param weights of each
   * @param room for count numbers
   */
  static void expOfNegative(double[] x, int count, double cut, double[] weights, double[] room) {
    boolean narrow = cut <= NARROW;
    clamp(x, count, cut, narrow ? 1.0 / 256 : 1.0 / 2048, room);
    highTerms(room, count, x);
    lowTerms(room, count, x);
    if (!narrow) {
      power8(x, count);
    }
    power256(x, count, weights);
  }

  private static void clamp(double[] x, int count, double cut, double factor, double[] w) {
    for (int i = 0; i < count; i++) {
      w[i] = MIDDLE - Math.min(x[i], cut) * factor;
    }
  }

  private static void highTerms(double[] w, int count, double[] e) {
    for (int i = 0; i < count; i++) {
      double v = w[i];
      e[i] = C4 + v * (C5 + v * (C6 + v * (C7 + v * C8)));
    }
  }

  private static void lowTerms(double[] w, int count, double[] e) {
    for (int i = 0; i < count; i++) {
      double v = w[i];
      e[i] = C0 + v * (C1 + v * (C2 + v * (C3 + v * e[i])));
    }
  }

  private static void power8(double[] x, int count) {
    for (int i = 0; i < count; i++) {
      double e = x[i];
      e = e * e;
      e = e * e;
      x[i] = e * e;
    }
  }

  private static void power256(double[] x, int count, double[] weights) {
    for (int i = 0; i < count; i++) {
      double e = x[i];
      e = e * e;
      e = e * e;
      e = e * e;
      e = e * e;
      e = e * e;
      e = e * e;
      e = e * e;
      x[i] = e * e * weights[i];
    }
  }

  /** The sum of the first numbers, in eight parts. */
  static double sum(double[] x, int count) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    double e = 0;
    double f = 0;
    double g = 0;
    double h = 0;
    int i = 0;
    for (; i + 7 < count; i += 8) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
      e += x[i + 4];
      f += x[i + 5];
      g += x[i + 6];
      h += x[i + 7];
    }
    for (; i < count; i++) {
      a += x[i];
    }
    return a + b + (c + d) + (e + f + (g + h));
  }
}
