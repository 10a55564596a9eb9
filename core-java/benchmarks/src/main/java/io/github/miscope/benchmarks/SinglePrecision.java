package io.github.miscope.benchmarks;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The nearest-neighbour entropy, and KSG2's counts, with Euclidean distances in single precision,
 * as libraries compute them by a matrix product: the square root of |a|&sup2; + |b|&sup2; - 2ab.
 * For showing what that does, not for use.
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

  /**
   * KSG2 at k = 1 as log n - mean(log mx + log my), in nats: radii of differences, and counts of
   * distances by products, at least 1.
   */
  static double ksg2(double[][] x, double[][] y) {
    float[] rowsX = rows(x);
    float[] rowsY = rows(y);
    int n = x[0].length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      float[] dX = differences(rowsX, x.length, i);
      float[] dY = differences(rowsY, y.length, i);
      int nearest = -1;
      for (int m = 0; m < n; m++) {
        if (m != i
            && (nearest < 0 || Math.max(dX[m], dY[m]) < Math.max(dX[nearest], dY[nearest]))) {
          nearest = m;
        }
      }
      sum += Math.log(closer(rowsX, x.length, i, dX[nearest]));
      sum += Math.log(closer(rowsY, y.length, i, dY[nearest]));
    }
    return Math.log(n) - sum / n;
  }

  private static float[] rows(double[]... columns) {
    int d = columns.length;
    float[] rows = new float[columns[0].length * d];
    for (int at = 0; at < rows.length; at++) {
      rows[at] = (float) columns[at % d][at / d];
    }
    return rows;
  }

  private static float[] differences(float[] rows, int d, int i) {
    float[] distances = new float[rows.length / d];
    for (int m = 0; m < distances.length; m++) {
      float square = 0;
      for (int j = 0; j < d; j++) {
        float difference = rows[m * d + j] - rows[i * d + j];
        square += difference * difference;
      }
      distances[m] = (float) Math.sqrt(square);
    }
    return distances;
  }

  /** 1 and how many others are closer than the radius, by products. */
  private static int closer(float[] rows, int d, int i, float radius) {
    int count = 1;
    for (int m = 0; m < rows.length / d; m++) {
      float product = 0;
      float own = 0;
      float other = 0;
      for (int j = 0; j < d; j++) {
        float a = rows[i * d + j];
        float b = rows[m * d + j];
        product += a * b;
        own += a * a;
        other += b * b;
      }
      if (m != i && (float) Math.sqrt(Math.max(0, own + other - 2 * product)) < radius) {
        count++;
      }
    }
    return count;
  }
}
