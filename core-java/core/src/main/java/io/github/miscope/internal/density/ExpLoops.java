package io.github.miscope.internal.density;

/**
 * Plain loops over arrays that HotSpot turns into vector instructions: squared distances and
 * exponentials, in the same bits on every machine.
 *
 * <p>exp(x) = exp(x / 2^m)^(2^m), by m squarings: no step of it is other than a product or a sum,
 * which is what can be vectorised. With y = x / 2^m in [-0.35, 0] and w = y + 0.175, the Taylor
 * polynomial of degree 10 about -0.175 leaves a relative |w|^11 / 11! e^(2|w|) &le; 1.7e-16, and
 * its rounding is below 4e-16; m squarings multiply the sum by 2^m and add less than 2^m 1.2e-16.
 * Hence a relative error below 2^m 7e-16: {@link #RELATIVE_ERROR} for x &ge; -44.8, eight times
 * that for x &ge; -358.
 */
final class ExpLoops {

  /** x below the negative of this needs ten squarings in place of seven. */
  static final double NARROW = 0.35 * 128;

  /** x must not be below the negative of this. */
  static final double WIDEST = 0.35 * 1024;

  /** The relative error for x of at least -NARROW. */
  static final double RELATIVE_ERROR = 128 * 7e-16;

  private static final double MIDDLE = 0.175;
  private static final double C0 = StrictMath.exp(-MIDDLE);
  private static final double C1 = C0;
  private static final double C2 = C1 / 2;
  private static final double C3 = C2 / 3;
  private static final double C4 = C3 / 4;
  private static final double C5 = C4 / 5;
  private static final double C6 = C5 / 6;
  private static final double C7 = C6 / 7;
  private static final double C8 = C7 / 8;
  private static final double C9 = C8 / 9;
  private static final double C10 = C9 / 10;

  private ExpLoops() {}

  /**
   * Squared distances from one point to some of many.
   *
   * @param columns the many, by dimension
   * @param from the first of them
   * @param count how many
   * @param point the one
   * @param out receives the squares, from 0
   */
  static void squares(double[][] columns, int from, int count, double[] point, double[] out) {
    int j;
    if (columns.length >= 3) {
      first(columns[0], columns[1], columns[2], point[0], point[1], point[2], from, count, out);
      j = 3;
    } else {
      first(columns[0], point[0], from, count, out);
      j = 1;
    }
    for (; j + 1 < columns.length; j += 2) {
      add(columns[j], columns[j + 1], point[j], point[j + 1], from, count, out);
    }
    if (j < columns.length) {
      add(columns[j], point[j], from, count, out);
    }
  }

  private static void first(double[] a, double p, int from, int count, double[] out) {
    for (int i = 0; i < count; i++) {
      double u = a[from + i] - p;
      out[i] = u * u;
    }
  }

  private static void first(
      double[] a,
      double[] b,
      double[] c,
      double p,
      double q,
      double r,
      int from,
      int count,
      double[] out) {
    for (int i = 0; i < count; i++) {
      double u = a[from + i] - p;
      double v = b[from + i] - q;
      double w = c[from + i] - r;
      out[i] = u * u + v * v + w * w;
    }
  }

  private static void add(double[] a, double p, int from, int count, double[] out) {
    for (int i = 0; i < count; i++) {
      double u = a[from + i] - p;
      out[i] += u * u;
    }
  }

  private static void add(
      double[] a, double[] b, double p, double q, int from, int count, double[] out) {
    for (int i = 0; i < count; i++) {
      double u = a[from + i] - p;
      double v = b[from + i] - q;
      out[i] += u * u + v * v;
    }
  }

  /**
   * Replaces x by weight times exp(-x).
   *
   * @param x numbers of at least 0; those above cut are taken for cut
   * @param count how many
   * @param cut at most WIDEST
   * @param weights of all
   * @param from the weight of the first
   */
  static void expOfNegative(double[] x, int count, double cut, double[] weights, int from) {
    if (cut <= NARROW) {
      narrow(x, count, cut, weights, from);
    } else {
      wide(x, count, cut, weights, from);
    }
  }

  private static void narrow(double[] x, int count, double cut, double[] weights, int from) {
    for (int i = 0; i < count; i++) {
      double w = MIDDLE - Math.min(x[i], cut) * (1.0 / 128);
      double e = C9 + w * C10;
      e = C8 + w * e;
      e = C7 + w * e;
      e = C6 + w * e;
      e = C5 + w * e;
      e = C4 + w * e;
      e = C3 + w * e;
      e = C2 + w * e;
      e = C1 + w * e;
      e = C0 + w * e;
      e = e * e;
      e = e * e;
      e = e * e;
      e = e * e;
      e = e * e;
      e = e * e;
      e = e * e;
      x[i] = e * weights[from + i];
    }
  }

  private static void wide(double[] x, int count, double cut, double[] weights, int from) {
    for (int i = 0; i < count; i++) {
      double w = MIDDLE - Math.min(x[i], cut) * (1.0 / 1024);
      double e = C9 + w * C10;
      e = C8 + w * e;
      e = C7 + w * e;
      e = C6 + w * e;
      e = C5 + w * e;
      e = C4 + w * e;
      e = C3 + w * e;
      e = C2 + w * e;
      e = C1 + w * e;
      e = C0 + w * e;
      e = e * e;
      e = e * e;
      e = e * e;
      e = e * e;
      e = e * e;
      e = e * e;
      e = e * e;
      e = e * e;
      e = e * e;
      e = e * e;
      x[i] = e * weights[from + i];
    }
  }

  /** The sum of the first numbers, by halves, which overwrites them. */
  static double sum(double[] x, int count) {
    int left = count;
    while (left > 32) {
      int half = left >>> 1;
      int rest = left - half;
      for (int i = 0; i < half; i++) {
        x[i] += x[rest + i];
      }
      left = rest;
    }
    double sum = 0;
    for (int i = 0; i < left; i++) {
      sum += x[i];
    }
    return sum;
  }
}
