package io.github.miscope.estimator.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rounded data: what KSG estimators give against the information of the rounded variables. */
class RoundedDataTest {

  private static final int SAMPLES = 10;
  private static final int PAIRS = 3;

  /**
   * How far means are from the information at n = 1000, k = 3: over 25 other samples of each kind
   * at most 0.025, the price of a maximum over scales (KSG itself 0.008). The standard deviation of
   * one KSG estimate is at most 0.049, at rho = 0.9, so that of a mean of ten 0.016; that of the
   * difference of another preset to KSG on the same sample is at most 0.021 (16 samples of each
   * kind), so that of a mean of three 0.012. One standard deviation of their sum, 0.02, is not much
   * beside the 8.33 nats of bare KSG1, so that the bound is 0.025 and three quarters of it.
   */
  private static final double BOUND = 0.04;

  private static final List<MutualInformationEstimator> OTHERS =
      List.of(
          Presets.ksg2(),
          Presets.biKsg(),
          Presets.ksgLocal(),
          Presets.ksgGlobal(),
          Presets.ksgGlobalLinf());

  /** KSG on ten samples; the other presets by their difference to it on three of them. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.05, 0.1, 0.25, 0.5, 1})
  void meanIsNearTheInformationOfTheRoundedVariables(double h) {
    for (double rho : new double[] {0, 0.6, 0.9}) {
      RoundedNormals rounded = new RoundedNormals(rho, h);
      double truth = rounded.mutualInformation();
      double[] ksg = new double[SAMPLES];
      for (int s = 0; s < SAMPLES; s++) {
        ksg[s] = nats(Presets.ksg(), rounded, s);
      }
      double mean = Arrays.stream(ksg).average().orElseThrow();
      assertEquals(truth, mean, BOUND, "KSG, h = " + h + ", rho = " + rho);
      for (MutualInformationEstimator estimator : OTHERS) {
        double other = mean;
        for (int s = 0; s < PAIRS; s++) {
          other += (nats(estimator, rounded, s) - ksg[s]) / PAIRS;
        }
        assertEquals(truth, other, BOUND, estimator + ", h = " + h + ", rho = " + rho);
      }
    }
  }

  private static double nats(MutualInformationEstimator estimator, RoundedNormals rounded, int s) {
    Estimate estimate = estimator.estimate(rounded.sample(1000, Seed.of(7).derive("s", s)));
    assertTrue(Double.isFinite(estimate.nats()), estimate::toString);
    assertTiesAreReported(estimate, rounded.h(), estimator.equals(Presets.ksg()));
    return estimate.nats();
  }

  private static void assertTiesAreReported(Estimate estimate, double h, boolean unscaled) {
    DataWarning.Ties ties =
        estimate.warnings().stream()
            .filter(DataWarning.Ties.class::isInstance)
            .map(DataWarning.Ties.class::cast)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no report of ties: " + estimate));
    assertEquals(3, ties.replicates());
    assertEquals(Seed.of(0), ties.seed());
    assertTrue(ties.spread() >= 0 && ties.spread() < 0.1, () -> "spread " + ties.spread());
    assertEquals(2, ties.columns().size());
    for (DataWarning.TiedColumn column : ties.columns()) {
      assertTrue(column.tied() > 100, column::toString);
      if (unscaled) {
        assertEquals(h, column.resolution(), 1e-9 * h);
      }
    }
    assertTrue(ties.message().contains("seed 0"), ties::message);
  }

  @Test
  void dataWithoutTiesGiveTheSameBitsStrictOrNot() {
    Samples samples = Tasks.correlatedGaussians(3, 0.6).sample(500, Seed.of(1));
    for (Ksg ksg : List.of(Ksg.ksg1(), Ksg.ksg2(), Ksg.closedBall(), Ksg.biKsg())) {
      Estimate broken = ksg.estimate(samples);
      Estimate strict = ksg.withTies(Ties.strict()).estimate(samples);
      assertEquals(strict.nats(), broken.nats(), 0.0, ksg.toString());
      assertTrue(broken.warnings().stream().noneMatch(DataWarning.Ties.class::isInstance));
    }
  }

  /** Two continuous variables, one of them zero half of the time: ties of one value only. */
  @Test
  void zeroInflatedDataKeepTheirInformation() {
    Samples samples = Tasks.correlatedGaussians(1, 0.9).sample(1000, Seed.of(3));
    double[] x = samples.x().column(0);
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.max(0, x[i]);
    }
    double nats = Presets.ksg().estimate(Samples.of(x, samples.y().column(0))).nats();
    // max(0, X) keeps part of the information: more than its sign, less than X itself (0.83).
    assertTrue(nats > 0.4 && nats < 0.83, "max(0, X): " + nats);
  }

  /** Large offsets leave little room below the gap; ties must be broken all the same. */
  @Test
  void largeOffsetsDoNotMatter() {
    Samples rounded = new RoundedNormals(0.6, 0.1).sample(1000, Seed.of(5));
    double[] x = rounded.x().column(0);
    double[] y = rounded.y().column(0);
    double[] shifted = new double[x.length];
    double[] scaled = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      scaled[i] = Math.rint(10 * x[i]);
      shifted[i] = scaled[i] + 1.7e9;
    }
    double nats = Presets.ksg().estimate(Samples.of(scaled, y)).nats();
    assertEquals(nats, Presets.ksg().estimate(Samples.of(shifted, y)).nats(), 1e-9);
  }
}
