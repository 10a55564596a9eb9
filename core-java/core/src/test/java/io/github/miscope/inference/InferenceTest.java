package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.EstimatorContract;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.internal.parallel.Threads;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The composed estimator keeps the contract and carries what was asked for. */
@Tag("slow")
class InferenceTest extends EstimatorContract {
  InferenceTest() {
    super(Inference.of(Presets.ksg()).withInterval(0.95).withPValue(9));
  }

  private static Samples gaussians(int n, long seed) {
    return Tasks.correlatedGaussians(1, 0.6).sample(n, Seed.of(seed));
  }

  @Test
  void carriesErrorIntervalAndPValue() {
    Samples samples = gaussians(300, 1);
    Estimate estimate =
        Inference.of(Presets.ksgGlobalLinf())
            .withInterval(0.9)
            .withPValue(19)
            .withSeed(Seed.of(3))
            .estimate(samples);
    Estimate bare = Presets.ksgGlobalLinf().estimate(samples);
    assertEquals(bare.nats(), estimate.nats());
    assertEquals(bare.estimator(), estimate.estimator());
    assertTrue(estimate.standardError().orElseThrow() > 0);
    assertEquals(0.9, estimate.interval().orElseThrow().level());
    assertTrue(estimate.interval().orElseThrow().contains(estimate.nats()));
    assertEquals(0.05, estimate.pValue().orElseThrow().value(), 1e-15);
  }

  @Test
  void nothingIsDoneThatWasNotAskedFor() {
    Samples samples = gaussians(100, 2);
    Estimate bare = Presets.ksg().estimate(samples);
    assertEquals(bare, Inference.of(Presets.ksg()).withChecks(false).estimate(samples));
    assertEquals(bare.uncertainty(), Inference.of(Presets.ksg()).estimate(samples).uncertainty());
  }

  @Test
  void everythingIsTheSameOnAnyNumberOfThreads() {
    Samples samples = gaussians(200, 3);
    List<Estimate> estimates = new ArrayList<>();
    for (int threads : new int[] {1, 2, 5}) {
      Threads.within(threads, () -> estimates.add(estimator().estimate(samples)));
    }
    assertEquals(estimates.get(0), estimates.get(1));
    assertEquals(estimates.get(0), estimates.get(2));
  }

  @Test
  void withoutAnIntervalTheEstimateStandsAndSaysWhy() {
    Estimate estimate = Inference.of(Presets.ksg()).withInterval(0.95).estimate(gaussians(12, 4));
    assertTrue(estimate.interval().isEmpty());
    assertTrue(
        estimate
            .warnings()
            .contains(
                new EstimateWarning.NoInterval(
                    "n must be >= 20 for error bars from subsamples: n=12")));
  }

  @Test
  void dependentRowsAreNoWarningOnceTheyAreAllowedFor() {
    double[] walk = Toys.normals(400, Seed.of(6));
    for (int i = 1; i < walk.length; i++) {
      walk[i] += 0.9 * walk[i - 1];
    }
    double[] y = Toys.normals(400, Seed.of(7));
    for (int i = 1; i < y.length; i++) {
      y[i] += 0.9 * y[i - 1];
    }
    Samples both = Samples.of(walk, y);
    Inference rows = Inference.of(Presets.ksg()).withPValue(9);
    Inference blocks = rows.withScheme(PermutationScheme.wholeBlocks(40));
    assertTrue(warnsOfDependentRows(rows, both));
    assertFalse(warnsOfDependentRows(blocks, both));
    assertTrue(warnsOfDependentRows(blocks.withInterval(0.95), both));
    assertFalse(
        warnsOfDependentRows(
            blocks.withInterval(0.95).withSubsampling(Subsampling.contiguous()), both));
  }

  private static boolean warnsOfDependentRows(Inference inference, Samples samples) {
    return inference.estimate(samples).warnings().stream()
        .anyMatch(warning -> warning instanceof DataWarning.DependentRows);
  }

  @Test
  void conditionalEstimatesToo() {
    double[] z = Toys.normals(300, Seed.of(5));
    ConditionalSamples samples =
        Toys.given(
            Toys.sum(z, Toys.normals(300, Seed.of(6))),
            Toys.sum(z, Toys.normals(300, Seed.of(7))),
            Variable.of("z", z));
    Estimate estimate =
        ConditionalInference.of(Toys.partialCorrelation())
            .withInterval(0.95)
            .withPValue(19)
            .estimate(samples);
    assertTrue(estimate.standardError().orElseThrow() > 0);
    assertEquals("residuals of x given z", estimate.pValue().orElseThrow().scheme());
  }

  @Test
  void stopsWithinASecond() throws InterruptedException {
    // Estimates of 1 ms, and others of 100 ms and more.
    for (int n : new int[] {200, 6000}) {
      Samples samples = Tasks.correlatedGaussians(3, 0.5).sample(n, Seed.of(8));
      AtomicReference<RuntimeException> thrown = new AtomicReference<>();
      Thread thread =
          new Thread(
              () -> {
                try {
                  PermutationTest.of(10_000_000).test(Presets.ksg(), samples);
                } catch (RuntimeException e) {
                  thrown.set(e);
                }
              });
      thread.start();
      Thread.sleep(300);
      thread.interrupt();
      thread.join(1000);
      assertFalse(thread.isAlive(), "n = " + n + " still runs a second after the interrupt");
      assertTrue(thrown.get() instanceof EstimationInterruptedException);
    }
  }
}
