package io.github.miscope.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ClusterQualityTest {

  private static final Seed SEED = Seed.of(1);

  private static ClusterQuality of(Variable t, int[] classes, int k) {
    return ClusterQuality.of(t, classes, k, 1000, SEED);
  }

  /**
   * By hand. Rows 0, 1, 10, 12 with classes a, a, b, b: a_i = 1, 1, 2, 2 and b_i = 11, 10, 9.5,
   * 11.5. Each row's nearest one is of its class, so that no edge leaves a class.
   */
  @Test
  void fourRowsByHand() {
    ClusterQuality found = of(Variable.of("t", 0, 1, 10, 12), new int[] {7, 7, 3, 3}, 1);
    double expected = (10 / 11.0 + 9 / 10.0 + 7.5 / 9.5 + 9.5 / 11.5) / 4;
    assertEquals(expected, found.silhouette(), 1e-15);
    assertEquals(0, found.conductance());
  }

  /**
   * By hand. Rows 0, 1, 3, 7 with classes a, b, a, b and k = 1: edges 0-1, 1-3 and 3-7. Class a has
   * the ends 0, 3, 3, all of edges that leave it, and so has b.
   */
  @Test
  void mixedRowsByHand() {
    ClusterQuality found = of(Variable.of("t", 0, 1, 3, 7), new int[] {0, 1, 0, 1}, 1);
    assertEquals(1, found.conductance());
    // Row 0: a = 3, b = 4; row 1: 6, 1.5; row 3: 3, 3; row 7: 6, 5.5.
    double expected = (1 / 4.0 - 4.5 / 6 + 0 - 0.5 / 6) / 4;
    assertEquals(expected, found.silhouette(), 1e-15);
  }

  @Test
  void aRowAloneInItsClassCountsAsZeroAndEqualRowsToo() {
    ClusterQuality found = of(Variable.of("t", 0, 0, 5), new int[] {0, 0, 1}, 1);
    assertEquals(2 / 3.0, found.silhouette(), 1e-15);
    assertEquals(0, of(Variable.of("t", 4, 4, 4, 4), new int[] {0, 0, 1, 1}, 1).silhouette());
  }

  /**
   * Classes drawn by chance, 400 rows in 30 columns: an edge leaves its class with probability 1/2,
   * and some 400 * 5 edges that are not independent (each row has some ten) have a standard error
   * below 0.5 / sqrt(400) = 0.025; 0.1 is four of them. A mean silhouette of chance is the
   * difference of two mean distances to 200 rows each, relative: below 0.02.
   */
  @Test
  void classesByChanceAreNoClusters() {
    UniformRandomProvider random = Seed.of(5).generator();
    ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] columns = new double[30][400];
    for (double[] column : columns) {
      for (int i = 0; i < column.length; i++) {
        column[i] = gaussian.sample();
      }
    }
    int[] classes = new int[400];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = i % 2;
    }
    ClusterQuality chance = of(Variable.ofColumns("t", columns), classes, 5);
    assertEquals(0.5, chance.conductance(), 0.1);
    assertEquals(0, chance.silhouette(), 0.02);
    for (double[] column : columns) {
      for (int i = 0; i < column.length; i++) {
        column[i] += 6.0 * classes[i];
      }
    }
    ClusterQuality apart = of(Variable.ofColumns("t", columns), classes, 5);
    assertEquals(0, apart.conductance());
    // Distances within are near sqrt(60), between near sqrt(60 + 36 * 30).
    assertEquals(1 - Math.sqrt(60.0 / (60 + 36 * 30)), apart.silhouette(), 0.02);
  }

  @Test
  void whatDoesNotApplyIsNamed() {
    Variable t = Variable.of("t", 1, 2, 3);
    refuses("clusters need at least 2 classes: 3 rows have 1", () -> of(t, new int[] {1, 1, 1}, 1));
    assertThrows(IllegalArgumentException.class, () -> of(t, new int[] {0, 1}, 1));
    assertThrows(IllegalArgumentException.class, () -> of(t, new int[] {0, 1, 1}, 3));
    assertThrows(IllegalArgumentException.class, () -> of(t, new int[] {0, 1, 1}, 0));
    assertEquals(
        "silhouette 0.25, conductance 1 (1 neighbours, 3 of 3 rows)",
        new ClusterQuality(0.25, 1, 1, 3, 3).toString());
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
