package io.github.miscope.encoder;

import io.github.miscope.internal.linear.LeadingComponents;
import java.util.Arrays;

/**
 * The columns of one variable, and fewer combinations of them where there are many.
 *
 * @param columns standardised columns
 * @param linear the columns or, of many, their leading components
 * @param leading how many of those vary more than any component of noise would
 * @param smooth the columns or, of more than a few, their leading components
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ProjectionInput(double[][] columns, double[][] linear, int leading, double[][] smooth) {

  /** The most principal components for linear combinations. */
  private static final int MAX_LINEAR = 50;

  /** The most principal components for waves, which fill no more dimensions well. */
  private static final int MAX_SMOOTH = 12;

  static ProjectionInput of(double[][] columns) throws InterruptedException {
    int count = Math.max(1, Math.min(MAX_LINEAR, columns[0].length / 10));
    double[][] linear = components(columns, count);
    if (linear == columns) {
      return new ProjectionInput(columns, linear, linear.length, components(columns, MAX_SMOOTH));
    }
    double[][] smooth = Arrays.copyOf(linear, Math.min(MAX_SMOOTH, linear.length));
    return new ProjectionInput(columns, linear, leading(linear, columns.length), smooth);
  }

  /**
   * The components of larger variance than any of d columns of independent noise of variance 1 has
   * (Marchenko and Pastur 1967), at least one.
   */
  private static int leading(double[][] components, int d) {
    int n = components[0].length;
    double edge = 1 + Math.sqrt(d / (double) n);
    int count = 1;
    while (count < components.length
        && Arrays.stream(components[count]).map(value -> value * value).sum() / n > edge * edge) {
      count++;
    }
    return count;
  }

  /** The columns; of more, their leading components. */
  private static double[][] components(double[][] columns, int count) throws InterruptedException {
    if (columns.length <= count) {
      return columns;
    }
    LeadingComponents components =
        LeadingComponents.nearly(columns, Math.min(count, columns[0].length - 1));
    int rank = 1;
    while (rank < components.variances().length
        && components.variances()[rank] > 1e-12 * components.variances()[0]) {
      rank++;
    }
    return components.first(rank).project(columns);
  }
}
