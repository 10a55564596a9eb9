package io.github.miscope.estimator.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.plan.Progress;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One estimate by ranges of points has the bits of one by all points at once. */
class DistributedKsgTest {

  private static final int N = 2000;

  private static final RunOptions OPTIONS = RunOptions.withDefaults().withThreads(2);

  /** Columns of correlated normal values, each changed by a function. */
  private static Samples samples(
      int n, double rho, DoubleUnaryOperator ofX, DoubleUnaryOperator ofY) {
    SplittableRandom random = new SplittableRandom(n);
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double common = random.nextGaussian();
      x[i] = ofX.applyAsDouble(common);
      y[i] = ofY.applyAsDouble(rho * common + Math.sqrt(1 - rho * rho) * random.nextGaussian());
    }
    return Samples.of(x, y);
  }

  private static double heavy(double v) {
    return Math.tan(0.3 * v * v * v);
  }

  private static double rounded(double v) {
    return Math.rint(4 * v) / 4;
  }

  private static double clustered(double v) {
    return (v > 0 ? 1000 : 0) + 1e-6 * v;
  }

  static Stream<Arguments> cases() {
    List<Arguments> cases = new ArrayList<>();
    DoubleUnaryOperator same = v -> v;
    List<Samples> all =
        List.of(
            samples(N, 0.9, same, same),
            samples(N, 0.9999, same, v -> -3 * v),
            samples(N, 0.5, DistributedKsgTest::heavy, DistributedKsgTest::heavy),
            samples(N, 0.5, v -> 1e-9 * v, DistributedKsgTest::heavy),
            samples(N, 0.5, same, v -> 1e-150 * v),
            samples(N, 0.6, DistributedKsgTest::rounded, same),
            samples(N, 0.6, same, DistributedKsgTest::rounded),
            samples(N, 0.6, DistributedKsgTest::rounded, DistributedKsgTest::rounded),
            samples(N, 0.3, DistributedKsgTest::clustered, same),
            samples(N, 0.3, DistributedKsgTest::clustered, DistributedKsgTest::clustered),
            samples(N, 0.3, v -> 2, same),
            samples(12, 0.3, same, same));
    for (Samples samples : all) {
      for (Ksg ksg : List.of(Ksg.ksg1(), Ksg.ksg2(), Ksg.closedBall(), Ksg.biKsg())) {
        cases.add(Arguments.of(ksg, samples));
        cases.add(Arguments.of(ksg.withK(1).withTies(Ties.strict()), samples));
        cases.add(Arguments.of(ksg.withK(9), samples));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bitsAreThoseOfOneSearch(Ksg ksg, Samples samples) {
    Estimate expected = ksg.estimate(samples);
    // From a range for each strip to all points in one.
    for (int points : new int[] {1, 300, N}) {
      Estimate estimate = DistributedKsg.estimate(ksg, samples, OPTIONS, points);
      assertEquals(
          Double.doubleToRawLongBits(expected.nats()), Double.doubleToRawLongBits(estimate.nats()));
      assertEquals(expected, estimate);
    }
  }

  @Test
  void rangesAreChosenByTheNumberOfPoints() {
    Samples samples = samples(200_000, 0.7, v -> v, v -> v);
    List<Progress.Snapshot> seen = new ArrayList<>();
    assertEquals(
        Ksg.ksg1().estimate(samples),
        DistributedKsg.estimate(Ksg.ksg1(), samples, OPTIONS.withProgress(seen::add)));
    Progress.Snapshot last = seen.get(seen.size() - 1);
    assertEquals(last.total(), last.done());
    assertTrue(last.total() >= 12 && last.total() <= 16, last.total() + " ranges");
  }

  /** Three replicates are one work to whoever looks. */
  @Test
  void progressIsOfAllReplicates() {
    Samples samples = samples(N, 0.6, DistributedKsgTest::rounded, v -> v);
    List<Progress.Snapshot> seen = new ArrayList<>();
    DistributedKsg.estimate(Ksg.ksg1(), samples, OPTIONS.withProgress(seen::add), 100);
    Progress.Snapshot last = seen.get(seen.size() - 1);
    assertEquals(last.total(), last.done());
    for (int s = 1; s < seen.size(); s++) {
      assertEquals(last.total(), seen.get(s).total());
      assertTrue(seen.get(s).done() >= seen.get(s - 1).done());
      assertTrue(seen.get(s).elapsed().compareTo(seen.get(s - 1).elapsed()) >= 0);
    }
  }

  @Test
  void anInterruptStopsIt() {
    Samples samples = samples(400_000, 0.7, v -> v, v -> v);
    Thread caller = Thread.currentThread();
    long[] interrupted = new long[1];
    assertThrows(
        EstimationInterruptedException.class,
        () ->
            DistributedKsg.estimate(
                Ksg.ksg1(),
                samples,
                OPTIONS.withProgress(
                    snapshot -> {
                      if (interrupted[0] == 0) {
                        interrupted[0] = System.nanoTime();
                        caller.interrupt();
                      }
                    })));
    assertTrue(System.nanoTime() - interrupted[0] < 1_000_000_000, "within a second");
  }

  @Test
  void whatDoesNotSuitIsRefused() {
    Samples planes =
        Samples.ofRows(new double[][] {{1, 2}, {2, 1}, {3, 5}, {4, 4}}, new double[4][1]);
    assertRefused("x and y must have one column each: dX=2, dY=1", Ksg.ksg1(), planes, OPTIONS);
    Samples few = samples(3, 0, v -> v, v -> v);
    assertRefused("k must be < number of points: k=3, n=3", Ksg.ksg1(), few, OPTIONS);
    assertRefused(
        "checkpoint kept.csv cannot be used: the parts of one estimate are kept in memory",
        Ksg.ksg1(),
        samples(9, 0, v -> v, v -> v),
        OPTIONS.withCheckpoint(Path.of("kept.csv")));
  }

  private static void assertRefused(String message, Ksg ksg, Samples samples, RunOptions options) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class,
                () -> DistributedKsg.estimate(ksg, samples, options))
            .getMessage());
  }
}
