package io.github.miscope.estimator.auto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Finding;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Views with random numbers in them: of X and Y each has its own, however rows are given. */
class RowsInAnyOrderTest {

  private static final int N = 600;

  @Test
  void ranks() {
    UniformRandomProvider random = Seed.of(1).generator();
    double[] x = IntStream.range(0, N).mapToDouble(i -> random.nextDouble()).toArray();
    double[] y = new double[N];
    for (int i = 0; i < N; i++) {
      y[i] = Math.sin(3 * Math.PI * x[i]) + 0.3 * random.nextDouble();
    }
    requireSame(Samples.of(x, y), "KSG on ranks");
  }

  @Test
  void smoothFunctions() {
    UniformRandomProvider random = Seed.of(2).generator();
    double[][] x = new double[1][N];
    double[][] y = new double[4][N];
    for (int i = 0; i < N; i++) {
      x[0][i] = random.nextDouble();
      for (int j = 0; j < y.length; j++) {
        y[j][i] = Math.sin(2 * Math.PI * (j + 2) * x[0][i]) + 1.5 * random.nextDouble();
      }
    }
    requireSame(Samples.ofColumns(x, y), "smooth");
  }

  private static void requireSame(Samples samples, String view) {
    Estimate estimate = Auto.withDefaults().estimate(samples);
    String chosen = estimate.findings(Finding.ChosenView.class).get(0).view();
    assertTrue(chosen.contains(view), chosen);
    for (int seed = 0; seed < 6; seed++) {
      int[] rows = IntStream.range(0, N).toArray();
      Random random = new Random(seed);
      for (int i = N - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int row = rows[i];
        rows[i] = rows[other];
        rows[other] = row;
      }
      Samples shuffled = samples.rows(rows);
      // Sums in another order: rounding only.
      assertEquals(estimate.nats(), Auto.withDefaults().estimate(shuffled).nats(), 1e-12);
      assertEquals(estimate.nats(), Auto.withDefaults().estimate(shuffled.swapped()).nats(), 1e-12);
    }
  }
}
