package io.github.miscope.internal.mean;

/** Means and variances, summed in index order: the same bits for the same values. */
public final class Means {

  private Means() {}

  /**
   * The mean; where every value is zero, so is the mean, exactly.
   *
   * @param values at least one
   * @return their mean
   */
  public static double mean(double[] values) {
    return mean(values, 0, values.length);
  }

  /**
   * The mean of some of the values.
   *
   * @param values holds them
   * @param from the first that counts
   * @param to the end
   * @return the mean of values[from..to)
   */
  public static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  /**
   * The mean of the squares.
   *
   * @param values at least one
   * @return the mean of values[i] * values[i]
   */
  public static double meanSquare(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v * v;
    }
    return sum / values.length;
  }

  /**
   * The sum of squared deviations from the mean.
   *
   * @param values holds them
   * @param from the first that counts
   * @param to the end
   * @return the sum over values[from..to)
   */
  public static double squaredDeviations(double[] values, int from, int to) {
    double mean = mean(values, from, to);
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (values[i] - mean) * (values[i] - mean);
    }
    return sum;
  }

  /**
   * The correlation of two samples about given centres.
   *
   * @param u values of one
   * @param centreU what their deviations are taken from
   * @param v as many values of the other
   * @param centreV what their deviations are taken from
   * @return not a number if one of them has no deviations
   */
  public static double correlation(double[] u, double centreU, double[] v, double centreV) {
    double uu = 0;
    double uv = 0;
    double vv = 0;
    for (int i = 0; i < u.length; i++) {
      uu += (u[i] - centreU) * (u[i] - centreU);
      uv += (u[i] - centreU) * (v[i] - centreV);
      vv += (v[i] - centreV) * (v[i] - centreV);
    }
    return uv / Math.sqrt(uu * vv);
  }
}
