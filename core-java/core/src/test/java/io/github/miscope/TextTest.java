package io.github.miscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.activation.EpochScores;
import io.github.miscope.estimator.Interval;
import io.github.miscope.estimator.PValue;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.inference.DriftRow;
import io.github.miscope.inference.DriftTable;
import io.github.miscope.inference.DriftTest;
import io.github.miscope.sweep.Axis;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.sweep.SweepRow;
import io.github.miscope.sweep.SweepTable;
import io.github.miscope.task.Tasks;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What results print is for people: no dump of a record, in any locale. */
class TextTest {

  private static SweepRow row(double value, int trial, double nats, String failure) {
    return new SweepRow(
        "task",
        "KSG",
        "scaleX",
        value,
        50,
        1,
        2,
        trial,
        0,
        0.5,
        nats,
        0.1,
        trial == 1 ? List.of("Ties") : List.of(),
        failure);
  }

  @Test
  void sweeps() {
    Sweep plan =
        Sweep.of(Tasks.correlatedGaussians(1, 0.5), Presets.ksg())
            .over(Axis.scaleX(), 0.1, 10)
            .withTrials(2);
    SweepRow first = row(0.1, 0, 0.25, null);
    assertEquals(
        "KSG, scaleX = 0.1, trial 0: 0.2500 nats (true 0.5000; n = 50, d = 1 + 2)",
        first.toString());
    SweepRow tied = row(0.1, 1, 0.75, null);
    assertTrue(tied.toString().endsWith(" ! Ties"), tied.toString());
    SweepRow failed = row(10, 0, Double.NaN, "k must be < n");
    assertEquals("KSG, scaleX = 10, trial 0: failed: k must be < n", failed.toString());
    SweepTable table = new SweepTable(plan, List.of(first, tied, failed));
    assertEquals(
        "3 of 4 rows: correlatedGaussians(d = 1, rho = 0.5), scale of X (2 values), 2 trials\n"
            + "  KSG, scaleX = 0.1: mean 0.5000 nats, sd 0.3536 over 2 trials, true 0.5000, RMSE"
            + " 0.2500\n"
            + "  KSG, scaleX = 10: no estimate, 1 failed",
        table.toString());
    Sweep trials = Sweep.of(Tasks.correlatedGaussians(1, 0.5), Presets.ksg()).withTrials(1);
    String text = trials.withSamples(50).run().toString();
    assertTrue(
        text.startsWith("1 rows: correlatedGaussians(d = 1, rho = 0.5), 1 trial\n  KSG: mean "),
        text);
    double[] many = new double[30];
    java.util.Arrays.setAll(many, i -> i + 1);
    String wide = trials.withSamples(50).over(Axis.scaleX(), many).run().toString();
    assertTrue(wide.endsWith("\n  and 10 more: see summary()"), wide);
  }

  @Test
  void uncertainty() {
    assertEquals(
        "uncertainty not known: neither an interval nor a p-value was asked for",
        Uncertainty.unknown().toString());
    assertEquals(
        "standard error 0.0213 nats, 95 % interval [0.1000, 0.2000] nats (subsamples), p = 0.005"
            + " (199 permutations of all rows)",
        Uncertainty.unknown()
            .withStandardError(0.0213)
            .withInterval(new Interval(0.95, 0.1, 0.2, "subsamples"))
            .withPValue(new PValue(0.005, 199, 0, 0.1, "all rows"))
            .toString());
    assertEquals(
        "p = 0.5556 (stopped after 18 of 200 permutations of blocks of 20)",
        new PValue(10.0 / 18, 18, 200, 0, 0.1, "blocks of 20").toString());
  }

  @Test
  void driftsAndScores() {
    DriftRow row = new DriftRow(3, 2, 250, 0.4321, 0.0213);
    assertEquals("k = 3, 2 parts of n = 250: 0.4321 nats, standard error 0.0213", row.toString());
    DriftTest test = new DriftTest(3, 0.1, 0.01, 0.02);
    assertEquals("k = 3: drift +0.1000 nats, standard error 0.0200: drifts", test.toString());
    assertEquals(
        "KSG: k = 3 drifts least\n  " + test,
        new DriftTable("KSG", List.of(row), List.of(test)).toString());
    assertEquals("scores not known", EpochScores.unknown().toString());
    assertEquals(
        "training loss 0.25, test accuracy 0.97",
        new EpochScores(0.25, Double.NaN, Double.NaN, 0.97).toString());
  }

  @Test
  void theLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertFalse(row(0.1, 0, 0.25, null).toString().contains("٠"));
      assertTrue(new DriftRow(3, 2, 250, 0.4321, 0.0213).toString().contains("0.4321"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
