package io.github.miscope.estimator.auto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Sampler;
import io.github.miscope.task.Tasks;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GaussianFitTest {

  private static final Auto AUTO = Auto.withDefaults();

  private static double deviations(Sampler task, int seed) {
    Samples samples = task.sample(1000, Seed.of(seed));
    return GaussianFit.deviations(
        NormalScores.of(samples.x(), Seed.of(1)), NormalScores.of(samples.y(), Seed.of(2)));
  }

  /** Of up to 40 correlations, normal ones pass 4.5 standard errors once in 3000 samples. */
  @Test
  void gaussiansFit() {
    for (int seed = 0; seed < 10; seed++) {
      assertTrue(deviations(Tasks.correlatedGaussians(1, 0.75), seed) < 4.5);
      assertTrue(deviations(Tasks.correlatedGaussians(5, 0.6), seed) < 4.5);
      assertEquals(0, deviations(Tasks.correlatedGaussians(1, 0), seed), 4.5);
    }
  }

  /** Bounded noise: what is left is smaller where X is extreme. */
  @Test
  void boundedNoiseDoesNot() {
    for (int seed = 0; seed < 5; seed++) {
      assertTrue(deviations(Tasks.additiveUniformNoise(3, 0.5), seed) > 6);
    }
  }

  /** 3.5 of 4.7 nats by the Gaussian copula, at every n. */
  @Test
  void autoKnowsThatTheCopulaDoesNotFit() {
    Samples noise = Tasks.additiveUniformNoise(5, 0.5).sample(1000, Seed.of(1));
    Estimate low = AUTO.estimate(noise);
    assertTrue(low.nats() < 4);
    assertEquals(Optional.of("a Gaussian copula does not fit the data"), AUTO.misfit(noise, low));
    Samples normal = Tasks.correlatedGaussians(3, 0.5).sample(1000, Seed.of(1));
    assertEquals(Optional.empty(), AUTO.misfit(normal, AUTO.estimate(normal)));
    assertFalse(GaussianFit.fails(normal.x().columns(), normal.y().columns()));
  }

  /** 2.2 of 2.83 nats: neighbours have lost more than what they show of it. */
  @Test
  void autoKnowsThatNeighboursLose() {
    Samples noise = Tasks.additiveUniformNoise(3, 0.5).sample(1000, Seed.of(1));
    Estimate low = AUTO.estimate(noise);
    assertTrue(low.nats() < 2.4);
    assertEquals(
        Optional.of("what it lost with k was added back, and may not be all"),
        AUTO.misfit(noise, low));
  }
}
