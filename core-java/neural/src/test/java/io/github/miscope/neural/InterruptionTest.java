package io.github.miscope.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.neural.libtorch.Libtorch;
import io.github.miscope.neural.training.Evaluation;
import io.github.miscope.neural.training.Training;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An interrupt in the middle of training. */
class InterruptionTest {

  @Test
  void anInterruptStopsTrainingAndLeavesNoThread() throws InterruptedException {
    Libtorch.require();
    Samples samples = Tasks.correlatedGaussians(2, 0.5).sample(2000, Seed.of(1));
    NeuralMutualInformation endless =
        NeuralPresets.mineLocal()
            .withTraining(
                Training.withDefaults()
                    .withSteps(100_000_000)
                    .withMembers(2)
                    .withEvaluation(new Evaluation.HeldOut(0.2, 0.2, 100_000_000)));
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                endless.estimate(samples);
              } catch (EstimationInterruptedException e) {
                thrown.set(e);
              }
            },
            "estimate");
    thread.start();
    Thread.sleep(700);
    assertTrue(thread.isAlive());
    thread.interrupt();
    long start = System.nanoTime();
    thread.join(20_000);
    double seconds = (System.nanoTime() - start) / 1e9;
    assertInstanceOf(InterruptedException.class, thrown.get().getCause());
    // Threads look every 50 ms; the rest is for a machine that is busy with other work.
    assertTrue(seconds < 5, () -> "stopped after " + seconds + " s");
    assertTrue(ForkJoinPool.commonPool().awaitQuiescence(5, TimeUnit.SECONDS));
    Set<String> training =
        Thread.getAllStackTraces().entrySet().stream()
            .filter(
                entry ->
                    Arrays.stream(entry.getValue())
                        .anyMatch(frame -> frame.getClassName().contains("CriticTraining")))
            .map(entry -> entry.getKey().getName())
            .collect(Collectors.toSet());
    assertEquals(Set.of(), training);
  }
}
