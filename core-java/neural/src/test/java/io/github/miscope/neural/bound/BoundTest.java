package io.github.miscope.neural.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** Bounds of critics that are known, against closed forms. */
class BoundTest {

  private static final int N = 20_000;
  private static final double RHO = 0.8;
  private static final double INFORMATION = -0.5 * Math.log(1 - RHO * RHO);

  /** Four standard deviations of the mean of n terms that have the given one. */
  private static double fourErrors(double sd) {
    return 4 * sd / Math.sqrt(N);
  }

  /** log p(x,y) / (p(x) p(y)) of a standard normal pair of correlation rho. */
  private static double logRatio(double x, double y) {
    return INFORMATION - (RHO * RHO * (x * x + y * y) - 2 * RHO * x * y) / (2 * (1 - RHO * RHO));
  }

  private static double logDensity(double x, double y) {
    return logRatio(x, y) - y * y / 2;
  }

  private static Scores gaussian(DoubleBinaryOperator critic, int negatives) {
    Samples samples = Tasks.correlatedGaussians(1, RHO).sample(N, Seed.of(1));
    double[] joint = new double[N];
    double[][] product = new double[N][negatives];
    for (int i = 0; i < N; i++) {
      double y = samples.y().get(i, 0);
      joint[i] = critic.applyAsDouble(samples.x().get(i, 0), y);
      for (int s = 0; s < negatives; s++) {
        product[i][s] = critic.applyAsDouble(samples.x().get((i + s + 1) % N, 0), y);
      }
    }
    return new Scores(joint, product);
  }

  @Test
  void sumsOfProductScoresAreEnoughForBoundsThatCompareWithMany() {
    Scores all = new Scores(new double[] {2, -1}, new double[][] {{0, 1, 3}, {5, -4, 0.5}});
    double[] sums = {Scores.logSumExp(0, 1, 3), Scores.logSumExp(5, -4, 0.5)};
    Scores summed = Scores.summed(new double[] {2, -1}, sums, 3);
    assertEquals(Bound.infoNce().value(all), Bound.infoNce().value(summed));
    assertEquals(Bound.leaveOneOut().value(all), Bound.leaveOneOut().value(summed));
    assertEquals(all.negatives(), summed.negatives());
    assertThrows(IllegalArgumentException.class, () -> Bound.nwj().value(summed));
    assertThrows(
        IllegalArgumentException.class, () -> Scores.summed(new double[2], new double[1], 3));
    assertThrows(
        IllegalArgumentException.class, () -> Scores.summed(new double[1], new double[1], 0));
  }

  @Test
  void theBestCriticGivesTheInformation() {
    Scores ratio = gaussian(BoundTest::logRatio, 8);
    // The log ratio of a normal pair has standard deviation rho. E_product[ratio^2] is the
    // chi-squared divergence plus 1, 1 / (1 - rho^2): exp F has variance rho^2 / (1 - rho^2), and
    // its mean over 8 n pairs, of which those with one y are dependent, no more than that over n.
    double tolerance = fourErrors(RHO + RHO / Math.sqrt(1 - RHO * RHO));
    assertEquals(INFORMATION, Bound.donskerVaradhan().value(ratio), tolerance);
    assertEquals(INFORMATION, Bound.jensenShannon().value(ratio), tolerance);
    assertEquals(
        INFORMATION,
        new JensenShannon(JensenShannon.Valuation.DONSKER_VARADHAN).value(ratio),
        tolerance);
    // The largest log ratio of this pair is below 6 on the diagonal |x| < 4.5.
    assertEquals(INFORMATION, new Smile(30).value(ratio), tolerance);
    Scores shifted = gaussian((x, y) -> 1 + logRatio(x, y), 8);
    assertEquals(INFORMATION, Bound.nwj().value(shifted), tolerance);
    // Donsker-Varadhan does not see a constant, NWJ does: it falls by e^c - 1 - c for c = 1.
    assertEquals(
        Bound.donskerVaradhan().value(ratio), Bound.donskerVaradhan().value(shifted), 1e-9);
    assertEquals(
        INFORMATION - (Math.E - 2),
        Bound.nwj().value(gaussian((x, y) -> 2 + logRatio(x, y), 8)),
        fourErrors(RHO + Math.E * RHO / Math.sqrt(1 - RHO * RHO)));
  }

