package io.github.miscope.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.plan.Progress;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Samples;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.sweep.SweepInterruptedException;
import io.github.miscope.task.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans on threads of this process that Spark uses as a cluster. */
class LocalTest {

  private static final Spark LOCAL = Spark.on("local[2]");

  @TempDir Path folder;

  @Test
  void rowsAreThoseOfALocalRun() throws Exception {
    List<Progress.Snapshot> seen = new ArrayList<>();
    SameRows.check(LOCAL, seen::add, folder);
    assertEquals(0, seen.get(0).done());
    Progress.Snapshot last = seen.get(seen.size() - 1);
    assertEquals(400, last.done());
    assertTrue(last.failed() > 0, "the last scale fails");
  }

  /** A millisecond, or what is asked for. */
  private record Slow(long millis) implements MutualInformationEstimator {

    @Override
    public Estimate estimate(Samples samples) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Presets.gaussianMi().estimate(samples);
    }
  }

  @Test
  void anInterruptStopsTheJobAndKeepsWhatWasFinished() throws Exception {
    Sweep sweep = Sweep.of(Tasks.correlatedGaussians(1, 0.5), new Slow(100)).withTrials(1000);
    Thread caller = Thread.currentThread();
    long[] interrupted = new long[1];
    SweepInterruptedException stopped =
        assertThrows(
            SweepInterruptedException.class,
            () ->
                sweep.run(
                    RunOptions.withDefaults()
                        .withRunner(LOCAL)
                        .withProgress(
                            snapshot -> {
                              if (snapshot.done() >= 10 && interrupted[0] == 0) {
                                interrupted[0] = System.nanoTime();
                                caller.interrupt();
                              }
                            })));
    assertTrue(System.nanoTime() - interrupted[0] < 1_000_000_000, "within a second");
    int rows = stopped.finished().rows().size();
    assertTrue(rows >= 10 && rows < 1000, rows + " rows");
    // The next run does not wait for the old one.
    Sweep next = Sweep.of(Tasks.correlatedGaussians(1, 0.5), new Slow(1)).withTrials(3);
    assertEquals(3, next.run(LOCAL).rows().size());
  }

  private record Broken() implements MutualInformationEstimator {

    @Override
    public Estimate estimate(Samples samples) {
      throw new IllegalStateException("a bug");
    }
  }

  @Test
  void aBugIsThrownAsOnThreads() {
    Sweep sweep = Sweep.of(Tasks.correlatedGaussians(1, 0.5), new Broken()).withTrials(3);
    IllegalStateException local = assertThrows(IllegalStateException.class, sweep::run);
    IllegalStateException bug = assertThrows(IllegalStateException.class, () -> sweep.run(LOCAL));
    assertEquals(local.getMessage(), bug.getMessage());
    assertTrue(bug.getSuppressed()[0].getMessage().contains("Broken"));
  }

  private record Locked(ReentrantLock lock, Thread thread) implements MutualInformationEstimator {

    @Override
    public Estimate estimate(Samples samples) {
      throw new IllegalStateException();
    }
  }

  @Test
  void whatCannotTravelIsNamed() {
    MutualInformationEstimator lambda = samples -> Presets.ksg().estimate(samples);
    assertRefused(
        lambda,
        "base of",
        "a lambda, whose code cannot travel",
        "record or a class",
        "in Kotlin annotate it with @JvmSerializableLambda");
    assertRefused(
        new Locked(new ReentrantLock(), Thread.currentThread()),
        "thread of io.github.miscope.spark.LocalTest$Locked is java.lang.Thread",
        "transient");
  }

  private static void assertRefused(MutualInformationEstimator estimator, String... parts) {
    Sweep sweep = Sweep.of(Tasks.correlatedGaussians(1, 0.5), estimator).withTrials(2);
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> sweep.run(LOCAL));
    for (String part : parts) {
      assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }
  }
}
