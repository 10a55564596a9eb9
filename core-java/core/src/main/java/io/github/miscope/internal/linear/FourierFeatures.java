package io.github.miscope.internal.linear;

import io.github.miscope.internal.parallel.Interrupts;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Random Fourier features (Rahimi and Recht 2007): cosines of random linear combinations, whose
 * linear combinations are near any smooth function.
 */
public final class FourierFeatures {

  /** Bandwidths, as multiples of the median distance between rows: bold and fine waves. */
  private static final double[] BANDWIDTHS = {2, 1, 0.5};

  /** Pairs of rows from which the median distance is taken. */
  private static final int PAIRS = 2000;

  private FourierFeatures() {}

  /**
   * The columns themselves and features of them, all centred and of unit variance.
   *
   * @param columns d columns, none constant
   * @param count how many features
   * @param random what frequencies and phases are drawn from
   */
  public static double[][] of(double[][] columns, int count, UniformRandomProvider random)
      throws InterruptedException {
    int n = columns[0].length;
    double distance = medianDistance(columns);
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] features = Arrays.copyOf(columns, columns.length + count);
    for (int l = 0; l < count; l++) {
      Interrupts.check();
      double bandwidth = BANDWIDTHS[l % BANDWIDTHS.length] * distance;
      double[] phase = new double[n];
      Arrays.fill(phase, 2 * Math.PI * random.nextDouble());
      for (double[] column : columns) {
        double frequency = normal.sample() / bandwidth;
        for (int i = 0; i < n; i++) {
          phase[i] += frequency * column[i];
        }
      }
      for (int i = 0; i < n; i++) {
        phase[i] = Math.cos(phase[i]);
      }
      features[columns.length + l] = phase;
    }
    return Standardised.of(features).columns();
  }

  private static double medianDistance(double[][] columns) {
    int n = columns[0].length;
    double[] distances = new double[Math.min(n, PAIRS)];
    for (int i = 0; i < distances.length; i++) {
      double sum = 0;
      for (double[] column : columns) {
        double difference = column[i] - column[(i + n / 2) % n];
        sum += difference * difference;
      }
      distances[i] = Math.sqrt(sum);
    }
    Arrays.sort(distances);
    double median = distances[distances.length / 2];
    return median > 0 ? median : 1;
  }
}
