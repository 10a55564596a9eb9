package io.github.miscope.benchmarks;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The nearest-neighbour entropy with Euclidean distances in single precision, as libraries compute
 * them by a matrix product: the square root of |a|&sup2; + |b|&sup2; - 2ab. For showing what that
 * does, not for use.
 */
final class SinglePrecision {

  /** What Sisak's program adds to each distance. */
  private static final double ADDED = 1e-10;

  private SinglePrecision() {}

  /** The second smallest distance from each point to all points, itself among them. */
  static float[] nearest(double[]... columns) {
    int d = columns.length;
    int n = columns[0].length;
    float[] rows = new float[n * d];
    float[] squares = new float[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        float value = (float) columns[j][i];
        rows[i * d + j] = value;
        squares[i] += value * value;
      }
    }
    float[] nearest = new float[n];
    for (int i = 0; i < n; i++) {
      float first = Float.POSITIVE_INFINITY;
      float second = Float.POSITIVE_INFINITY;
      for (int m = 0; m < n; m++) {
        float product = 0;
        for (int j = 0; j < d; j++) {
          product += rows[i * d + j] * rows[m * d + j];
        }
        float square = Math.max(0, squares[i] + squares[m] - 2 * product);
        second = Math.min(second, Math.max(first, square));
        first = Math.min(first, square);
      }
      nearest[i] = (float) Math.sqrt(second);
    }
    return nearest;
  }

  /** h = log c + d mean(log r) - psi(1) + log n, in nats. */
  static double entropy(int d, float... nearest) {
    double[] logs = new double[nearest.length];
    Arrays.setAll(logs, i -> Math.log(nearest[i] + ADDED));
    return 0.5 * d * Math.log(Math.PI)
        - LogGamma.value(1 + 0.5 * d)
        + d * Arrays.stream(logs).average().orElseThrow()
        - Digamma.value(1)
        + Math.log(nearest.length);
  }
}
