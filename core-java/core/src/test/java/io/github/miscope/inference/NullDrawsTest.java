package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;

class NullDrawsTest {

  @Test
  void hasThePValueOfTheTest() {
    UniformRandomProvider random = Seed.of(1).generator();
    Samples samples = Samples.of(random.doubles(80).toArray(), random.doubles(80).toArray());
    PermutationTest test = PermutationTest.of(50).withSeed(Seed.of(2));
    assertEquals(test.test(Presets.ksg(), samples), test.draws(Presets.ksg(), samples).pValue());
  }

  /**
   * Draws at the quantiles of a gamma law have its tail, or a heavier one: one standard error of
   * the skewness, 0.055 of 2000 draws, is worth a factor of 1.5 at 1e-6.
   */
  @Test
  void theTailOfAGammaLawIsFound() {
    GammaDistribution law = GammaDistribution.of(20, 1);
    double[] draws = new double[2000];
    Arrays.setAll(draws, i -> law.inverseCumulativeProbability((i + 0.5) / draws.length));
    double found = new NullDraws(law.inverseSurvivalProbability(1e-6), draws, "rows").tailPValue();
    assertTrue(found > 0.7e-6 && found < 2.5e-6, "found = " + found);
  }

  /**
   * The p-value of one more draw is below a in about a of all cases, whatever the law: here of 20
   * 000 cases each. Their number below 0.0025 has mean 50 and standard deviation 7.
   */
  @Test
  void tailsOfFewDrawsAreOnTheSafeSide() {
    for (double shape : new double[] {4, 20, 1000}) {
      ContinuousDistribution.Sampler sampler =
          GammaDistribution.of(shape, 1).createSampler(Seed.of(3).generator());
      int below = 0;
      for (int i = 0; i < 20_000; i++) {
        double[] draws = new double[200];
        Arrays.setAll(draws, b -> sampler.sample());
        below += new NullDraws(sampler.sample(), draws, "rows").tailPValue() < 0.0025 ? 1 : 0;
      }
      assertTrue(below > 10 && below < 50 + 4 * 7, "shape " + shape + ": " + below);
    }
  }

  @Test
  void tenDrawsInTheTailAreCounted() {
    double[] draws = new double[100];
    Arrays.setAll(draws, i -> i);
    NullDraws counted = new NullDraws(90, draws, "rows");
    assertEquals(11 / 101.0, counted.pValue().value());
    assertEquals(11 / 101.0, counted.tailPValue());
    assertTrue(new NullDraws(91, draws, "rows").tailPValue() != 10 / 101.0);
    assertEquals(1, new NullDraws(1, new double[] {1, 1, 1}, "rows").tailPValue());
  }

  @Test
  void refusesNoDraws() {
    assertThrows(IllegalArgumentException.class, () -> new NullDraws(1, new double[0], "rows"));
  }
}
