package io.github.miscope.refusal;

import java.util.SplittableRandom;

/** Values that no option takes, and data that no sample does. */
public final class BadValues {

  private final SplittableRandom random;

  public BadValues(long seed) {
    random = new SplittableRandom(seed);
  }

  public <T> T any(java.util.List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  public int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  /** A whole number below one that is allowed. */
  public int below(int least) {
    int[] values = {least - 1, -1, -random.nextInt(1, 1000), Integer.MIN_VALUE, least - 2};
    return Math.min(values[random.nextInt(values.length)], least - 1);
  }

  /** A number that is neither positive nor finite. */
  public double notPositive() {
    double[] values = {
      0,
      -0.0,
      -1,
      -random.nextDouble(),
      Double.NaN,
      Double.POSITIVE_INFINITY,
      -Double.MAX_VALUE,
      Double.NEGATIVE_INFINITY
    };
    return values[random.nextInt(values.length)];
  }

  /** A number outside (0, 1). */
  public double notInside() {
    double[] values = {0, 1, -random.nextDouble(), 1 + random.nextDouble(), Double.NaN, 1e300};
    return values[random.nextInt(values.length)];
  }

  public double notFinite() {
    double[] values = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    return values[random.nextInt(values.length)];
  }

  /** Numbers without ties. */
  public double[] numbers(int n) {
    return random.doubles(n).toArray();
  }

  /** Numbers of which one is not finite. */
  public double[] notAllFinite(int n) {
    double[] values = numbers(n);
    values[random.nextInt(n)] = notFinite();
    return values;
  }

  public double[][] rows(int n, int d) {
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = numbers(d);
    }
    return rows;
  }
}
