package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.internal.parallel.Threads;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Estimates against n, and the choice of k. */
class DriftTableTest {

  private static Samples gaussians(int d, double rho, int n, long seed) {
    return Tasks.correlatedGaussians(d, rho).sample(n, Seed.of(seed));
  }

  @Test
  void rowsGoByKAndParts() {
    DriftTable table =
        Drift.standard()
            .withKs(1, 3, 60)
            .withMostParts(4)
            .table(Presets.ksg(), gaussians(1, 0.5, 200, 1));
    assertEquals("KSG", table.estimator());
    // Halves of 200 are too small for 2k = 120.
    assertEquals(
        List.of("1/1", "1/2", "1/3", "1/4", "3/1", "3/2", "3/3", "3/4"),
        table.rows().stream().map(row -> row.k() + "/" + row.parts()).toList());
    assertEquals(
        List.of(200, 100, 66, 50, 200, 100, 66, 50),
        table.rows().stream().map(DriftRow::n).toList());
    assertEquals(
        Presets.ksg().estimate(gaussians(1, 0.5, 200, 1)).nats(), table.rows().get(4).mean());
  }

  @Test
  void independenceAllowsLargeKAndCurvatureDoesNot() {
    int drifting = 0;
    int small = 0;
    for (int s = 0; s < 10; s++) {
      DriftTable independent = Drift.standard().table(Presets.ksg(), gaussians(1, 0, 300, s));
      small += independent.chooseK() < 5 ? 1 : 0;
      drifting += (int) independent.tests().stream().filter(DriftTest::drifts).count();
      DriftTable strong = Drift.standard().table(Presets.ksg(), gaussians(3, 0.9, 300, s));
      // Of 60 other sets 42 gave k = 1, 15 gave 2 and 3 gave 3; from halves to all, k = 20 moves by
      // some eight of its standard errors.
      assertTrue(strong.chooseK() <= 5, "k = " + strong.chooseK());
      assertTrue(strong.tests().get(6).drifts(), "k = 20 is biased by a nat");
    }
    // Of 60 other sets one gave k < 5 and 40 gave k = 20: of 10 more than 2 have probability 5e-4.
    assertTrue(small <= 2, small + " of 10 sets have k < 5");
    // Seven tests on each of 10 sets at two standard deviations or more: 5 % of 70 are 3.5 (27 of
    // 420 on the other sets); those of one set go together, so twice the binomial sd of 1.8 at 4
    // sd.
    assertTrue(drifting <= 18, drifting + " of 70 drift");
  }

  @Test
  void automaticKEstimatesWithTheChosenK() {
    Samples samples = gaussians(1, 0, 200, 3);
    AutomaticK automatic = AutomaticK.of(Presets.ksg());
    Estimate estimate = automatic.estimate(samples);
    int k = Drift.standard().table(Presets.ksg(), samples).chooseK();
    assertEquals((double) k, estimate.diagnostics().get("k"));
    assertEquals(Ksg.ksg1().withK(k), automatic.chosen(samples));
    assertEquals("KSG, k by drift", estimate.estimator());
  }

  @Test
  void warnsWhereEveryKDrifts() {
    Samples same = Samples.of(Toys.normals(400, Seed.of(4)), Toys.normals(400, Seed.of(4)));
    Estimate estimate = AutomaticK.of(Presets.ksg()).estimate(same);
    assertTrue(
        estimate.warnings().stream().anyMatch(w -> w instanceof EstimateWarning.Drifts),
        estimate::toString);
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    Samples samples = gaussians(2, 0.5, 200, 5);
    List<DriftTable> tables = new ArrayList<>();
    for (int threads : new int[] {1, 2, 5}) {
      Threads.within(
          threads, () -> tables.add(Drift.standard().withKs(1, 5).table(Presets.ksg(), samples)));
    }
    assertEquals(tables.get(0), tables.get(1));
    assertEquals(tables.get(0), tables.get(2));
  }

  @Test
  void refusalsSayWhy() {
    Samples small = gaussians(1, 0, 19, 6);
    IllegalArgumentException few =
        assertThrows(
            IllegalArgumentException.class, () -> Drift.standard().table(Presets.ksg(), small));
    assertEquals(
        "drift needs halves of 10 observations or more, and of 2k, k=1: n=19", few.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> Drift.standard().table(Toys.meanProduct(), small));
    IllegalArgumentException order =
        assertThrows(IllegalArgumentException.class, () -> Drift.standard().withKs(3, 1));
    assertEquals("ks must ascend: [3, 1]", order.getMessage());
  }
}
