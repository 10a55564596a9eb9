package io.github.miscope.estimator.auto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Samples;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What two columns show without a random order of rows is what the views show otherwise. */
class ColumnPairTest {

  private static final int K = 4;

  /** Of means of n terms of order one that are added up in another order. */
  private static final double ROUNDING = 1e-12;

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 20, 301, 2500})
  void agreesWithViews(int n) throws InterruptedException {
    int uncorrelated = 0;
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(1000L * seed + n);
      double[][] x = {normal(n, random)};
      double[][] y = {normal(n, random)};
      ColumnPair pair = new ColumnPair(scores(x), scores(y));
      View gaussian = GaussianView.of(scores(x).columns(), scores(y).columns()).orElseThrow();
      Optional<View> quick = pair.gaussian();
      // A correlation that counts has pointwise values.
      boolean counts = DoubleStream.of(gaussian.pointwise()).anyMatch(v -> v != 0);
      assertEquals(counts, quick.isEmpty());
      if (quick.isPresent()) {
        uncorrelated++;
        assertEquals(gaussian.nats(), quick.get().nats(), ROUNDING);
        assertEquals(gaussian.name(), quick.get().name());
        assertArrayEquals(gaussian.pointwise(), quick.get().pointwise());
      }
      View neighbours = NeighbourView.of("", scores(x).columns(), scores(y).columns(), K);
      assertEquals(neighbours.nats(), pair.neighbours(K).nats(), ROUNDING);
      assertArrayEquals(neighbours.pointwise(), pair.neighbours(K).pointwise());
    }
    // Nineteen of twenty are expected.
    assertTrue(uncorrelated > 10, "uncorrelated: " + uncorrelated);
  }

  @Test
  void sameBitsForRowsAndColumnsInAnyOrder() {
    int n = 500;
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      Samples samples = Samples.of(normal(n, random), normal(n, random));
      double nats = Auto.withDefaults().estimate(samples).nats();
      Samples shuffled = samples.rows(shuffled(n, random));
      assertEquals(nats, Auto.withDefaults().estimate(samples.swapped()).nats());
      assertEquals(nats, Auto.withDefaults().estimate(shuffled).nats());
      assertEquals(nats, Auto.withDefaults().estimate(shuffled.swapped()).nats());
    }
  }

  private static Scores scores(double[][] columns) {
    return new Scores(NormalScores.of(new double[][] {columns[0].clone()}));
  }

  private static double[] normal(int n, Random random) {
    return random.doubles(n).map(u -> u + random.nextGaussian()).toArray();
  }

  private static int[] shuffled(int n, Random random) {
    int[] rows = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int row = rows[i];
      rows[i] = rows[other];
      rows[other] = row;
    }
    return rows;
  }
}
