package io.github.miscope.task;

import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Locale;

/** The check that a map and its inverse give back what went in. */
final class RoundTrip {

  private static final double TOLERANCE = 1e-6;

  private RoundTrip() {}

  static void check(Object label, Variable before, double[][] after, double[][] restored) {
    double[][] original = before.columns();
    int worst = before.n();
    for (int j = 0; j < original.length; j++) {
      worst = Math.min(worst, firstUnlike(original[j], restored[j]));
    }
    if (worst < before.n()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s does not keep MI: %s[%d] = %s goes to %s and comes back as %s",
              label,
              before.name(),
              worst,
              row(original, worst),
              row(after, worst),
              row(restored, worst)));
    }
  }

  /** The first row that did not come back, or n. */
  private static int firstUnlike(double[] original, double[] restored) {
    Sampling.poll();
    double centre = median(original);
    double[] deviations = new double[original.length];
    for (int i = 0; i < original.length; i++) {
      deviations[i] = Math.abs(original[i] - centre);
    }
    double spread = spread(deviations, centre);
    for (int i = 0; i < original.length; i++) {
      double error = Math.abs(restored[i] - original[i]);
      if (!(error <= TOLERANCE * (deviations[i] + spread))) {
        return i;
      }
    }
    return original.length;
  }

  private static double spread(double[] deviations, double centre) {
    double median = median(deviations);
    if (median > 0) {
      return median;
    }
    // Most values are equal: the mean deviation, unless all are.
    double mean = Arrays.stream(deviations).average().orElse(0);
    return mean > 0 ? mean : Math.max(1, Math.abs(centre));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static String row(double[][] columns, int i) {
    return Arrays.toString(Arrays.stream(columns).mapToDouble(column -> column[i]).toArray());
  }
}
