package io.github.miscope.score;

/** The randomisation test of Fisher for values that are symmetric about zero under the null. */
final class SignChanges {

  private SignChanges() {}

  /** The part of all changes of signs whose sum is at least as large as that of the values. */
  static double pValue(double[] values) {
    double sum = 0;
    double size = 0;
    for (double value : values) {
      sum += value;
      size += Math.abs(value);
    }
    // Sums that are equal but for the order of their terms count as equal.
    double least = sum - 1e-12 * size;
    int all = 1 << values.length;
    int atLeast = 0;
    for (int signs = 0; signs < all; signs++) {
      double changed = 0;
      for (int g = 0; g < values.length; g++) {
        changed += (signs >> g & 1) == 0 ? values[g] : -values[g];
      }
      if (changed >= least) {
        atLeast++;
      }
    }
    return (double) atLeast / all;
  }
}
