package io.github.miscope.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.miscope.estimator.discrete.BinnedMutualInformation;
import io.github.miscope.estimator.discrete.Binning;
import io.github.miscope.estimator.discrete.Correction;
import io.github.miscope.estimator.discrete.DiscreteMutualInformation;
import io.github.miscope.estimator.gaussian.BiasCorrection;
import io.github.miscope.estimator.gaussian.GaussianMutualInformation;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.sample.Weights;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

class WeightedEstimatorTest {

  private static final WeightedEstimator PLUG_IN =
      new DiscreteMutualInformation(Correction.PLUG_IN);
  private static final WeightedEstimator MILLER_MADOW =
      new DiscreteMutualInformation(Correction.MILLER_MADOW);
  private static final WeightedEstimator BINNED =
      BinnedMutualInformation.of(Binning.equalWidth(5)).withCorrection(Correction.PLUG_IN);
  private static final WeightedEstimator GAUSSIAN =
      GaussianMutualInformation.withDefaults().withCorrection(BiasCorrection.NONE);

  private static Samples numbers(int n, long seed) {
    UniformRandomProvider random = Seed.of(seed).generator();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] x = normal.samples(n).toArray();
    double[] other = normal.samples(n).toArray();
    double[] y = normal.samples(n).toArray();
    for (int i = 0; i < n; i++) {
      y[i] += x[i] - 0.5 * other[i];
    }
    return new Samples(Variable.ofColumns("x", x, other), Variable.of("y", y));
  }

  private static Samples levels(int n, long seed) {
    Samples numbers = numbers(n, seed);
    Binning three = Binning.equalFrequency(3);
    return new Samples(three.apply(numbers.x()), three.apply(numbers.y()));
  }

  private static int[] times(int n, long seed) {
    UniformRandomProvider random = Seed.of(seed).derive("times").generator();
    return random.ints(n, 0, 5).toArray();
  }

  /** The rows, each as often as its weight says. */
  private static int[] repeated(int... times) {
    int[] rows = new int[Arrays.stream(times).sum()];
    int at = 0;
    for (int i = 0; i < times.length; i++) {
      for (int m = 0; m < times[i]; m++) {
        rows[at++] = i;
      }
    }
    return rows;
  }

  private static Weights weights(int... times) {
    return Weights.of(Arrays.stream(times).mapToDouble(m -> m * 0.3).toArray());
  }

  @Test
  void aWholeWeightIsAsGoodAsCopies() {
    int[] times = times(200, 1);
    Samples levels = levels(200, 1);
    Samples numbers = numbers(200, 1);
    assertEquals(
        PLUG_IN.estimate(levels.rows(repeated(times))).nats(),
        PLUG_IN.estimate(levels, weights(times)).nats(),
        1e-12);
    assertEquals(
        GAUSSIAN.estimate(numbers.rows(repeated(times))).nats(),
        GAUSSIAN.estimate(numbers, weights(times)).nats(),
        1e-12);
    // Bins are of all rows, so that each must be in the copies.
    int[] positive = Arrays.stream(times).map(m -> m + 1).toArray();
    assertEquals(
        BINNED.estimate(numbers.rows(repeated(positive))).nats(),
        BINNED.estimate(numbers, weights(positive)).nats(),
        1e-12);
  }

  @Test
  void equalWeightsChangeNothing() {
    Samples levels = levels(150, 2);
    Samples numbers = numbers(150, 2);
    double[] equal = new double[150];
    Arrays.fill(equal, 1e300);
    Weights weights = Weights.of(equal);
    assertEquals(150, weights.effectiveN(), 1e-9);
    assertEquals(
        MILLER_MADOW.estimate(levels).nats(), MILLER_MADOW.estimate(levels, weights).nats(), 1e-12);
    WeightedEstimator wishart = GaussianMutualInformation.withDefaults();
    assertEquals(
        wishart.estimate(numbers).nats(), wishart.estimate(numbers, weights).nats(), 1e-12);
    assertEquals(
        150.0,
        wishart.estimate(numbers, weights).diagnostics().get(WeightedEstimator.EFFECTIVE_N),
        1e-9);
  }

  /** A table by hand: p = (1/2, 1/6; 1/6, 1/6). */
  @Test
  void theTableOfWeights() {
    Samples samples =
        new Samples(Variable.discrete("x", 0, 0, 1, 1, 1), Variable.discrete("y", 0, 1, 0, 1, 1));
    double expected =
        0.5 * Math.log(0.5 / (2 / 3.0 * 2 / 3.0))
            + 2 / 6.0 * Math.log(1 / 6.0 / (2 / 3.0 / 3))
            + 1 / 6.0 * Math.log(1 / 6.0 / (1 / 9.0));
    Estimate estimate = PLUG_IN.estimate(samples, Weights.of(3, 1, 1, 1, 0));
    assertEquals(expected, estimate.nats(), 1e-15);
    assertEquals(4, estimate.n());
    assertEquals(36 / 12.0, estimate.diagnostics().get("effectiveN"), 1e-12);
    // Of independent cells (K_x - 1)(K_y - 1) / (2 effective n) is subtracted.
    assertEquals(
        expected - 1 / 6.0,
        MILLER_MADOW.estimate(samples, Weights.of(3, 1, 1, 1, 0)).nats(),
        1e-15);
  }

  /** Independent rows: the bias is that of effectiveN rows, here of 300 with weights 1 and 4. */
  @Test
  void biasIsThatOfEffectiveN() {
    int sets = 400;
    double plain = 0;
    double discrete = 0;
    double gaussian = 0;
    for (int set = 0; set < sets; set++) {
      UniformRandomProvider random = Seed.of(5).derive("set", set).generator();
      ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
      double[] x = normal.samples(300).toArray();
      double[] y = normal.samples(300).toArray();
      double[] weight = random.ints(300, 0, 2).mapToDouble(b -> b == 0 ? 1 : 4).toArray();
      Samples numbers = Samples.of(x, y);
      Binning four = Binning.equalFrequency(4);
      Samples levels = new Samples(four.apply(numbers.x()), four.apply(numbers.y()));
      Weights weights = Weights.of(weight);
      plain += PLUG_IN.estimate(levels, weights).nats() / sets;
      discrete += MILLER_MADOW.estimate(levels, weights).nats() / sets;
      gaussian += GaussianMutualInformation.withDefaults().estimate(numbers, weights).nats() / sets;
    }
    // Effective n is 300 * 2.5^2 / 8.5 = 220: 9 / 440 = 0.0204 without correction. Twice n I is
    // chi-squared of 9 degrees of freedom: sd of a mean of 400 is sqrt(18) / 440 / 20 = 0.0005; the
    // second order of the bias is below 0.001.
    assertEquals(0.0204, plain, 0.003);
    assertEquals(0, discrete, 0.003);
    assertEquals(0, gaussian, 0.001);
  }

  @Test
  void refusesWhatHasNoWeights() {
    Samples levels = levels(20, 3);
    assertEquals(
        "KSG takes no weights: those that do are Discrete and Binned (plug-in or Miller-Madow) and"
            + " Gaussian",
        refused(() -> WeightedEstimator.of(Presets.ksg())));
    Weights weights = weights(times(20, 4));
    assertEquals(
        "correction must be plug-in or Miller-Madow with weights: chance-adjusted",
        refused(() -> DiscreteMutualInformation.withDefaults().estimate(levels, weights)));
    assertEquals(
        "correction must be WISHART or NONE with weights: shrinkage",
        refused(
            () ->
                new GaussianMutualInformation(BiasCorrection.SHRINKAGE)
                    .estimate(numbers(20, 3), weights)));
    assertEquals(
        "there must be a weight for each observation: weights=20, n=19",
        refused(() -> PLUG_IN.estimate(levels(19, 3), weights)));
    assertEquals(
        "weights must be >= 0 and finite: weight[1]=-1.0", refused(() -> Weights.of(1, -1, 2)));
    assertEquals(
        "weights must be >= 0 and finite: weight[0]=NaN", refused(() -> Weights.of(Double.NaN)));
    assertEquals(
        "positive weights must be >= 2: positive weights=1", refused(() -> Weights.of(0, 3)));
  }

  private static String refused(Runnable work) {
    return assertThrows(IllegalArgumentException.class, work::run).getMessage();
  }
}
