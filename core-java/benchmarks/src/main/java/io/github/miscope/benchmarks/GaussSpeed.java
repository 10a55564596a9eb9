package io.github.miscope.benchmarks;

import io.github.miscope.internal.density.GaussSum;
import io.github.miscope.internal.parallel.Threads;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The fast Gauss sum against the full one by vectorised loops, on one thread: log g at one draw
 * around each of n centres, d = 3, beta = 0.005, from the raw centres on. Of the full sum only the
 * first points are made, and the time multiplied; both must agree within the certificates.
 */
final class GaussSpeed {

  private static final double BETA = 0.005;
  private static final double TOLERANCE = 1e-6;
  private static final int D = 3;
  private static final int FULL = 2048;

  private GaussSpeed() {}

  static void table(int largest) {
    Speed.line(
        "| centres | n | fast, ms | of a tenth | full, ms | ratio | certificate | heap, MiB |");
    Speed.line("|---|---|---|---|---|---|---|---|");
    for (String kind : new String[] {"spread", "corners", "clouds"}) {
      Threads.within(1, () -> rows(kind, largest));
    }
  }

  private static void rows(String kind, int largest) {
    run(kind, 20_000, Double.NaN);
    double before = Double.NaN;
    for (int n = 100_000; n <= largest; n *= 10) {
      before = run(kind, n, before);
    }
  }

  /** Prints a row, and returns the time of the fast sum. */
  private static double run(String kind, int n, double tenth) {
    double[][] centres = centres(kind, n);
    int[] own = new int[n];
    Arrays.setAll(own, i -> i);
    double[][] points = noisy(centres);
    GaussSum.Values[] fast = new GaussSum.Values[1];
    System.gc();
    Clock.peakHeap();
    double[] ms = new double[n < 50_000 ? 20 : 5];
    Arrays.setAll(
        ms,
        r ->
            Clock.once(
                Clock.cpu(),
                () ->
                    fast[0] =
                        values(() -> GaussSum.of(centres, null, BETA, TOLERANCE), points, own)));
    double heap = Clock.peakHeap();
    Arrays.sort(ms);
    double median = ms[ms.length / 2];
    int[] some = Arrays.copyOf(own, FULL);
    double[][] somePoints = new double[D][];
    Arrays.setAll(somePoints, j -> Arrays.copyOf(points[j], FULL));
    GaussSum.Values[] full = new GaussSum.Values[1];
    double[] fullMs = new double[3];
    Arrays.setAll(
        fullMs,
        r ->
            Clock.once(
                Clock.cpu(),
                () ->
                    full[0] =
                        values(
                            () -> GaussSum.full(centres, null, BETA, TOLERANCE),
                            somePoints,
                            some)));
    Arrays.sort(fullMs);
    double whole = fullMs[1] * n / FULL;
    for (int i = 0; i < FULL; i++) {
      double apart = Math.abs(fast[0].logs()[i] - full[0].logs()[i]);
      if (!(apart <= fast[0].largestBound() + full[0].largestBound())) {
        throw new IllegalStateException(kind + ": log g differs by " + apart + " at point " + i);
      }
    }
    if (n >= 100_000) {
      Speed.line(
          "| %s | %d | %.1f | %s | %.0f | %.0f | %.2g | %.0f |",
          kind,
          n,
          median,
          Double.isNaN(tenth) ? "" : String.format(java.util.Locale.ROOT, "%.1f", median / tenth),
          whole,
          whole / median,
          fast[0].largestBound(),
          heap);
    }
    return n >= 100_000 ? median : Double.NaN;
  }

  /** A mixture that is made under interruption. */
  @FunctionalInterface
  private interface Mixture {
    GaussSum make() throws InterruptedException;
  }

  private static GaussSum.Values values(Mixture mixture, double[][] points, int[] own) {
    try {
      return mixture.make().logDensities(points, own);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Spread over [-1, 1]^3; saturated into its corners; 8 clouds four times as wide as the noise.
   */
  private static double[][] centres(String kind, int n) {
    UniformRandomProvider random = Seed.of(n).derive(kind).generator();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] centres = new double[D][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < D; j++) {
        centres[j][i] =
            switch (kind) {
              case "spread" -> 2 * random.nextDouble() - 1;
              case "corners" ->
                  Math.tanh((random.nextBoolean() ? 1 : -1) * (5 + random.nextDouble()));
              default -> (random.nextBoolean() ? 0.8 : -0.8) + 4 * BETA * normal.sample();
            };
      }
    }
    return centres;
  }

  private static double[][] noisy(double[][] centres) {
    ZigguratSampler.NormalizedGaussian normal =
        ZigguratSampler.NormalizedGaussian.of(Seed.of(1).generator());
    double[][] points = new double[D][centres[0].length];
    for (int i = 0; i < centres[0].length; i++) {
      for (int j = 0; j < D; j++) {
        points[j][i] = centres[j][i] + BETA * normal.sample();
      }
    }
    return points;
  }
}
