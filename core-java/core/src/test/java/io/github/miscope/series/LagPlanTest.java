package io.github.miscope.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.inference.PermutationScheme;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LagPlanTest {

  private static final int[] FIRST_LAGS = IntStream.rangeClosed(-3, 12).toArray();

  private static Variable noise(String name, int n, long seed) {
    return Variable.of(name, Ar1.of(n, 0, Seed.of(seed)));
  }

  /** y follows x by 4 rows. */
  private static Variable follower(Variable x, int lag, long seed) {
    double[] y = Ar1.of(x.n(), 0, Seed.of(seed));
    for (int t = lag; t < y.length; t++) {
      y[t] = 0.8 * x.get(t - lag, 0) + 0.6 * y[t];
    }
    return Variable.of("y", y);
  }

  @Test
  void aLagPairsXWithTheLaterY() {
    Variable x = noise("x", 60, 1);
    Variable y = noise("y", 60, 2);
    LagTable table = LagPlan.of(x, y, 0, 7, -7).withSurrogates(0).run();
    double[] xs = x.column(0);
    double[] ys = y.column(0);
    assertEquals(
        Presets.ksgRanks().estimate(Samples.of(xs, ys)).nats(), table.rows().get(0).nats());
    assertEquals(
        Presets.ksgRanks()
            .estimate(Samples.of(Arrays.copyOfRange(xs, 0, 53), Arrays.copyOfRange(ys, 7, 60)))
            .nats(),
        table.rows().get(1).nats());
    assertEquals(
        Presets.ksgRanks()
            .estimate(Samples.of(Arrays.copyOfRange(xs, 7, 60), Arrays.copyOfRange(ys, 0, 53)))
            .nats(),
        table.rows().get(2).nats());
    assertEquals(List.of(60, 53, 53), table.rows().stream().map(LagRow::n).toList());
    assertEquals("I(x(t - lag); y(t))", table.quantity());
    assertEquals(OptionalDouble.empty(), table.exceeded());
    assertEquals(OptionalDouble.empty(), table.rows().get(0).pValue());
  }

  @Test
  void theLagIsFound() {
    Variable x = noise("x", 300, 3);
    LagTable table = LagPlan.of(x, follower(x, 4, 4), FIRST_LAGS).withSurrogates(100).run();
    LagRow largest = table.largest();
    assertEquals(4, largest.lag());
    // -log(1 - 0.64) / 2 = 0.51; the standard error of KSG is about 0.05 here.
    assertEquals(0.51, largest.nats(), 0.2);
    // Lags reach over 15 rows: 300 / 16 - 1 surrogates.
    assertEquals(17, table.surrogates());
    assertEquals(1 / 18.0, largest.adjustedPValue().orElseThrow());
    assertTrue(largest.nats() > table.exceeded().orElseThrow());
    assertTrue(largest.nats() > largest.upper().orElseThrow());
    for (LagRow row : table.rows()) {
      assertTrue(row.pValue().orElseThrow() <= row.adjustedPValue().orElseThrow());
      assertTrue(row.lower().orElseThrow() < row.upper().orElseThrow());
    }
    assertTrue(table.scheme().contains("cyclic shifts, 16 rows or more apart"), table.scheme());
  }

  /**
   * Independent series of a long memory, 300 pairs: p-values of shifts are uniform, those of
   * permutations are not. Kolmogorov's distance of 300 uniform values exceeds 1.628 / sqrt(300) =
   * 0.094 in less than 1 % of cases.
   */
  @Test
  void shiftsKeepTheMemoryOfSeries() {
    List<Double> shifts = new ArrayList<>();
    List<Double> permutations = new ArrayList<>();
    for (int set = 0; set < 300; set++) {
      Seed seed = Seed.of(8).derive("set", set);
      LagPlan plan =
          LagPlan.of(
                  Variable.of("x", Ar1.of(300, 0.9, seed.derive("x"))),
                  Variable.of("y", Ar1.of(300, 0.9, seed.derive("y"))),
                  0,
                  2,
                  4)
              .withEstimator(Presets.gaussianCopula())
              .withSurrogates(59)
              .withSeed(seed);
      shifts.add(plan.run().largest().adjustedPValue().orElseThrow());
      permutations.add(
          plan.withScheme(PermutationScheme.allRows())
              .run()
              .largest()
              .adjustedPValue()
              .orElseThrow());
    }
    assertTrue(distance(shifts) < 0.094, "shifts: " + distance(shifts));
    assertTrue(distance(permutations) > 0.3, "permutations: " + distance(permutations));
  }

  /** From uniform values on the grid of 1/60. */
  private static double distance(List<Double> pValues) {
    double largest = 0;
    for (int step = 1; step <= 60; step++) {
      double level = step / 60.0;
      double share =
          pValues.stream().filter(p -> p <= level + 1e-12).count() / (double) pValues.size();
      largest = Math.max(largest, Math.abs(share - level));
    }
    return largest;
  }

  /**
   * y(t) = a y(t-1) + b x(t-1) + e(t), all normal of variance 1: the transfer entropy is log(1 +
   * b^2) / 2, and 0 in the other direction.
   */
  @Test
  void transferEntropyOfALinearSystem() {
    int n = 20_000;
    double[] x = Ar1.of(n, 0, Seed.of(21));
    double[] y = Ar1.of(n, 0, Seed.of(22));
    for (int t = 1; t < n; t++) {
      y[t] += 0.7 * y[t - 1] + 0.8 * x[t - 1];
    }
    Variable from = Variable.of("x", x);
    Variable to = Variable.of("y", y);
    double truth = 0.5 * Math.log(1 + 0.8 * 0.8);
    LagPlan plan =
        LagPlan.of(from, to, 1)
            .withHistory(1)
            .withSurrogates(0)
            .withConditional(Presets.conditionalGaussian());
    // The standard error of a Gaussian estimate is sqrt(1 - exp(-2 I)) / sqrt(n) = 0.0044.
    assertEquals(truth, plan.run().rows().get(0).nats(), 4 * 0.0044);
    assertEquals(
        0,
        LagPlan.of(to, from, 1)
            .withHistory(1)
            .withSurrogates(0)
            .withConditional(Presets.conditionalGaussian())
            .run()
            .rows()
            .get(0)
            .nats(),
        8.0 / n);
    assertEquals("I(x(t - lag); y(t) | 1 of y's past)", plan.run().quantity());
  }

  @Test
  void historyAndGivenAreWhatTheySay() {
    Variable x = noise("x", 80, 31);
    Variable y = noise("y", 80, 32);
    Variable z = noise("z", 80, 33);
    double[] xs = x.column(0);
    double[] ys = y.column(0);
    double direct =
        Presets.conditionalKsg()
            .estimate(
                new ConditionalSamples(
                    Variable.of("x", Arrays.copyOfRange(xs, 0, 77)),
                    Variable.of("y", Arrays.copyOfRange(ys, 3, 80)),
                    Variable.ofColumns(
                        "z",
                        Arrays.copyOfRange(ys, 2, 79),
                        Arrays.copyOfRange(ys, 1, 78),
                        Arrays.copyOfRange(z.column(0), 3, 80))))
            .nats();
    LagTable table = LagPlan.of(x, y, 3).withHistory(2).withGiven(z).run();
    assertEquals(direct, table.rows().get(0).nats());
    assertEquals(0, table.surrogates());
    assertEquals(77, table.rows().get(0).n());
  }

  @Test
  void threadsChangeNoBit() {
    Variable x = noise("x", 120, 41);
    LagPlan plan = LagPlan.of(x, follower(x, 2, 42), 0, 1, 2, 3).withSurrogates(20);
    assertEquals(
        plan.run(RunOptions.withDefaults().withThreads(1)),
        plan.run(RunOptions.withDefaults().withThreads(5)));
  }

  @Test
  void anInterruptCarriesTheSurrogatesThatAreComplete() {
    Variable x = noise("x", 120, 41);
    LagPlan plan = LagPlan.of(x, follower(x, 2, 42), 0, 1).withSurrogates(50);
    LagInterruptedException stopped =
        assertThrows(
            LagInterruptedException.class,
            () ->
                plan.run(
                    RunOptions.withDefaults()
                        .withProgress(
                            now -> {
                              if (now.done() < now.total()) {
                                Thread.currentThread().interrupt();
                              }
                            })));
    assertFalse(Thread.interrupted());
    stopped.finished().ifPresent(table -> assertTrue(table.surrogates() <= 50));
  }

  @Test
  void aCheckpointKeepsEstimates(@TempDir Path folder) {
    Variable x = noise("x", 120, 41);
    AtomicInteger estimates = new AtomicInteger();
    LagPlan plan =
        LagPlan.of(x, follower(x, 2, 42), 0, 1, 100)
            .withSurrogates(10)
            .withScheme(PermutationScheme.allRows())
            .withEstimator(
                MutualInformationEstimator.of(
                        "counted",
                        samples -> {
                          estimates.incrementAndGet();
                          return Presets.ksg().withK(20).estimate(samples).nats();
                        })
                    .identifiedBy("counted"));
    RunOptions kept = RunOptions.withDefaults().withCheckpoint(folder.resolve("lags"));
    LagTable plain = plan.run();
    assertEquals(33, estimates.getAndSet(0));
    assertTrue(plain.rows().get(2).failure().isPresent());
    assertEquals(plain, plan.run(kept));
    int first = estimates.getAndSet(0);
    assertTrue(first >= 22, "estimates: " + first); // One or more for the name of the estimator.
    assertEquals(plain, plan.run(kept));
    assertTrue(estimates.get() < 11, "estimates: " + estimates);
    String message =
        assertThrows(IllegalArgumentException.class, () -> plan.withSeed(Seed.of(3)).run(kept))
            .getMessage();
    assertTrue(message.contains("seed"), message);
  }

  @Test
  void aLagWithoutAnEstimateHasAReason() {
    Variable x = noise("x", 12, 51);
    LagTable table = LagPlan.of(x, noise("y", 12, 52), 0, 9).withSurrogates(0).run();
    assertEquals(
        "k must be < number of points: k=3, n=3", table.rows().get(1).failure().orElseThrow());
    assertTrue(Double.isNaN(table.rows().get(1).nats()));
    assertEquals(0, table.largest().lag());
  }

  @Test
  void refusesWhatItCannotDo() {
    Variable x = noise("x", 30, 1);
    Variable y = noise("y", 30, 2);
    refuses("lags must leave 2 rows or more: lag=29, n=30", () -> LagPlan.of(x, y, 29));
    refuses("lags must be distinct: lag=3", () -> LagPlan.of(x, y, 3, 3));
    refuses("lags must be >= 1: lags=0", () -> LagPlan.of(x, y));
    refuses("history must be >= 0: history=-1", () -> LagPlan.of(x, y, 1).withHistory(-1));
    refuses(
        "surrogates must be 0 where a series is given: surrogates=5",
        () -> LagPlan.of(x, y, 1).withGiven(x).withSurrogates(5));
    refuses("least lag must be <= n/2: leastLag=21, n=30", () -> LagPlan.of(x, y, -10, 10).run());
  }

  private static void refuses(String message, Runnable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work::run).getMessage());
  }
}
