package io.github.miscope.neural.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.encoder.Encoder;
import io.github.miscope.encoder.Pca;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.encoded.Compressed;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.neural.training.Augmentation;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CrossPredictedTest {

  private static final CrossPredicted ONE =
      new CrossPredicted(
          Presets.ksgLocal(),
          CrossPredictive.to(1).withTraining(CrossPredictive.to(1).training().withEpochs(40)));

  /**
   * Ten columns of X of which two are nearly the same, and the last one correlates with Y; all are
   * independent otherwise.
   */
  private static Samples samples(int n, double rho, Seed seed) {
    UniformRandomProvider random = seed.generator();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] x = new double[10][n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      for (double[] column : x) {
        column[i] = normal.sample();
      }
      x[1][i] = x[0][i] + 0.1 * normal.sample();
      y[i] = rho * x[9][i] + Math.sqrt(1 - rho * rho) * normal.sample();
    }
    return new Samples(Variable.ofColumns("x", x), Variable.of("y", y));
  }

  /**
   * Correlation 0.9: 0.83 nats. The estimate has a standard error of some 0.04 (two halves of 500),
   * and the code misses some of it; the first principal component is of the pair of columns and
   * knows nothing.
   */
  @Test
  void codesKeepWhatIsShared() {
    Samples samples = samples(1000, 0.9, Seed.of(1));
    Estimate estimate = ONE.estimate(samples);
    double truth = -0.5 * Math.log(1 - 0.81);
    assertTrue(
        estimate.nats() > 0.75 * truth && estimate.nats() < truth + 0.16, estimate.toString());
    double pca =
        Compressed.of(Presets.ksgLocal(), Pca.to(1), Encoder.none()).estimate(samples).nats();
    assertTrue(pca < 0.2, "PCA " + pca);
  }

  /** KSG of two halves of 300 has a standard error of some 0.04 under independence. */
  @Test
  void nothingIsFoundWhereNothingIsShared() {
    assertEquals(0, ONE.estimate(samples(600, 0, Seed.of(2))).nats(), 0.16);
  }

  @Test
  void equalSeedsGiveEqualBitsWhateverTheOrderOfObservations() {
    CrossPredicted quick =
        new CrossPredicted(
            Presets.ksg(),
            CrossPredictive.to(2).withTraining(CrossPredictive.to(2).training().withEpochs(2)));
    Samples samples = samples(60, 0.5, Seed.of(3));
    int[] reversed = IntStream.range(0, 60).map(i -> 59 - i).toArray();
    Estimate estimate = quick.estimate(samples);
    assertEquals(estimate.nats(), quick.estimate(samples.rows(reversed)).nats());
    assertEquals(10, estimate.dX());
    assertEquals(60, estimate.n());
  }

  @Test
  void encodingsRestoreTheirOwnVariable() {
    Samples samples = samples(60, 0.5, Seed.of(4));
    CrossPredictiveEncoding encoding =
        CrossPredictive.to(2).withTraining(AutoencoderTraining.of(2)).withOwnWeight(0).fit(samples);
    assertEquals(2, encoding.apply(samples).dX());
    assertEquals(2, encoding.apply(samples).dY());
    assertEquals(10, encoding.x().decode(encoding.x().apply(samples.x())).d());
    assertEquals(1, encoding.y().decode(encoding.y().apply(samples.y())).d());
  }

  @Test
  void badInputIsRefusedByName() {
    assertRefused("latent dimension must be >= 1", () -> CrossPredictive.to(0));
    assertRefused("own weight must be", () -> CrossPredictive.to(1).withOwnWeight(-1));
    assertRefused(
        "cross-prediction needs squared errors and no augmentation",
        () ->
            CrossPredictive.to(1)
                .withTraining(AutoencoderTraining.of(1).withAugmentation(Augmentation.GOLDFELD)));
    assertRefused(
        "needs at least 20 observations: n=10", () -> ONE.estimate(samples(10, 0, Seed.of(1))));
    Samples labelled =
        new Samples(samples(20, 0, Seed.of(1)).x(), Variable.discrete("y", new int[20]));
    assertRefused("y", () -> ONE.estimate(labelled));
  }

  private static void assertRefused(String message, Executable call) {
    String given = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(given.contains(message), given);
  }
}
