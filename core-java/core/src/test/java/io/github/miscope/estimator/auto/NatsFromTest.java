package io.github.miscope.estimator.auto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.inference.PermutationScheme;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Estimates that are known to be too small before they are known. */
class NatsFromTest {

  private static final PreparingEstimator AUTO = PreparingEstimator.of(Presets.auto());

  /** How many of some draws are told to be below a number, all of them rightly. */
  private static int below(Samples samples, double least, int draws) {
    PreparedVariable x = AUTO.prepareX(samples.x());
    PreparedVariable y = AUTO.prepareY(samples.y());
    IntFunction<int[]> orders =
        PermutationScheme.allRows().permutations(samples.n(), draws, Seed.of(3)).order();
    int below = 0;
    for (int b = 1; b <= draws; b++) {
      PreparedVariable moved = y.permuted(orders.apply(b));
      double nats = AUTO.estimate(x, moved).nats();
      OptionalDouble found = AUTO.natsFrom(x, moved, least);
      if (found.isPresent()) {
        assertEquals(nats, found.getAsDouble());
      } else {
        assertTrue(nats < least, nats + " is not below " + least);
        below++;
      }
    }
    return below;
  }

  @Test
  void drawsOfDependentColumnsAreMostlyTold() {
    Samples samples = Tasks.correlatedGaussians(3, 0.7).sample(1000, Seed.of(1));
    assertTrue(below(samples, 0.5, 20) > 10);
  }

  @Test
  void whatIsNearIndependenceIsLeftOpen() {
    Samples samples = Tasks.correlatedGaussians(3, 0.7).sample(1000, Seed.of(1));
    assertEquals(0, below(samples, 0.1, 5));
  }

  @Test
  void anEstimateItselfIsNotBelow() {
    Samples samples = Tasks.correlatedGaussians(3, 0.7).sample(1000, Seed.of(1));
    double nats = AUTO.estimate(samples).nats();
    assertEquals(
        OptionalDouble.of(nats),
        AUTO.natsFrom(AUTO.prepareX(samples.x()), AUTO.prepareY(samples.y()), 2 * nats));
  }
}
