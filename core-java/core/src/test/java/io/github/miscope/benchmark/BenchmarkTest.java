package io.github.miscope.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.estimator.program.Programs;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.sweep.SweepRow;
import io.github.miscope.task.ScalePaper;
import io.github.miscope.task.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkTest {

  /** Three tasks of known information; the second has other numbers of samples and trials. */
  private static final Suite SUITE =
      new Suite(
          "three",
          List.of(
              new SuiteTask(Tasks.correlatedGaussians(1, 0.5), 60, 3),
              new SuiteTask(Tasks.correlatedGaussians(2, 0.3), 40, 2),
              new SuiteTask(Tasks.additiveUniformNoise(1, 0.5), 60, 3)));

  private static final Benchmark PLAN =
      Benchmark.of(SUITE, Presets.ksg(), Presets.ksg2()).withSeed(Seed.of(7));

  @TempDir Path folder;

  /** The same estimate of everything. */
  private static MutualInformationEstimator constant(String label, double nats) {
    return MutualInformationEstimator.of(label, samples -> nats);
  }

  private static List<String> timeless(List<SweepRow> rows) {
    return rows.stream().map(row -> row + " " + row.seed() + " " + row.nats()).toList();
  }

  @Test
  void rowsAreThoseOfTheSweepsOfItsTasks() {
    BenchmarkTable table = PLAN.run();
    assertEquals(16, PLAN.cells());
    assertTrue(table.isComplete());
    List<SweepRow> expected = new ArrayList<>();
    for (Sweep sweep : PLAN.sweeps()) {
      expected.addAll(sweep.run().rows());
    }
    assertEquals(timeless(expected), timeless(table.rows()));
  }

  /** By the number of threads, and by what else there is in the suite. */
  @Test
  void rowsDependOnTheirTaskAlone() {
    List<String> all = timeless(PLAN.run(RunOptions.withDefaults().withThreads(1)).rows());
    assertEquals(all, timeless(PLAN.run(RunOptions.withDefaults().withThreads(5)).rows()));
    Suite second = SUITE.only(task -> task.samples() == 40);
    Benchmark part = Benchmark.of(second, Presets.ksg2()).withSeed(Seed.of(7));
    assertTrue(all.containsAll(timeless(part.run().rows())));
    Set<Long> seeds = new HashSet<>();
    PLAN.sweeps().forEach(sweep -> seeds.add(sweep.seed().value()));
    assertEquals(3, seeds.size());
  }

  /** Truths are 0.14384, 0.09431 and 0.94315 nats; the errors of constants can be told by hand. */
  @Test
  void leaderboard() {
    double[] truths = {
      -Math.log(1 - 0.25) / 2, -Math.log(1 - 0.09), 0.25 - Math.log(0.5),
    };
    Benchmark plan =
        Benchmark.of(
            SUITE,
            constant("zero", 0),
            constant("half", 0.5),
            MutualInformationEstimator.of(
                "picky",
                samples -> {
                  if (samples.dX() > 1) {
                    throw new IllegalArgumentException("one column only");
                  }
                  return 0.94;
                }));
    List<LeaderboardRow> board = plan.run().leaderboard();
    assertEquals(
        List.of("zero", "half", "picky"), board.stream().map(LeaderboardRow::estimator).toList());
    LeaderboardRow zero = board.get(0);
    assertEquals((truths[0] + truths[1] + truths[2]) / 3, zero.meanAbsoluteError(), 1e-12);
    assertEquals(truths[0], zero.medianAbsoluteError(), 1e-12);
    assertEquals(1 / 3.0, zero.shareWithin(), 1e-12);
    assertEquals(-truths[1], zero.largestOverestimate(), 1e-12);
    assertEquals("correlatedGaussians(d = 2, rho = 0.3)", zero.largestOverestimateTask());
    // First on the first two tasks, last on the third.
    assertEquals((1 + 1 + 3) / 3.0, zero.meanRank(), 1e-12);
    LeaderboardRow picky = board.get(2);
    assertEquals(2, picky.tasks());
    assertEquals(2, picky.failures());
    assertEquals((0.94 - truths[0] + truths[2] - 0.94) / 2, picky.meanAbsoluteError(), 1e-12);
    assertEquals(1 / 3.0, picky.shareWithin(), 1e-12);
    assertEquals((3 + 3 + 1) / 3.0, picky.meanRank(), 1e-12);
  }

  /** Equal errors share the mean of their ranks. */
  @Test
  void equalEstimatorsShareTheirRank() {
    BenchmarkTable table = Benchmark.of(SUITE, constant("a", 1), constant("b", 1)).run();
    assertTrue(table.scores().stream().allMatch(score -> score.rank() == 1.5));
    assertEquals(6, table.scores().size());
  }

  @Test
  void aCheckpointIsTakenUpAndExtended() throws Exception {
    RunOptions options =
        RunOptions.withDefaults().withCheckpoint(folder.resolve("benchmark.checkpoint"));
    List<String> whole = timeless(PLAN.run(options).rows());
    Path file = folder.resolve("benchmark.checkpoint");
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, lines.size() - 5));
    List<Integer> done = new ArrayList<>();
    BenchmarkTable resumed = PLAN.run(options.withProgress(now -> done.add(now.done())));
    assertEquals(11, done.get(0));
    assertEquals(whole, timeless(resumed.rows()));
    Benchmark more =
        Benchmark.of(SUITE.withTrials(4), Presets.ksg(), Presets.ksg2()).withSeed(Seed.of(7));
    done.clear();
    assertEquals(24, more.run(options.withProgress(now -> done.add(now.done()))).rows().size());
    assertEquals(16, done.get(0));
    String refusal =
        assertThrows(IllegalArgumentException.class, () -> PLAN.withSeed(Seed.of(8)).run(options))
            .getMessage();
    assertTrue(refusal.contains("seed: 7 in the file, 8 now"), refusal);
    String samples =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Benchmark.of(SUITE.withSamples(50), Presets.ksg(), Presets.ksg2())
                        .withSeed(Seed.of(7))
                        .run(options))
            .getMessage();
    assertTrue(samples.contains("60 samples in the file, 50 samples now"), samples);
  }

  @Test
  @Timeout(30)
  void anInterruptKeepsWhatIsFinished() {
    Thread runner = Thread.currentThread();
    BenchmarkInterruptedException stop =
        assertThrows(
            BenchmarkInterruptedException.class,
            () ->
                Benchmark.of(
                        SUITE,
                        constant("quick", 0),
                        MutualInformationEstimator.of(
                            "stops",
                            samples -> {
                              if (samples.n() == 40) {
                                runner.interrupt();
                                try {
                                  Thread.sleep(20_000);
                                } catch (InterruptedException e) {
                                  throw new CancellationException("stopped");
                                }
                              }
                              return 0;
                            }))
                    .run(RunOptions.withDefaults().withThreads(1)));
    // Trial by trial: three estimates of the first trials come before the one that stops.
    assertEquals(3, stop.finished().rows().size());
    assertFalse(stop.finished().isComplete());
    assertEquals(2, stop.finished().leaderboard().size());
  }

  @Test
  void tablesAreWritten() throws Exception {
    BenchmarkTable table = Benchmark.of(SUITE, constant("zero|0", 0), constant("one", 1)).run();
    Path csv = folder.resolve("rows.csv");
    table.writeCsv(csv);
    assertEquals(17, Files.readAllLines(csv).size());
    Path file = folder.resolve("table.md");
    table.writeMarkdown(file);
    String text = Files.readString(file);
    assertTrue(text.contains("| zero\\|0 | 0.394 | 0.144 | 33 % | -0.094 |"), text);
    assertTrue(
        text.contains("| additiveUniformNoise(d = 1, a = 0.5) | 60 | 0.943 | -0.943 | +0.057 |"),
        text);
    assertTrue(table.toString().startsWith("16 rows: three (3 tasks)\n  zero|0: mean"), "" + table);
  }

  @Test
  void suites() {
    assertEquals(40, Suites.beyondNormal().tasks().size());
    assertEquals(26, Suites.beyondNormal2().tasks().size());
    // Thirteen of the second version are in the first.
    assertEquals(53, Suites.beyondNormal().and(Suites.beyondNormal2()).tasks().size());
    assertEquals(10, Suites.images().tasks().size());
    assertEquals(11, Suites.sisak().tasks().size());
    assertEquals(14, Suites.scalePaperTable2().tasks().size());
    assertEquals(15, Suites.scalePaperTable3().tasks().size());
    assertEquals(24, Suites.ambientIntrinsic().tasks().size());
    assertEquals(41, Suites.ourHeldOut().tasks().size());
    assertEquals(
        "two tasks of the suite s have the name \"correlatedGaussians(d = 1, rho = 0.5)\"",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Suite.of(
                        "s",
                        10,
                        1,
                        List.of(
                            Tasks.correlatedGaussians(1, 0.5), Tasks.correlatedGaussians(1, 0.5))))
            .getMessage());
    assertEquals(
        "no task of the suite three is chosen",
        assertThrows(IllegalArgumentException.class, () -> SUITE.only(task -> false)).getMessage());
  }

  /** Every task of every suite draws. */
  @Test
  void everyTaskOfEverySuiteDraws() {
    Suite all =
        Suites.beyondNormal()
            .and(Suites.beyondNormal2())
            .and(Suites.ourHeldOut())
            .and(Suites.images(8))
            .and(Suites.ambientIntrinsic());
    for (SuiteTask task : all.tasks()) {
      Samples samples = task.task().source(Seed.of(1)).sample(20, Seed.of(2));
      assertEquals(20, samples.n(), task.name());
    }
  }

  /** A program's failures are rows; its estimates stand beside ours. */
  @Test
  void programsAreEstimators() {
    Suite one = SUITE.only(task -> task.samples() == 40).withTrials(1);
    List<SweepRow> rows =
        Benchmark.of(
                one,
                Programs.java("Java", "correlation"),
                Programs.java("fails", "exit"),
                Presets.ksg())
            .run()
            .rows();
    assertFalse(rows.get(0).failed(), "" + rows.get(0));
    assertEquals(
        "fails: ended with exit code 3; it printed: ValueError: too few points",
        rows.get(1).failure());
    assertFalse(rows.get(2).failed());
  }

  @Test
  void anEstimatorInPythonHasTheSamePlaceAsOurs() {
    assumeTrue(Programs.hasNumpy(), "there is no python3 with NumPy");
    BenchmarkTable table = Benchmark.of(SUITE, Presets.ksg(), Programs.numpyKsg()).run();
    List<LeaderboardRow> board = table.leaderboard();
    assertEquals(0, board.get(0).failures() + board.get(1).failures());
    assertEquals(board.get(0).meanAbsoluteError(), board.get(1).meanAbsoluteError(), 1e-9);
    assertEquals(board.get(0).medianAbsoluteError(), board.get(1).medianAbsoluteError(), 1e-9);
    assertEquals(board.get(0).largestOverestimate(), board.get(1).largestOverestimate(), 1e-9);
    List<SweepRow> ours = rowsOf(table, "KSG");
    List<SweepRow> theirs = rowsOf(table, "NumPy KSG");
    assertEquals(8, ours.size());
    for (int i = 0; i < ours.size(); i++) {
      assertEquals(ours.get(i).nats(), theirs.get(i).nats(), 1e-9, "" + ours.get(i));
    }
  }

  private static List<SweepRow> rowsOf(BenchmarkTable table, String estimator) {
    return table.rows().stream().filter(row -> row.estimator().equals(estimator)).toList();
  }

  /** Each legible row is printed with nine estimators, five of them ours by name. */
  @Test
  void printedScoresAreThoseOfTheRows() {
    for (int table = 2; table <= 3; table++) {
      Suite suite = Suites.scalePaper(table, ScalePaper.Choices.withDefaults());
      List<PrintedScore> printed = Suites.scalePaperPrinted(table);
      assertEquals(9 * suite.tasks().size(), printed.size());
      for (SuiteTask task : suite.tasks()) {
        List<String> estimators =
            printed.stream()
                .filter(score -> score.task().equals(task.name()))
                .map(PrintedScore::estimator)
                .toList();
        assertEquals(
            Suites.scalePaperEstimators().stream().map(Object::toString).toList(),
            estimators.subList(0, 5),
            task.name());
      }
    }
    PrintedScore first = Suites.scalePaperPrinted(2).get(4);
    assertEquals(
        new PrintedScore("table 2, row 1: ds cb sg", "KSG-Global-Linf", 0.110, 0.983, -0.047),
        first);
  }

  /** The order against Spearman's formula, 1 - 6 sum d² / (n (n² - 1)). */
  @Test
  void oursStandBesideThePrinted() {
    Suite suite =
        Suites.scalePaperTable2().only(task -> task.name().contains("row 4:")).withSamples(60);
    List<MutualInformationEstimator> given =
        Suites.scalePaperEstimators().stream().filter(e -> !e.toString().contains("BI")).toList();
    BenchmarkTable table = Benchmark.of(suite.withTrials(4), given).run();
    PrintedComparison both = PrintedComparison.of(table);
    assertEquals(
        given.stream().map(Object::toString).toList(),
        both.rows().stream().map(row -> row.printed().estimator()).toList());
    assertEquals(1.275, both.rows().get(0).printed().normalisedRmse());
    assertEquals(table.scores().get(0), both.rows().get(0).ours());
    List<PrintedComparison.Row> three = both.rows().subList(0, 3);
    List<PrintedComparison.Row> turned =
        List.of(moved(three.get(0), 1), moved(three.get(1), 3), moved(three.get(2), 2));
    double[] ours =
        three.stream().mapToDouble(row -> row.ours().summary().normalisedRmse()).toArray();
    double[] printed = {1, 3, 2};
    double expected = 1;
    for (int i = 0; i < 3; i++) {
      double own = ours[i];
      double rank = 1 + Arrays.stream(ours).filter(v -> v < own).count();
      expected -= 6 * (rank - printed[i]) * (rank - printed[i]) / 24;
    }
    String task = three.get(0).ours().task();
    assertEquals(expected, new PrintedComparison(turned).order(task), 1e-12);
    assertTrue(Double.isNaN(both.order("another")));
    BenchmarkTable other =
        Benchmark.of(
                Suite.of("o", 50, 1, List.of(Tasks.correlatedGaussians(1, 0.5))), Presets.ksg())
            .run();
    assertThrows(IllegalArgumentException.class, () -> PrintedComparison.of(other));
  }

  private static PrintedComparison.Row moved(PrintedComparison.Row row, double printed) {
    PrintedScore score = row.printed();
    return new PrintedComparison.Row(
        row.ours(),
        new PrintedScore(score.task(), score.estimator(), printed, score.spearman(), score.bias()));
  }
}
