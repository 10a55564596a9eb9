package io.github.miscope.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.activation.ActivationSource;
import io.github.miscope.activation.BinGrid;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.estimator.propagation.SamplePropagation;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaneTest {

  private static final ActivationSource TOY = new ToyNetwork("toy", 1);

  @TempDir Path folder;

  @Test
  void rowsAreWhatEstimatorsSay() {
    PlaneTable table = PlanePlan.of(TOY, Presets.ksg(), Presets.ross()).withLayers(1, 2).run();
    assertTrue(table.isComplete());
    assertEquals(3 * 2 * 2, table.rows().size());
    Variable classes = TOY.labels().orElseThrow();
    for (PlaneRow row : table.rows()) {
      Variable t = TOY.activations(row.place().epoch(), row.place().layer());
      if (row.estimator().equals("KSG")) {
        assertEquals(
            Presets.ksg().estimate(new Samples(TOY.inputs(), t)).nats(),
            row.inputs().orElseThrow().nats());
        // KSG takes no levels: two classes are one column of 0 and 1.
        assertEquals(
            Presets.ksg().estimate(new Samples(t, PlaneEstimator.indicators(classes))).nats(),
            row.labels().orElseThrow().nats());
      } else {
        assertTrue(row.failed(), "Ross takes no continuous X");
      }
    }
    assertEquals("gr\u00f6\u00dfe 1", table.rows().get(0).place().layerName());
    assertEquals(0.5, 1 / (1 + table.rows().get(0).scores().trainingLoss()));
  }

  @Test
  void threeClassesAreThreeColumnsTwoAreOne() {
    assertEquals(3, PlaneEstimator.indicators(Variable.discrete("y", 5, 7, 9, 7)).d());
    assertEquals(1, PlaneEstimator.indicators(Variable.discrete("y", 5, 7, 5)).d());
  }

  @Test
  void whatFailsIsARowWithItsReason() {
    PlaneTable table =
        PlanePlan.of(TOY, Presets.ksg())
            .withNoise(10)
            .withBins(new BinGrid.OfWidth(1e-300), new BinGrid.OfWidth(0.1))
            .withEpochs(2)
            .run();
    PlaneRow constant = table.rows().get(2);
    assertEquals(
        "gr\u00f6\u00dfe 3 is constant after epoch 2: there is no signal for noise to be in a ratio"
            + " to; name a power",
        constant.failure());
    assertTrue(constant.inputs().isEmpty() && !Double.isNaN(constant.place().scale()));
    assertFalse(table.rows().get(0).failed());
    assertTrue(String.valueOf(table.binned().get(0).failure()).contains("too far"));
    assertTrue(table.binned().get(1).nats() > 0);
    assertEquals(table.binned().get(1).nats(), table.binned().get(1).information().getAsDouble());
    assertTrue(table.binned().get(0).labels().isEmpty());
    assertTrue(table.binned().get(1).labels().getAsDouble() > 0);
  }

  @Test
  void mistakesInThePlanAreRefused() {
    PlanePlan plan = PlanePlan.of(TOY, Presets.ksg());
    assertMessage("there is no layer 4 of toy, only [1, 2, 3]", () -> plan.withLayers(4));
    assertMessage("there is no epoch 1 of toy, only [0, 2, 30]", () -> plan.withEpochs(1));
    assertMessage("maxInputs must be >= 2: maxInputs=1", () -> plan.withMaxInputs(1));
    assertMessage("snrDb must be finite: [NaN]", () -> plan.withNoise(Double.NaN));
    assertMessage(
        "two estimators have the label \"KSG\": give one of them another label",
        () -> PlanePlan.of(TOY, Presets.ksg(), Presets.ksg()));
    IllegalArgumentException vacuous =
        assertThrows(
            IllegalArgumentException.class,
            () -> plan.withPropagation(SamplePropagation.withDefaults()).run());
    assertTrue(vacuous.getMessage().contains("vacuous"), vacuous.getMessage());
  }

  private static void assertMessage(String message, Runnable call) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call::run);
    assertEquals(message, e.getMessage());
  }

  @Test
  void anInterruptKeepsTheFinishedRows() {
    AtomicInteger calls = new AtomicInteger();
    MutualInformationEstimator stopping =
        samples -> {
          if (calls.incrementAndGet() == 4) {
            Thread.currentThread().interrupt();
          }
          return Presets.gaussianMi().estimate(samples);
        };
    PlaneInterruptedException e =
        assertThrows(
            PlaneInterruptedException.class,
            () ->
                PlanePlan.of(TOY, stopping)
                    .withLayers(1, 2)
                    .withoutLabels()
                    .run(RunOptions.withDefaults().withThreads(1)));
    assertTrue(e.finished().rows().size() >= 3 && !e.finished().isComplete());
    assertEquals(
        "information plane interrupted: " + e.finished().cells() + " of 6 estimates are finished",
        e.getMessage());
  }

  /** A plane whose process is killed with SIGKILL, and started again, on other threads. */
  @Test
  void aKilledAndResumedPlaneGivesTheBytesOfAnUninterruptedOne() throws Exception {
    byte[][] expected = run("through1", 1);
    byte[][] onFour = run("through4", 4);
    assertArrayEquals(expected[0], onFour[0], "1 thread and 4 threads");
    assertArrayEquals(expected[1], onFour[1]);

    Path checkpoint = folder.resolve("killed.checkpoint");
    for (int kill = 1; kill <= 2; kill++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-Dfile.encoding=ISO-8859-1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  KilledPlane.class.getName(),
                  checkpoint.toString(),
                  folder.resolve("killed.csv").toString(),
                  folder.resolve("killed.binned.csv").toString(),
                  "2")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("out").toFile())
              .start();
      while (process.isAlive() && lines(checkpoint) < 2 + 40 * kill) {
        Thread.sleep(2);
      }
      process.destroyForcibly(); // SIGKILL
      assertEquals(128 + 9, process.waitFor(), () -> read(folder.resolve("out")));
    }
    assertTrue(lines(checkpoint) >= 2 + 80, "rows are kept");
    byte[][] resumed = run("killed", 1);
    assertArrayEquals(expected[0], resumed[0]);
    assertArrayEquals(expected[1], resumed[1]);
    assertEquals(2 + KilledPlane.PLAN.cells(), lines(checkpoint), "no work is done twice");

    IllegalArgumentException other =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                PlanePlan.of(
                        List.of(new ToyNetwork("\u00e4", 1), new ToyNetwork("\u00e4", 3)),
                        List.of(Presets.ksg()))
                    .run(RunOptions.withDefaults().withCheckpoint(checkpoint)));
    assertTrue(other.getMessage().contains("network 1"), other.getMessage());
    assertTrue(other.getMessage().contains("other data"), other.getMessage());
  }

  private byte[][] run(String name, int threads) throws IOException {
    Path csv = folder.resolve(name + ".csv");
    Path binned = folder.resolve(name + ".binned.csv");
    KilledPlane.run(folder.resolve(name + ".checkpoint"), csv, binned, threads);
    return new byte[][] {Files.readAllBytes(csv), Files.readAllBytes(binned)};
  }

  private static long lines(Path file) throws IOException {
    byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    long ends = 0;
    for (byte b : bytes) {
      ends += b == '\n' ? 1 : 0;
    }
    return ends;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
