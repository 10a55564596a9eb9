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

  /** Columns that share a part, the last of each variable changed by a function. */
  private static Samples columns(int n, int dX, int dY, DoubleUnaryOperator last) {
    SplittableRandom random = new SplittableRandom(n + 10L * dX + dY);
    double[][] x = new double[n][dX];
    double[][] y = new double[n][dY];
    for (int i = 0; i < n; i++) {
      double common = random.nextGaussian();
      for (double[] row : List.of(x[i], y[i])) {
        for (int j = 0; j < row.length; j++) {
          row[j] = common + random.nextGaussian();
        }
        row[row.length - 1] = last.applyAsDouble(row[row.length - 1]);
      }
    }
    return Samples.ofRows(x, y);
  }

  static Stream<Arguments> severalColumns() {
    List<Arguments> cases = new ArrayList<>();
    DoubleUnaryOperator same = v -> v;
    List<Samples> all =
        List.of(
            columns(N, 2, 2, same),
            columns(N, 1, 3, same),
            columns(N, 4, 1, DistributedKsgTest::heavy),
            columns(N, 3, 2, DistributedKsgTest::clustered),
            columns(N, 2, 1, v -> 1e-9 * v),
            columns(N, 2, 3, DistributedKsgTest::rounded),
            columns(N, 2, 2, v -> 2),
            columns(N, 2, 1, v -> 2),
            columns(300, 12, 9, same),
            columns(65, 2, 2, same),
            columns(12, 3, 2, same));
    for (Samples samples : all) {
      for (Ksg ksg :
          List.of(
              Ksg.ksg1(),
              Ksg.ksg2(),
              Ksg.closedBall(),
              Ksg.biKsg(),
              Ksg.ksg1().withNorms(Norm.L1, Norm.L2),
              Ksg.ksg2().withNorms(Norm.L2, Norm.LINF))) {
        cases.add(Arguments.of(ksg, samples));
        cases.add(Arguments.of(ksg.withK(9).withTies(Ties.strict()), samples));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("severalColumns")
  void bitsAreThoseOfOneSearchInSeveralColumns(Ksg ksg, Samples samples) {
    Estimate expected = ksg.estimate(samples);
    // From a range for each leaf to all points in one.
    for (int points : new int[] {1, 300, N}) {
      Estimate estimate = DistributedKsg.estimate(ksg, samples, OPTIONS, points);
      assertEquals(
          Double.doubleToRawLongBits(expected.nats()), Double.doubleToRawLongBits(estimate.nats()));
      assertEquals(expected, estimate);
    }
  }

  /** Values of whole numbers with many ties: which of equal neighbours is taken matters to KSG2. */
  @Test
  void equallyDistantNeighboursAreTakenInTheSameOrder() {
    Samples samples = columns(N, 2, 2, Math::rint);
    Ksg ksg = Ksg.ksg2().withTies(Ties.strict());
    for (int points : new int[] {64, 700}) {
      assertEquals(ksg.estimate(samples), DistributedKsg.estimate(ksg, samples, OPTIONS, points));
    }
  }

  @Test
  void rangesOfTreesAreChosenByTheNumberOfPoints() {
    Samples samples = columns(50_000, 2, 2, v -> v);
    List<Progress.Snapshot> seen = new ArrayList<>();
    assertEquals(
        Ksg.ksg1().estimate(samples),
        DistributedKsg.estimate(Ksg.ksg1(), samples, OPTIONS.withProgress(seen::add)));
    Progress.Snapshot last = seen.get(seen.size() - 1);
    assertEquals(last.total(), last.done());
    assertEquals(13, last.total()); // 50000 / 4096, rounded up
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