  @Test
  void clubOfTheTrueDensityIsItsOwnClosedForm() {
    Scores density = gaussian(BoundTest::logDensity, 8);
    // Of the product the quadratic form (y - rho x)^2 / (2 (1 - rho^2)) has standard deviation
    // (1 + rho^2) / (sqrt(2) (1 - rho^2)), of the joint 1 / sqrt(2).
    double sd = (1 + (1 + RHO * RHO) / (1 - RHO * RHO)) / Math.sqrt(2);
    assertEquals(RHO * RHO / (1 - RHO * RHO), Bound.club().value(density), fourErrors(sd));
  }

  @Test
  void leaveOneOutOfTheTrueDensityIsCloseAbove() {
    int others = 100;
    double value = Bound.leaveOneOut().value(gaussian(BoundTest::logDensity, others));
    // Above by about half the relative variance of the mean over the others, which is largest in
    // the tails: the chi-squared divergence over 2 m on average is a fair measure; allow twice.
    double excess = RHO * RHO / (1 - RHO * RHO) / others;
    assertTrue(value > INFORMATION - fourErrors(RHO), () -> "leave-one-out: " + value);
    assertEquals(INFORMATION, value, fourErrors(2 * RHO) + excess);
  }

  /**
   * X = Y uniform on k letters and a critic that knows it: with M ~ Binomial(b - 1, 1/k) other
   * right answers in a batch of b, InfoNCE is log b - E log(1 + M).
   */
  @Test
  void infoNceHasItsKnownValue() {
    int k = 4;
    int b = 8;
    double certain = 40;
    double expected = Math.log(b);
    double value = 0;
    double probability = Math.pow(1 - 1.0 / k, b - 1);
    for (int m = 0; m < b; m++) {
      expected -= probability * Math.log(1 + m);
      double[] row = new double[b - 1];
      Arrays.fill(row, 0, m, certain);
      value +=
          probability
              * Bound.infoNce().value(new Scores(new double[] {certain}, new double[][] {row}));
      probability *= (b - 1.0 - m) / (m + 1) / (k - 1);
    }
    assertEquals(expected, value, 1e-12);
    assertTrue(expected < Math.log(k));
    assertEquals(
        Math.log(b),
        Bound.infoNce().value(new Scores(new double[] {99}, new double[1][b - 1])),
        1e-12);
    assertEquals(Math.log(b), Bound.infoNce().ceiling(b - 1).orElseThrow(), 1e-15);
  }

  @Test
  void aConstantCriticGivesNothing() {
    for (double c : new double[] {-3, 0, 1, 50}) {
      Scores scores = gaussian((x, y) -> c, 3);
      for (Bound bound :
          List.of(Bound.donskerVaradhan(), Bound.infoNce(), Bound.club(), Bound.leaveOneOut())) {
        assertEquals(0, bound.value(scores), 1e-12, bound + " at " + c);
      }
    }
    assertEquals(0, Bound.smile().value(gaussian((x, y) -> 2, 3)), 1e-12);
    assertEquals(0, Bound.nwj().value(gaussian((x, y) -> 1, 3)), 1e-12);
    assertEquals(0, Bound.jensenShannon().value(gaussian((x, y) -> 0, 3)), 1e-12);
  }

  @Test
  void largeScoresDoNotOverflow() {
    Scores large = new Scores(new double[] {1e6, 1e6}, new double[][] {{1e6 - 1}, {1e6 - 1}});
    assertEquals(1, Bound.donskerVaradhan().value(large), 1e-9);
    assertEquals(Math.log(2) - Math.log1p(Math.exp(-1)), Bound.infoNce().value(large), 1e-9);
  }

  @Test
  void badOptionsAreRefused() {
    assertEquals(
        "rate must be in (0, 1]: rate=0.0",
        assertThrows(IllegalArgumentException.class, () -> new DonskerVaradhan(0)).getMessage());
    assertEquals(
        "tau must be > 0: tau=-1.0",
        assertThrows(IllegalArgumentException.class, () -> new Smile(-1)).getMessage());
  }
}
