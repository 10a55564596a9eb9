package io.github.miscope.internal.density;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.internal.parallel.Threads;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class GaussSumTest {

  private static final double BETA = 0.02;

  /** Kinds of centres, from spread to clusters tighter and looser than the noise. */
  private enum Kind {
    SPREAD(1),
    CORNERS(1e-3 * BETA),
    TIGHT(0.1 * BETA),
    EQUAL(BETA),
    LOOSE(5 * BETA),
    DUPLICATED(0),
    WIDE(1);

    private final double width;

    Kind(double width) {
      this.width = width;
    }

    double[][] centres(int n, int d) {
      UniformRandomProvider random = Seed.of(d).derive(name()).generator();
      ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
      double[][] centres = new double[d][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < d; j++) {
          centres[j][i] =
              switch (this) {
                case SPREAD -> 2 * random.nextDouble() - 1;
                // Heavy tails: some centres are far away from all others.
                case WIDE -> width * normal.sample() / Math.abs(normal.sample());
                default -> (random.nextBoolean() ? 1 : -1) + width * normal.sample();
              };
        }
      }
      return centres;
    }
  }

  private static double[][] drawn(double[][] centres, int[] own, double beta) {
    ZigguratSampler.NormalizedGaussian normal =
        ZigguratSampler.NormalizedGaussian.of(Seed.of(5).generator());
    double[][] points = new double[centres.length][own.length];
    for (int k = 0; k < own.length; k++) {
      for (int j = 0; j < centres.length; j++) {
        points[j][k] = centres[j][own[k]] + beta * normal.sample();
      }
    }
    return points;
  }

  /** log g term by term, with Math.exp, in units of the largest kernel. */
  private static double direct(double[][] centres, double[] weights, double beta, double[] t) {
    int d = centres.length;
    double[] exponents = new double[weights.length];
    double total = 0;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < d; j++) {
        double z = (t[j] - centres[j][i]) / beta;
        exponents[i] -= 0.5 * z * z;
      }
      total += weights[i];
      largest = weights[i] > 0 ? Math.max(largest, exponents[i]) : largest;
    }
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * Math.exp(exponents[i] - largest);
    }
    return Math.log(sum / total) + largest - d * Math.log(beta * Math.sqrt(2 * Math.PI));
  }

  private static double[] row(double[][] columns, int i) {
    return Arrays.stream(columns).mapToDouble(column -> column[i]).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void everySumIsWithinItsBoundOfTheDirectOne(int d) throws InterruptedException {
    int n = 2000;
    for (Kind kind : Kind.values()) {
      for (double tolerance : new double[] {1e-3, 1e-6, 1e-9}) {
        double[][] centres = kind.centres(n, d);
        double[] weights = new double[n];
        UniformRandomProvider random = Seed.of(3).generator();
        Arrays.setAll(weights, i -> i % 7 == 0 ? 0 : random.nextDouble());
        int[] own = new int[100];
        Arrays.setAll(own, k -> 20 * k + (20 * k % 7 == 0 ? 1 : 0));
        double[][] points = drawn(centres, own, BETA);
        GaussSum fast = GaussSum.of(centres, weights, BETA, tolerance);
        GaussSum full = GaussSum.full(centres, weights, BETA, tolerance);
        GaussSum.Values drawn = fast.logDensities(points, own);
        GaussSum.Values anywhere = fast.logDensities(points, null);
        GaussSum.Values all = full.logDensities(points, null);
        for (int k = 0; k < own.length; k++) {
          double exact = direct(centres, weights, BETA, row(points, k));
          for (GaussSum.Values values : new GaussSum.Values[] {drawn, anywhere, all}) {
            // Rounding of the direct sum: of n terms, and of exponents.
            double ofDirect = 1e-12 * (1 + Math.abs(exact));
            int at = k;
            assertTrue(
                Math.abs(values.logs()[k] - exact) <= values.largestBound() + ofDirect,
                () -> kind + ", d = " + d + ", tolerance " + tolerance + ", point " + at);
          }
        }
        // Rounding of coordinates, in units of beta, enters the bound.
        double most =
            Arrays.stream(points)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        double rounding = 1e-10 + 2e-14 * most / BETA;
        assertTrue(drawn.largestBound() < tolerance + rounding, kind::toString);
        assertTrue(drawn.meanBound() <= drawn.largestBound());
      }
    }
  }

  @Test
  void farFromAllCentresIsNoDifferent() throws InterruptedException {
    double[][] centres = Kind.TIGHT.centres(2000, 2);
    double[] weights = new double[2000];
    Arrays.fill(weights, 1);
    double[][] points = {{0, 3, -50, 1e5}, {0, 0.5, 1, -1e7}};
    GaussSum.Values values = GaussSum.of(centres, null, BETA, 1e-6).logDensities(points, null);
    for (int k = 0; k < 4; k++) {
      double exact = direct(centres, weights, BETA, row(points, k));
      assertEquals(exact, values.logs()[k], values.largestBound() + 1e-14 * Math.abs(exact));
    }
  }

  @Test
  void oneCentreIsTheNormalDensity() throws InterruptedException {
    GaussSum sum = GaussSum.of(new double[][] {{2}}, null, 3, 1e-6);
    double value = sum.logDensities(new double[][] {{5}}, null).logs()[0];
    assertEquals(-0.5 - Math.log(3 * Math.sqrt(2 * Math.PI)), value, 1e-12);
  }

  @Test
  void inFiftyDimensions() throws InterruptedException {
    double[][] centres = Kind.LOOSE.centres(500, 50);
    double[] weights = new double[500];
    Arrays.fill(weights, 1);
    int[] own = {0, 7, 499};
    double[][] points = drawn(centres, own, BETA);
    GaussSum.Values values = GaussSum.of(centres, null, BETA, 1e-6).logDensities(points, own);
    for (int k = 0; k < own.length; k++) {
      double exact = direct(centres, weights, BETA, row(points, k));
      assertEquals(exact, values.logs()[k], values.largestBound() + 1e-10);
    }
  }

  @Test
  void exponentialsKeepTheirBound() {
    for (double cut : new double[] {ExpLoops.NARROW, ExpLoops.WIDEST}) {
      int n = ExpLoops.LARGEST_COUNT;
      double[] x = new double[n];
      Arrays.setAll(x, i -> cut * i / (n - 1));
      double[] exact = Arrays.stream(x).map(v -> StrictMath.exp(-v)).toArray();
      double[] ones = new double[n];
      Arrays.fill(ones, 1);
      ExpLoops.expOfNegative(x, n, cut, ones, new double[n]);
      double bound = ExpLoops.RELATIVE_ERROR * (cut > ExpLoops.NARROW ? 8 : 1);
      for (int i = 0; i < n; i++) {
        assertEquals(1, x[i] / exact[i], bound);
      }
    }
  }

  @Test
  void sumsOfEveryLength() {
    for (int n = 0; n < 300; n++) {
      double[] x = new double[n];
      Arrays.setAll(x, i -> i + 1);
      assertEquals(n * (n + 1) / 2.0, ExpLoops.sum(x, n));
    }
  }

  @Test
  void theNumberOfThreadsChangesNoBit() throws InterruptedException {
    for (Kind kind : new Kind[] {Kind.SPREAD, Kind.TIGHT, Kind.LOOSE}) {
      double[][] centres = kind.centres(5000, 3);
      int[] own = new int[5000];
      Arrays.setAll(own, i -> i);
      double[][] points = drawn(centres, own, BETA);
      double[][] logs = new double[2][];
      for (int t = 1; t <= 2; t++) {
        int threads = t;
        Threads.within(
            t,
            () -> {
              try {
                logs[threads - 1] =
                    GaussSum.of(centres, null, BETA, 1e-6).logDensities(points, own).logs();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
      }
      assertArrayEquals(logs[0], logs[1]);
    }
  }

  @Test
  void anInterruptStops() {
    double[][] centres = Kind.SPREAD.centres(2000, 2);
    Thread.currentThread().interrupt();
    assertThrows(
        InterruptedException.class,
        () -> GaussSum.full(centres, null, BETA, 1e-6).logDensities(centres, null));
    assertFalse(Thread.interrupted());
  }
}
