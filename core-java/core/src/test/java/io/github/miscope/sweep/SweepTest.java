package io.github.miscope.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Labelled;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.file.CsvText;
import io.github.miscope.plan.Progress;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.DataSource;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {

  private static final Sweep SMALL =
      Sweep.of(Tasks.correlatedGaussians(2, 0.6), Presets.ksg(), Presets.ksgLocal())
          .over(Axis.scaleX(), 0.1, 1, 10)
          .withSamples(100)
          .withTrials(4)
          .withSeed(Seed.of(42));

  static List<SweepRow> withoutSeconds(SweepTable table) {
    return table.rows().stream()
        .map(
            r ->
                new SweepRow(
                    r.task(),
                    r.estimator(),
                    r.parameter(),
                    r.value(),
                    r.n(),
                    r.dX(),
                    r.dY(),
                    r.trial(),
                    r.seed(),
                    r.trueNats(),
                    r.nats(),
                    0,
                    r.warnings(),
                    r.failure()))
        .toList();
  }

  @Test
  void rowsAreOrderedAndComplete() {
    SweepTable table = SMALL.run();
    assertTrue(table.isComplete());
    assertEquals(24, table.rows().size());
    SweepRow first = table.rows().get(0);
    assertEquals("KSG", first.estimator());
    assertEquals("scaleX", first.parameter());
    assertEquals(0.1, first.value());
    assertEquals(0, first.trial());
    assertEquals(2, first.dX());
    assertEquals(-Math.log(1 - 0.36), first.trueNats(), 1e-12);
    assertEquals("KSG-Local", table.rows().get(23).estimator());
    assertEquals(3, table.rows().get(23).trial());
  }

  @Test
  void everyNumberOfThreadsGivesTheSameRows() {
    List<SweepRow> one = withoutSeconds(SMALL.run(RunOptions.withDefaults().withThreads(1)));
    for (int threads : new int[] {2, 4, 16}) {
      SweepTable table = SMALL.run(RunOptions.withDefaults().withThreads(threads));
      assertEquals(one, withoutSeconds(table), threads + " threads");
    }
  }

  @Test
  void valuesOfOneTrialSeeTheSameData() {
    SweepTable table = SMALL.run();
    // Local scaling undoes the scale: equal up to rounding only if the data are the same.
    List<SweepRow> local =
        table.rows().stream()
            .filter(r -> r.estimator().equals("KSG-Local") && r.trial() == 1)
            .toList();
    assertEquals(local.get(0).nats(), local.get(2).nats(), 1e-12);
    assertEquals(local.get(0).seed(), local.get(2).seed());
  }

  @Test
  void everyAxisApplies() {
    MutualInformationEstimator ksg = Presets.ksg();
    Sweep gaussians =
        Sweep.of(Tasks.correlatedGaussians(2, 0.6), ksg).withTrials(1).withSamples(50);
    Sweep noise = Sweep.of(Tasks.additiveGaussianNoise(2, 1), ksg).withTrials(1).withSamples(50);
    for (Sweep sweep :
        List.of(
            gaussians.over(Axis.scaleX(), 0.1, 10),
            gaussians.over(Axis.scaleY(), 0.1, 10),
            noise.over(Axis.snr(), 0.5, 2),
            noise.over(Axis.snrDecibels(), -3, 3),
            gaussians.over(Axis.dimension(), 1, 4),
            gaussians.over(Axis.samples(), 20, 40),
            gaussians.over(Axis.noiseDimensions(0.2), 0, 3),
            gaussians.over(Axis.duplicates(), 1, 3),
            gaussians.over(Axis.correlation(), 0.1, 0.5),
            gaussians.over(Axis.neighbours(), 2, 5))) {
      SweepTable table = sweep.run();
      assertEquals(2, table.rows().size());
      for (SweepRow row : table.rows()) {
        assertNull(row.failure(), row::toString);
        assertTrue(Double.isFinite(row.nats()), row::toString);
      }
      // Copies of X change no max-norm distance; everything else shows.
      boolean same = table.rows().get(0).nats() == table.rows().get(1).nats();
      assertEquals(sweep.axis().toString().equals("duplicates"), same, sweep.toString());
    }
    double db = noise.over(Axis.snrDecibels(), 10).run().rows().get(0).trueNats();
    assertEquals(Math.log(1 + 10), db, 1e-12, "10 dB is a ratio of 10");
    SweepRow duplicated = gaussians.over(Axis.duplicates(), 3).run().rows().get(0);
    assertEquals(6, duplicated.dX());
  }

  @Test
  void aCellThatCannotBeEstimatedIsARowWithItsReason() {
    Sweep sweep =
        Sweep.of(Tasks.correlatedGaussians(1, 0.5), Presets.ksg().withK(30))
            .over(Axis.samples(), 20, 40)
            .withTrials(2);
    SweepTable table = sweep.run();
    assertEquals("k must be < number of points: k=30, n=20", table.rows().get(0).failure());
    assertTrue(Double.isNaN(table.rows().get(0).nats()));
    assertNull(table.rows().get(2).failure());
    assertEquals(2, table.summary().get(0).failures());
    assertEquals(0, table.summary().get(0).trials());
    assertEquals(2, table.summary().get(1).trials());
  }

  @Test
  void aBugPropagates() {
    MutualInformationEstimator broken =
        samples -> {
          throw new IllegalStateException("a bug");
        };
    Sweep sweep = Sweep.of(Tasks.correlatedGaussians(1, 0.5), broken);
    assertEquals("a bug", assertThrows(IllegalStateException.class, sweep::run).getMessage());
  }

  @Test
  void mistakesInThePlanAreRefusedWithNameValueAndRule() {
    Sweep sweep = Sweep.of(Tasks.correlatedGaussians(1, 0.5), Presets.ksg());
    assertMessage("samples must be >= 2: samples=1", () -> sweep.withSamples(1));
    assertMessage("trials must be >= 1: trials=0", () -> sweep.withTrials(0));
    assertMessage("a sweep of scaleX needs at least 1 value", () -> sweep.over(Axis.scaleX()));
    assertMessage(
        "a sweep of scaleX has the value 2.0 twice", () -> sweep.over(Axis.scaleX(), 2, 1, 2));
    assertMessage("dimension must be a whole number: 1.5", () -> sweep.over(Axis.dimension(), 1.5));
    assertMessage(
        "two estimators have the label \"KSG\": give one of them another label",
        () -> Sweep.of(Tasks.correlatedGaussians(1, 0.5), Presets.ksg(), Presets.ksg()));
    assertMessage(
        "a sweep needs at least 1 estimator: none is given",
        () -> Sweep.of(Tasks.correlatedGaussians(1, 0.5)));
    assertMessage(
        "threads must be >= 1: threads=0", () -> RunOptions.withDefaults().withThreads(0));
    DataSource data = Tasks.data(Tasks.correlatedGaussians(1, 0.5).sample(50, Seed.of(1)));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Sweep.of(data, Presets.ksg()).over(Axis.snr(), 1, 2));
    assertTrue(e.getMessage().contains(data.toString()), e.getMessage());
    assertTrue(e.getMessage().contains("signal-to-noise ratio"), e.getMessage());
  }

  private static void assertMessage(String message, Runnable call) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call::run);
    assertEquals(message, e.getMessage());
  }

  @Test
  void summaryStatisticsAreThoseOfThePaper() {
    Sweep plan = Sweep.of(Tasks.correlatedGaussians(1, 0.2, 0.9), Presets.ksg()).withTrials(3);
    double[] truths = {1, 2, 4};
    double[] estimates = {1.5, 1.5, 5};
    List<SweepRow> rows = new ArrayList<>();
    for (int t = 0; t < 3; t++) {
      rows.add(
          new SweepRow(
              "t",
              "KSG",
              "none",
              Double.NaN,
              9,
              1,
              1,
              t,
              0,
              truths[t],
              estimates[t],
              0,
              List.of(),
              null));
    }
    SummaryRow summary = new SweepTable(plan, rows).summary().get(0);
    assertEquals((0.5 - 0.5 + 1) / 3, summary.bias(), 1e-12);
    double rmse = Math.sqrt((0.25 + 0.25 + 1) / 3);
    assertEquals(rmse, summary.rmse(), 1e-12);
    // E over all nine pairs: twice each of (1-2)^2, (1-4)^2, (2-4)^2, and three zeros.
    assertEquals(rmse / Math.sqrt(2 * (1 + 9 + 4) / 9.0), summary.normalisedRmse(), 1e-12);
    // Ranks 1, 2, 3 against 1.5, 1.5, 3: 1.5 / sqrt(2 * 1.5).
    assertEquals(1.5 / Math.sqrt(3), summary.spearman(), 1e-12);
    assertEquals(8 / 3.0, summary.meanNats(), 1e-12);
  }

  @Test
  void dataWithoutKnownTruthCanBeSwept() {
    DataSource data = Tasks.data(Tasks.correlatedGaussians(1, 0.6).sample(200, Seed.of(1)));
    SweepTable table =
        Sweep.of(data, Presets.ksg())
            .over(Axis.scaleX(), 0.1, 1)
            .withSamples(200)
            .withTrials(1)
            .run();
    assertTrue(Double.isNaN(table.rows().get(0).trueNats()));
    assertTrue(Double.isNaN(table.summary().get(0).rmse()));
    assertTrue(Double.isFinite(table.rows().get(0).nats()));
  }

  @Test
  void progressGoesFromZeroToAllAndEstimatesTheTimeLeft() {
    List<Progress.Snapshot> heard = new ArrayList<>();
    SMALL.run(heard::add);
    assertEquals(0, heard.get(0).done());
    Progress.Snapshot last = heard.get(heard.size() - 1);
    assertEquals(24, last.done());
    assertEquals(24, last.total());
    assertEquals(1.0, last.fraction());
    assertTrue(last.remaining().isZero());
    assertTrue(last.elapsed().toNanos() > 0);
  }

  @Test
  void anInterruptStopsWithinASecondAndKeepsWhatWasFinished() throws InterruptedException {
    Sweep longSweep =
        Sweep.of(Tasks.correlatedGaussians(5, 0.6), Presets.ksgGlobalLinf())
            .over(Axis.scaleX(), 1, 2, 3)
            .withSamples(600)
            .withTrials(10_000);
    AtomicReference<SweepInterruptedException> caught = new AtomicReference<>();
    AtomicReference<Long> stopped = new AtomicReference<>();
    List<SweepRow> heard = new ArrayList<>();
    Thread runner =
        new Thread(
            () -> {
              try {
                longSweep.run(
                    snapshot -> {
                      if (snapshot.done() >= 2) {
                        Thread.currentThread().interrupt();
                        stopped.compareAndSet(null, System.nanoTime());
                      }
                    });
              } catch (SweepInterruptedException e) {
                stopped.set(System.nanoTime() - stopped.get());
                caught.set(e);
              }
            });
    runner.start();
    runner.join(60_000);
    SweepInterruptedException e = caught.get();
    assertTrue(stopped.get() < 1_000_000_000L, "took " + stopped.get() * 1e-9 + " s");
    assertTrue(e.getCause() instanceof InterruptedException);
    assertFalse(e.finished().isComplete());
    assertTrue(e.finished().rows().size() >= 2);
    heard.addAll(e.finished().rows());
    // What is kept is what an uninterrupted run would have had there.
    SweepRow row = heard.get(0);
    Sweep oneTrial = longSweep.withTrials(1);
    assertEquals(oneTrial.run().rows().get(0).nats(), row.nats());
    assertEquals(0, row.trial());
  }

  @Test
  void csvKeepsEveryBitAndQuotesText(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("rows.csv");
    SweepTable table = SMALL.run();
    table.writeCsv(file);
    List<String> lines = Files.readAllLines(file);
    assertEquals(
        "task,estimator,parameter,value,n,d_x,d_y,trial,seed,true_mi_nats,estimate_nats,seconds,"
            + "warnings,failure",
        lines.get(0));
    for (int i = 0; i < 24; i++) {
      assertEquals(table.rows().get(i), parse(lines.get(i + 1)));
    }
    assertEquals(1, Arrays.stream(SMALL.values()).filter(v -> v == 0.1).count());
  }

  @Test
  void rowsCarryTheKindsOfWarnings(@TempDir Path folder) throws Exception {
    double[] tied = new double[300];
    Arrays.setAll(tied, i -> i * i % 17);
    double[] other = new double[300];
    Arrays.setAll(other, i -> Math.sin(i));
    Path file = folder.resolve("rows.csv");
    SweepTable table =
        Sweep.of(Tasks.data(Samples.of(tied, other)), Presets.ksg())
            .withSamples(300)
            .withTrials(1)
            .run();
    assertEquals(List.of("Ties"), table.rows().get(0).warnings());
    table.writeCsv(file);
    assertEquals(table.rows().get(0), parse(Files.readAllLines(file).get(1)));
  }

  /** Names come from data: a spreadsheet takes "=1+1" for a formula. */
  @Test
  void csvWithoutFormulasHasAnApostropheBeforeThem(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("rows.csv");
    SweepTable table =
        Sweep.of(
                new DataSource(
                    Samples.of(new double[] {1, 2, 3, 4}, new double[] {-1, 2, -3, 4}),
                    "=HYPERLINK(\"http://example.org\",\"x\")"),
                new Labelled(Presets.ksg().withK(1), "@SUM(A1:A9)"),
                new Labelled(Presets.ksg().withK(2), "plain = not a formula"))
            .withSamples(4)
            .withTrials(1)
            .run();
    table.writeCsv(file, CsvText.WITHOUT_FORMULAS);
    List<String> lines = Files.readAllLines(file);
    assertTrue(lines.get(1).startsWith("\"'=HYPERLINK(\"\"http:"), lines.get(1));
    assertTrue(lines.get(1).contains(",'@SUM(A1:A9),none,"), lines.get(1));
    assertTrue(lines.get(2).contains(",plain = not a formula,none,"), lines.get(2));
    SweepRow row = table.rows().get(0);
    assertTrue(row.seed() < 0, "a negative number is no formula: " + row.seed());
    assertTrue(lines.get(1).contains("," + row.seed() + ","), lines.get(1));
    table.writeCsv(file);
    assertTrue(Files.readString(file).contains("\"=HYPERLINK("), "exact unless asked");
    for (String start : List.of("=", "+", "-", "@", "\t", "\r", "\n")) {
      assertEquals("'" + start + "1", CsvText.WITHOUT_FORMULAS.of(start + "1"));
    }
    assertEquals("", CsvText.WITHOUT_FORMULAS.of(""));
  }

  private static SweepRow parse(String line) throws IOException {
    return RowFormat.row(RowFormat.CSV.parse(new StringReader(line)).getRecords().get(0).toList());
  }
}
