package io.github.miscope.association;

import io.github.miscope.internal.mean.Means;
import io.github.miscope.internal.neighbour.order.RadixSort;
import io.github.miscope.internal.neighbour.order.Ranks;
import java.util.Arrays;

/**
 * Sums of distances within a column, {@link Association#distanceCorrelation}. The squared distance
 * covariance is the mean of a_ij b_ij, plus the product of their means, less twice the mean product
 * of their row means.
 */
final class DistanceCorrelation {

  private final double[] values;
  private final int[] order;

  /** Which of the different values each is. */
  private final int[] dense;

  /** The mean distance of each value to all, itself included. */
  private final double[] means;

  private final double variance;

  DistanceCorrelation(double[] column) {
    int n = column.length;
    values = standardised(column);
    order = RadixSort.order(values);
    dense = Ranks.dense(values);
    means = new double[n];
    double total = 0;
    for (double value : values) {
      total += value;
    }
    double below = 0;
    for (int p = 0; p < n; p++) {
      double value = values[order[p]];
      means[order[p]] = (value * (2.0 * p - n) + total - 2 * below) / n;
      below += value;
    }
    // The mean square of all distances is twice the variance, and that is 1 or 0.
    variance = covariance(2 * Means.meanSquare(values), this);
  }

  /** Deviations from the mean in standard deviations; zeros if the column is constant. */
  static double[] standardised(double[] column) {
    int n = column.length;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : column) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    double[] result = new double[n];
    // Halves, as the range may be beyond the largest number.
    double half = 0.5 * high - 0.5 * low;
    if (half == 0) {
      return result;
    }
    double middle = 0.5 * high + 0.5 * low;
    for (int i = 0; i < n; i++) {
      result[i] = (column[i] - middle) / half;
    }
    double mean = Means.mean(result);
    double sd = Math.sqrt(Means.squaredDeviations(result, 0, n) / n);
    for (int i = 0; i < n; i++) {
      result[i] = (result[i] - mean) / sd;
    }
    return result;
  }

  double with(DistanceCorrelation other) {
    double covariance = covariance(meanProduct(other), other);
    double squared = covariance / Math.sqrt(variance * other.variance);
    return Double.isNaN(squared) ? squared : Math.sqrt(Math.max(0, Math.min(1, squared)));
  }

  private double covariance(double meanProduct, DistanceCorrelation other) {
    double products = 0;
    for (int i = 0; i < means.length; i++) {
      products += means[i] * other.means[i];
    }
    return meanProduct + Means.mean(means) * Means.mean(other.means) - 2 * products / means.length;
  }

  /**
   * The mean of a_ij b_ij. In ascending order of X, a_ij is x_i - x_j for all j before i, and b_ij
   * has the sign of whether y_j is below y_i: sums over such j are kept in a tree over the ranks of
   * Y.
   */
  private double meanProduct(DistanceCorrelation other) {
    int n = values.length;
    double[] y = other.values;
    double[][] below = new double[n + 1][4];
    double count = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXy = 0;
    double sum = 0;
    double[] part = new double[4];
    for (int row : order) {
      double xi = values[row];
      double yi = y[row];
      Arrays.fill(part, 0);
      for (int at = other.dense[row] + 1; at > 0; at &= at - 1) {
        for (int s = 0; s < part.length; s++) {
          part[s] += below[at][s];
        }
      }
      // (x_i - x_j)(y_i - y_j), less the same over all, for those not below.
      double lower = xi * yi * part[0] - xi * part[2] - yi * part[1] + part[3];
      double all = xi * yi * count - xi * sumY - yi * sumX + sumXy;
      sum += 2 * lower - all;
      for (int at = other.dense[row] + 1; at <= n; at += at & -at) {
        below[at][0]++;
        below[at][1] += xi;
        below[at][2] += yi;
        below[at][3] += xi * yi;
      }
      count++;
      sumX += xi;
      sumY += yi;
      sumXy += xi * yi;
    }
    return 2 * sum / ((double) n * n);
  }
}
