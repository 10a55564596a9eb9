package io.github.miscope.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.neighbour.DistributedKsg;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.plan.Progress;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One estimate whose points are shared out over executors has the bits of a local one. */
class DistributedKsgTest {

  private static final Spark LOCAL = Spark.on("local[2]");

  /** An estimate; what tells the ones of this test apart. */
  private record Case(Ksg ksg, int n, int dX, int dY) {}

  /** What local estimates give; the same for all masters. */
  private static final Map<Case, Estimate> HERE = new HashMap<>();

  static Samples samples(int n) {
    Random random = new Random(n);
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextGaussian();
      y[i] = 0.8 * x[i] + 0.6 * random.nextGaussian();
    }
    return Samples.of(x, y);
  }

  /** Points of several columns that share a part. */
  static Samples samples(int n, int dX, int dY) {
    Random random = new Random(n);
    double[][] x = new double[n][dX];
    double[][] y = new double[n][dY];
    for (int i = 0; i < n; i++) {
      double common = random.nextGaussian();
      for (double[] row : List.of(x[i], y[i])) {
        Arrays.setAll(row, j -> common + random.nextGaussian());
      }
    }
    return Samples.ofRows(x, y);
  }

  private static RunOptions on(Spark spark) {
    return RunOptions.withDefaults().withRunner(spark);
  }

  @Test
  void bitsOfThreadsOfSpark() {
    assertLocalBits(LOCAL);
  }

  /** Executors in other processes fetch blocks of the data one by one. */
  static void assertLocalBits(Spark spark) {
    for (Ksg ksg : List.of(Ksg.ksg1(), Ksg.ksg2().withK(5))) {
      assertLocalBits(spark, ksg, samples(100_000), 6);
      assertLocalBits(spark, ksg, samples(20_000, 2, 3), 5);
    }
    assertLocalBits(spark, Ksg.ksg1(), samples(50_000, 1, 2), 13);
    assertLocalBits(spark, Ksg.biKsg(), samples(10_000, 3, 1), 3);
  }

  private static void assertLocalBits(Spark spark, Ksg ksg, Samples samples, int ranges) {
    List<Progress.Snapshot> seen = new ArrayList<>();
    Estimate expected =
        HERE.computeIfAbsent(
            new Case(ksg, samples.n(), samples.dX(), samples.dY()), c -> ksg.estimate(samples));
    assertSame(expected, DistributedKsg.estimate(ksg, samples, on(spark).withProgress(seen::add)));
    Progress.Snapshot last = seen.get(seen.size() - 1);
    assertEquals(last.total(), last.done());
    assertTrue(last.total() >= ranges, last.total() + " ranges");
  }

  /** An executor that is lost takes blocks and counts with it; others fetch and count them anew. */
  static void assertLocalBitsDespite(Runnable loss, Spark spark) {
    Samples samples = samples(600_000);
    boolean[] lost = new boolean[1];
    Estimate estimate =
        DistributedKsg.estimate(
            Ksg.ksg1(),
            samples,
            on(spark)
                .withProgress(
                    snapshot -> {
                      if (snapshot.done() >= 1 && !lost[0]) {
                        assertTrue(snapshot.done() < snapshot.total(), "in the middle of a run");
                        lost[0] = true;
                        loss.run();
                      }
                    }));
    assertTrue(lost[0]);
    assertSame(Ksg.ksg1().estimate(samples), estimate);
  }

  private static void assertSame(Estimate expected, Estimate estimate) {
    assertEquals(
        Double.doubleToRawLongBits(expected.nats()), Double.doubleToRawLongBits(estimate.nats()));
    assertEquals(expected, estimate);
  }

  @Test
  void anInterruptStopsTheJob() {
    Samples samples = samples(1_000_000);
    Thread caller = Thread.currentThread();
    long[] interrupted = new long[1];
    assertThrows(
        EstimationInterruptedException.class,
        () ->
            DistributedKsg.estimate(
                Ksg.ksg1(),
                samples,
                on(LOCAL)
                    .withProgress(
                        snapshot -> {
                          if (snapshot.done() >= 1 && interrupted[0] == 0) {
                            interrupted[0] = System.nanoTime();
                            caller.interrupt();
                          }
                        })));
    assertTrue(System.nanoTime() - interrupted[0] < 1_000_000_000, "within a second");
  }
}
