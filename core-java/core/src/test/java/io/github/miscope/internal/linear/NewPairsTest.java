package io.github.miscope.internal.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.sample.Seed;
import java.util.Arrays;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

/** Pairs that tell what earlier pairs do not. */
class NewPairsTest {

  private static final int N = 2000;
  private static final double BOUND = 3 / Math.sqrt(N);

  private final ZigguratSampler.NormalizedGaussian normal =
      ZigguratSampler.NormalizedGaussian.of(Seed.of(1).generator());

  private double[] noise() {
    double[] values = new double[N];
    Arrays.setAll(values, i -> normal.sample());
    return values;
  }

  private double[] correlated(double r, double[] x) {
    double[] y = noise();
    Arrays.setAll(y, i -> r * x[i] + Math.sqrt(1 - r * r) * y[i]);
    return y;
  }

  private static double[] square(double[] values) {
    return Arrays.stream(values).map(value -> value * value).toArray();
  }

  private static double[] product(double[] a, double[] b) {
    double[] product = new double[a.length];
    Arrays.setAll(product, i -> a[i] * b[i]);
    return product;
  }

  @Test
  void squaresAndProductsOfChosenPairsAreLeftOut() throws InterruptedException {
    double[] x1 = noise();
    double[] x2 = noise();
    double[] y1 = correlated(0.8, x1);
    double[] y2 = correlated(0.5, x2);
    double[][] u = {x1, square(x1), product(x1, x2), x2, noise()};
    double[][] v = {y1, square(y1), product(y1, y2), y2, noise()};
    NewPairs.Choice choice = NewPairs.of(u, v, BOUND);
    // The square correlates by 0.64, the new pair by 0.5.
    assertArrayEquals(new int[] {0, 3}, choice.indices());
    // A correlation errs by (1 - r^2) / sqrt(n), its information by r / sqrt(n).
    double nats = -0.5 * Math.log(0.36 * 0.75);
    assertEquals(nats, choice.nats(), 3 * Math.hypot(0.8, 0.5) / Math.sqrt(N));
  }

  /** Both variates of Y are functions of the first; those of X are not. */
  @Test
  void aPairCountsIfOneOfItsSidesIsNew() throws InterruptedException {
    double[] y = noise();
    double[][] u = {correlated(0.8, y), correlated(0.6, Standardised.of(square(y)).columns()[0])};
    double[][] v = {y, square(y)};
    assertArrayEquals(new int[] {0, 1}, NewPairs.of(u, v, BOUND).indices());
    assertArrayEquals(new int[] {0, 1}, NewPairs.of(v, u, BOUND).indices());
  }

  @Test
  void constantsAndCopiesAreLeftOut() throws InterruptedException {
    double[] x = noise();
    double[] y = correlated(0.8, x);
    double[] zero = new double[N];
    NewPairs.Choice choice =
        NewPairs.of(new double[][] {zero, x, x}, new double[][] {zero, y, y}, BOUND);
    assertArrayEquals(new int[] {1}, choice.indices());
    assertArrayEquals(
        new int[] {0}, NewPairs.of(new double[][] {zero}, new double[][] {zero}, BOUND).indices());
  }
}
