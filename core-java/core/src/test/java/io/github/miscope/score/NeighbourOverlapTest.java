package io.github.miscope.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import org.junit.jupiter.api.Test;

class NeighbourOverlapTest {

  private static final Samples SAMPLES = Tasks.correlatedGaussians(2, 0).sample(500, Seed.of(1));

  @Test
  void turnedAndScaledIsTheSame() {
    double[] a = SAMPLES.x().column(0);
    double[] b = SAMPLES.x().column(1);
    double[][] turned = new double[2][500];
    for (int i = 0; i < 500; i++) {
      turned[0][i] = 7 * (0.6 * a[i] - 0.8 * b[i]);
      turned[1][i] = 7 * (0.8 * a[i] + 0.6 * b[i]);
    }
    Variable other = Variable.ofColumns("turned", turned);
    assertEquals(1, NeighbourOverlap.of(SAMPLES.x(), other, 10));
  }

  /**
   * The expectation is k / (n - 1). Shares of single rows have a variance of about 1 / k times
   * that; even if only one row in ten told anything of its own, five standard deviations were 0.03.
   */
  @Test
  void independentOnesAgreeByChance() {
    assertEquals(10.0 / 499, NeighbourOverlap.of(SAMPLES.x(), SAMPLES.y(), 10), 0.03);
    assertEquals(1, NeighbourOverlap.of(SAMPLES.x(), SAMPLES.y(), 499));
  }

  /** On a line, 0 1 3 7 and 0 1 -3 7: the neighbours of 1 and 3 differ. */
  @Test
  void sharesAreCounted() {
    Variable x = Variable.of("x", 0, 1, 3, 7);
    Variable y = Variable.of("y", 0, 1, -3, 7);
    // Nearest in x: 1 0 1 3 (as rows 1, 0, 1, 2); in y: rows 1, 0, 0, 1.
    assertEquals(2 / 4.0, NeighbourOverlap.of(x, y, 1));
  }

  @Test
  void badInputIsNamed() {
    assertEquals(
        "k must be <= 3: k=4",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    NeighbourOverlap.of(
                        Variable.of("x", 0, 1, 3, 7), Variable.of("y", 1, 2, 3, 4), 4))
            .getMessage());
    assertEquals(
        "representations must be of the same observations: 'x' has 2, 'y' 3",
        assertThrows(
                IllegalArgumentException.class,
                () -> NeighbourOverlap.of(Variable.of("x", 0, 1), Variable.of("y", 1, 2, 3), 1))
            .getMessage());
  }
}
