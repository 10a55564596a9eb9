package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PValue;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.internal.parallel.Threads;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is interrupted keeps what was finished: on one thread, exactly what a shorter run has. */
class StoppedInferenceTest {

  private static final Samples SAMPLES = Tasks.correlatedGaussians(1, 0.3).sample(100, Seed.of(5));

  /** Interrupts its thread during the call with a number. */
  private static MutualInformationEstimator stoppingAt(int call) {
    AtomicInteger calls = new AtomicInteger();
    return samples -> {
      if (calls.incrementAndGet() == call) {
        Thread.currentThread().interrupt();
      }
      return Presets.ksg().estimate(samples);
    };
  }

  private static InferenceInterruptedException stop(Executable work) {
    AtomicReference<@Nullable InferenceInterruptedException> stop = new AtomicReference<>();
    Threads.within(1, () -> stop.set(assertThrows(InferenceInterruptedException.class, work)));
    InferenceInterruptedException stopped = stop.get();
    assertTrue(stopped != null && stopped.getCause() instanceof InterruptedException);
    return stopped;
  }

  @Test
  void aPValueIsThatOfThePermutationsSoFar() {
    // The estimate itself is the first call, and the 31st permutation is stopped.
    PermutationTest test = PermutationTest.of(1000);
    InferenceInterruptedException stop = stop(() -> test.test(stoppingAt(32), SAMPLES));
    PValue expected = PermutationTest.of(30).test(Presets.ksg(), SAMPLES);
    PValue known = stop.pValue().orElseThrow();
    assertEquals(
        new PValue(
            expected.value(), 30, 1000, expected.nullMean(), expected.nullSd(), expected.scheme()),
        known);
    assertTrue(known.toString().endsWith("(stopped after 30 of 1000 permutations of all rows)"));
    assertTrue(stop.estimate().isEmpty() && stop.standardError().isEmpty());
    InferenceInterruptedException first = stop(() -> test.test(stoppingAt(2), SAMPLES));
    assertTrue(first.pValue().isEmpty());
  }

  @Test
  void aStandardErrorIsThatOfWholePartitionsSoFar() {
    // Two large parts: 24 partitions of 2 parts, of which 6 and a half are finished.
    InferenceInterruptedException stop =
        stop(() -> Subsampling.random().standardError(stoppingAt(14), SAMPLES));
    StandardError expected = stop.standardError().orElseThrow();
    assertEquals(6, expected.degreesOfFreedom());
    PartVariance whole =
        Subsampling.random()
            .withDegreesOfFreedom(6)
            .standardError(Presets.ksg(), SAMPLES)
            .parts()
            .get(0);
    assertEquals(whole, expected.parts().get(0));
  }

  @Test
  void anEstimateKeepsItsIntervalAndPValue() {
    Inference whole = Inference.of(Presets.ksg()).withInterval(0.95).withChecks(false);
    Estimate expected = whole.estimate(SAMPLES);
    int forInterval = 1 + 24 * 2 + 4 * 8;
    Estimate kept =
        stop(() ->
                Inference.of(stoppingAt(forInterval + 11))
                    .withInterval(0.95)
                    .withPValue(100)
                    .withChecks(false)
                    .estimate(SAMPLES))
            .estimate()
            .orElseThrow();
    assertEquals(expected.nats(), kept.nats());
    assertEquals(expected.interval(), kept.interval());
    assertEquals(10, kept.pValue().orElseThrow().permutations());
    Estimate without =
        stop(() ->
                Inference.of(stoppingAt(2)).withInterval(0.95).withChecks(false).estimate(SAMPLES))
            .estimate()
            .orElseThrow();
    assertEquals(expected.nats(), without.nats());
    assertTrue(without.interval().isEmpty());
    assertTrue(without.warnings().toString().contains("interrupted"), without::toString);
  }
}
