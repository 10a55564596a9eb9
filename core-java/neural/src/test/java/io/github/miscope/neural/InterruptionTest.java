package io.github.miscope.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.neural.critic.ConcatenatedCritic;
import io.github.miscope.neural.critic.Layers;
import io.github.miscope.neural.libtorch.Libtorch;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.io.BufferedReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An interrupt and a kill in the middle of training. */
class InterruptionTest {

  @Test
  void anInterruptStopsTrainingAndLeavesNoThread() throws InterruptedException {
    Libtorch.require();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    CountDownLatch trains = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              try {
                EndlessEstimate.make(trains::countDown);
              } catch (EstimationInterruptedException e) {
                thrown.set(e);
              }
            },
            "estimate");
    thread.start();
    assertTrue(trains.await(60, TimeUnit.SECONDS));
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

  /** A step of such a critic takes seconds, and is native code that nothing can stop. */
  @Test
  void anInterruptDoesNotWaitForAStepOfALargeCritic() throws InterruptedException {
    Libtorch.require();
    Samples samples = Tasks.correlatedGaussians(2, 0.5).sample(6000, Seed.of(1));
    NeuralMutualInformation large =
        NeuralPresets.mineLocal()
            .withCritic(new ConcatenatedCritic(Layers.of(3000, 3000)))
            .withBatch(3000)
            .withMembers(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                large.estimate(samples);
              } catch (EstimationInterruptedException e) {
                thrown.set(e);
              }
            });
    thread.start();
    Thread.sleep(700);
    thread.interrupt();
    long start = System.nanoTime();
    thread.join(20_000);
    double seconds = (System.nanoTime() - start) / 1e9;
    assertInstanceOf(InterruptedException.class, thrown.get().getCause());
    assertTrue(seconds < 2, () -> "stopped after " + seconds + " s");
    // The step goes on, and other tests would wait for its processor.
    assertTrue(ForkJoinPool.commonPool().awaitQuiescence(60, TimeUnit.SECONDS));
  }

  /** A Java machine that ends under libtorch's feet crashes: it waits for the step. */
  @Test
  void aProcessThatEndsDuringAnAbandonedStepDoesNotCrash(@TempDir Path folder) throws Exception {
    File output = folder.resolve("output").toFile();
    Process process =
        ChildJvm.of(AbandonedEstimate.class, List.of("-Xmx256m"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still there");
    assertEquals("abandoned", Files.readString(output.toPath()).strip());
    assertEquals(0, process.exitValue());
    assertArrayEquals(new String[] {"output"}, folder.toFile().list());
  }

  /** The first load unpacks and links hundreds of megabytes, which nothing can stop. */
  @Test
  void anInterruptDoesNotWaitForTheFirstLoad(@TempDir Path folder) throws Exception {
    File output = folder.resolve("output").toFile();
    Process process =
        ChildJvm.of(InterruptedLoad.class, List.of("-Xmx256m"))
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "still there");
    String text = Files.readString(output.toPath()).strip();
    assertEquals(0, process.exitValue(), text);
    assertTrue(text.endsWith("loaded"), text);
    // Before the load was over, and within a second, on a busy machine too.
    assertTrue(Integer.parseInt(text.split(" ", -1)[0]) < 1000, text);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // It has no signals.
  void aProcessThatIsToldToEndDoesSoWithoutACrash(@TempDir Path folder) throws Exception {
    File errors = folder.resolve("errors").toFile();
    Process process =
        ChildJvm.of(EndlessEstimate.class, List.of("-Xmx256m"))
            .directory(folder.toFile()) // Where a crash would leave its report.
            .redirectError(errors)
            .start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals(EndlessEstimate.TRAINS, lines.readLine());
      process.destroy(); // SIGTERM
      assertTrue(process.waitFor(20, TimeUnit.SECONDS), "still there");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(128 + 15, process.exitValue());
    assertEquals("", Files.readString(errors.toPath()));
    assertArrayEquals(new String[] {"errors"}, folder.toFile().list());
  }
}
