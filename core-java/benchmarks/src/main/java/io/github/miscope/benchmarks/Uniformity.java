package io.github.miscope.benchmarks;

import io.github.miscope.inference.InferenceOptions;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * P-values of tests that stop early against the uniform distribution on the values that they can
 * have: with h that are enough of B permutations, (1 + g) / (1 + B) for g &lt; h, and h / l for l =
 * h, ..., B.
 *
 * @param permutations how many permutations there are at most, B
 */
record Uniformity(int permutations) {

  /** Sums of the same numbers in another order. */
  private static final double ROUNDING = 1e-12;

  private int enough() {
    return InferenceOptions.defaultStopAfter(permutations);
  }

  /** The values, for people. */
  String values() {
    int last = permutations + 1;
    int enough = enough();
    return enough > permutations
        ? String.format(Locale.ROOT, "1/%d, 2/%d, ..., 1", last, last)
        : String.format(
            Locale.ROOT,
            "1/%d, ..., %d/%d, %d/%d, %d/%d, ..., 1",
            last,
            enough,
            last,
            enough,
            permutations,
            enough,
            permutations - 1);
  }

  /** The distance of Kolmogorov and Smirnov. */
  double distance(double[] pValues) {
    int enough = enough();
    DoubleStream ofAll =
        IntStream.rangeClosed(1, Math.min(enough, permutations + 1))
            .mapToDouble(g -> g / (permutations + 1.0));
    DoubleStream ofStopped =
        IntStream.rangeClosed(enough, permutations).mapToDouble(l -> (double) enough / l);
    return DoubleStream.concat(ofAll, ofStopped)
        .map(level -> Math.abs(share(pValues, level) - level))
        .max()
        .orElse(0);
  }

  /** The part of p-values up to a level. */
  static double share(double[] pValues, double level) {
    return (double) Arrays.stream(pValues).filter(p -> p <= level + ROUNDING).count()
        / pValues.length;
  }
}
