package io.github.miscope.neural.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.encoder.Encoding;
import io.github.miscope.encoder.Pca;
import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.identity.Fingerprint;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.training.Augmentation;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

class AutoencoderTest {

  private static final ImageShape SMALL = new ImageShape(1, 8, 8);

  private static Variable column(double... values) {
    return Variable.ofColumns("x", values);
  }

  private static double error(Encoding encoding, Variable x) {
    Variable restored = encoding.decode(encoding.apply(x));
    double sum = 0;
    for (int j = 0; j < x.d(); j++) {
      for (int i = 0; i < x.n(); i++) {
        sum += Math.pow(x.get(i, j) - restored.get(i, j), 2);
      }
    }
    return sum / x.d() / x.n();
  }

  /** Figure 6: a plane of principal components cuts the bent surface, an autoencoder follows it. */
  @Test
  void aBentSurfaceIsRestoredFarBetterThanByPrincipalComponents() {
    Variable x = Pictures.bent(1000, Seed.of(1));
    AutoencoderEncoding encoding = Autoencoder.dense(2).withEpochs(100).fit(x);
    double pca = Pca.to(2).fit(x).reconstructionError();
    assertTrue(encoding.reconstructionError() < pca / 4, encoding + ", PCA " + pca);
    Variable others = Pictures.bent(500, Seed.of(2));
    assertTrue(error(encoding, others) < pca / 4, error(encoding, others) + ", PCA " + pca);
  }

  @Test
  void imagesAreRestoredBetterThanByPrincipalComponents() {
    Variable x = Pictures.spots(1000, 16, Seed.of(3));
    AutoencoderEncoding encoding = Autoencoder.dense(2).withEpochs(30).fit(x);
    double pca = Pca.to(2).fit(x).reconstructionError();
    assertTrue(encoding.reconstructionError() < pca / 3, encoding + ", PCA " + pca);
  }

  /** With the rate of 256 columns, the codes of 1024 collapse and explain 0.55. */
  @Test
  void codesOfManyColumnsDoNotCollapse() {
    Variable x = Pictures.spots(1000, 32, Seed.of(3));
    double explained = Autoencoder.dense(2).withEpochs(25).fit(x).explainedVariance();
    assertTrue(explained > 0.9, "explained " + explained);
  }

  @Test
  void ratesFallWithTheInputsOfADenseLayerUnlessGiven() {
    AutoencoderTraining usual = AutoencoderTraining.of(1);
    assertRates(0.005, 0.0003, usual, new Architecture.Dense(2).shape(256, 1000));
    assertRates(0.00125, 0.0003, usual, new Architecture.Dense(2).shape(1024, 1000));
    assertRates(0.000125, 0.000125, usual, new Architecture.Dense(2).shape(10_240, 1000));
    assertRates(
        0.005,
        0.0003,
        usual,
        new Architecture.Convolutional(new ImageShape(1, 32, 32), 2).shape(1024, 1000));
    assertRates(
        0.004, 0.004, usual.withLearningRate(0.004), new Architecture.Dense(2).shape(1024, 1000));
  }

  private static void assertRates(
      double first, double last, AutoencoderTraining training, AutoencoderShape shape) {
    NetworkTraining steps = training.steps(shape.network());
    assertEquals(first, steps.learningRate(), 1e-15);
    assertEquals(last, steps.finalLearningRate(), 1e-15);
  }

  @Test
  void convolutionsLearn() {
    Variable x = Pictures.spots(300, 8, Seed.of(4));
    Autoencoder autoencoder =
        Autoencoder.convolutional(SMALL, 2)
            .withTraining(
                AutoencoderTraining.of(40).withBatch(16).withLoss(ReconstructionLoss.ABSOLUTE));
    AutoencoderEncoding encoding = autoencoder.fit(x);
    double pca = Pca.to(2).fit(x).reconstructionError();
    assertTrue(encoding.reconstructionError() < pca / 2, encoding + ", PCA " + pca);
  }

  @Test
  void errorAndExplainedVarianceAreThoseOfWhatIsRestored() {
    Variable x = Pictures.bent(200, Seed.of(5));
    AutoencoderEncoding encoding = Autoencoder.dense(2).withEpochs(3).fit(x);
    // Rows go through the network in other blocks, in single precision.
    assertEquals(error(encoding, x), encoding.reconstructionError(), 1e-6);
    double variance = 0;
    for (int j = 0; j < x.d(); j++) {
      double mean = Arrays.stream(x.column(j)).average().orElseThrow();
      for (double v : x.column(j)) {
        variance += (v - mean) * (v - mean) / x.n() / x.d();
      }
    }
    assertEquals(1 - encoding.reconstructionError() / variance, encoding.explainedVariance(), 1e-9);
    assertEquals(32, encoding.dimension());
    assertEquals(2, encoding.latentDimension());
    assertTrue(encoding.lossBound().isEmpty());
    assertEquals(List.of("x code 0", "x code 1"), encoding.apply(x).columnNames());
  }

  /** Sizes at which there are poolings that leave a remainder, and several images of one pixel. */
  @Test
  void restoredImagesHaveTheirSize() {
    for (int size : new int[] {16, 28, 32}) {
      Variable x = Pictures.spots(12, size, Seed.of(6));
      ImageShape image = new ImageShape(1, size, size);
      List<Architecture> architectures =
          List.of(new Architecture.Convolutional(image, 2), new Architecture.Digits(image, 4));
      for (Architecture architecture : architectures) {
        Encoding encoding =
            new Autoencoder(architecture, Standardisation.RANGE, AutoencoderTraining.of(1)).fit(x);
        Variable codes = encoding.apply(x);
        assertEquals(architecture.latentDimension(), codes.d());
        Variable restored = encoding.decode(codes);
        assertEquals(size * size, restored.d());
        assertEquals(12, restored.n());
      }
    }
  }

  @Test
  void equalSeedsGiveEqualBitsWhateverTheOrderOfObservations() {
    Variable x = Pictures.spots(60, 8, Seed.of(7));
    int[] reversed = IntStream.range(0, 60).map(i -> 59 - i).toArray();
    for (Autoencoder autoencoder :
        List.of(
            Autoencoder.dense(2).withEpochs(3),
            Autoencoder.convolutional(SMALL, 2)
                .withEpochs(2)
                .withAugmentation(Augmentation.zoomed(0.2).withShift(1)))) {
      AutoencoderEncoding first = autoencoder.fit(x);
      AutoencoderEncoding again = autoencoder.fit(x.rows(reversed));
      assertEquals(Fingerprint.of(first), Fingerprint.of(again));
      assertEquals(first.reconstructionError(), again.reconstructionError());
      assertEquals(first.apply(x).rows(reversed), again.apply(x.rows(reversed)));
      assertNotEquals(
          Fingerprint.of(first), Fingerprint.of(autoencoder.withSeed(Seed.of(9)).fit(x)));
    }
  }

  /** Noise acts in training only, and so do dropout and augmentation. */
  @Test
  void codesHaveNoNoise() {
    Variable x = Pictures.spots(40, 8, Seed.of(8));
    Architecture digits = new Architecture.Digits(SMALL, 2);
    AutoencoderTraining noisy =
        AutoencoderTraining.of(2)
            .withInputNoise(0.5)
            .withCodeNoise(0.5)
            .withAugmentation(Augmentation.zoomed(0.3));
    Encoding encoding = new Autoencoder(digits, Standardisation.RANGE, noisy).fit(x);
    assertEquals(encoding.apply(x), encoding.apply(x));
    assertEquals(encoding.decode(encoding.apply(x)), encoding.decode(encoding.apply(x)));
    // And it acts there: without it, other weights are learnt.
    Encoding quiet =
        new Autoencoder(digits, Standardisation.RANGE, AutoencoderTraining.of(2)).fit(x);
    assertNotEquals(quiet.apply(x), encoding.apply(x));
  }

  @Test
  void trainingStopsWhereHeldOutObservationsGetWorse() {
    // Noise has no structure to learn: what is learnt of it does not hold elsewhere.
    Variable x = Pictures.noise(80, 30, Seed.of(12));
    AutoencoderTraining training =
        AutoencoderTraining.of(400).withLearningRate(0.01).withBatch(16).withEarlyStopping(0.25, 5);
    AutoencoderEncoding stopped = Autoencoder.dense(2).withTraining(training).fit(x);
    List<EpochLoss> losses = stopped.losses();
    assertTrue(losses.size() < 200, "epochs " + losses.size());
    assertEquals(losses.size() - 5, stopped.epoch());
    double best = losses.get(stopped.epoch() - 1).heldOut();
    assertTrue(losses.stream().allMatch(loss -> loss.heldOut() >= best));
    AutoencoderEncoding all =
        Autoencoder.dense(2).withTraining(training.withEpochs(7).withoutEarlyStopping()).fit(x);
    assertEquals(7, all.losses().size());
    assertEquals(7, all.epoch());
    assertTrue(all.losses().stream().allMatch(loss -> Double.isNaN(loss.heldOut())));
  }

  @Test
  void constantsAndTwoObservationsAreEncoded() {
    Variable constant = Variable.ofColumns("x", new double[] {3, 3, 3}, new double[] {4, 4, 4});
    AutoencoderEncoding encoding = Autoencoder.dense(1).withEpochs(2).fit(constant);
    assertEquals(1, encoding.explainedVariance());
    for (Encoding two :
        List.of(
            Autoencoder.dense(1).withEpochs(2).fit(column(1, 2)),
            Autoencoder.convolutional(SMALL, 1)
                .withEpochs(2)
                .fit(Pictures.spots(2, 8, Seed.of(1))))) {
      assertTrue(Double.isFinite(two.reconstructionError()));
    }
  }

  @Test
  void scalesOfTheDataDoNotMatter() {
    Variable x = Pictures.bent(60, Seed.of(10));
    double[][] columns = x.columns();
    for (double[] column : columns) {
      for (int i = 0; i < column.length; i++) {
        column[i] *= 0x1p40;
      }
    }
    Autoencoder autoencoder = Autoencoder.dense(2).withEpochs(3);
    assertEquals(
        autoencoder.fit(x).explainedVariance(),
        autoencoder.fit(x.withColumns(columns)).explainedVariance(),
        1e-6);
  }

  @Test
  void badInputIsRefusedByName() {
    Variable x = Pictures.spots(20, 8, Seed.of(1));
    Encoding encoding = Autoencoder.dense(2).withEpochs(1).fit(x);
    assertRefused("x has 1 columns, but the encoding has 64", () -> encoding.apply(column(1, 2)));
    assertRefused("x has 1 codes, but the encoding has 2", () -> encoding.decode(column(1, 2)));
    assertRefused(
        "columns must be channels * height * width = 64: columns=1",
        () -> Autoencoder.convolutional(SMALL, 2).fit(column(1, 2)));
    assertRefused("x", () -> Autoencoder.dense(1).fit(Variable.discrete("x", 0, 1, 0)));
    assertRefused("epochs must be >= 1", () -> Autoencoder.dense(1).withEpochs(0));
    assertRefused(
        "share held out must be in [0, 1): heldOut=1.0",
        () -> AutoencoderTraining.of(1).withEarlyStopping(1, 1));
    assertRefused("learning rate must be", () -> AutoencoderTraining.of(1).withLearningRate(0));
    assertRefused(
        "training diverges",
        () ->
            Autoencoder.linearCodes(1)
                .withTraining(AutoencoderTraining.of(20).withLearningRate(1e30))
                .fit(x));
    assertRefused(
        "batch normalisation needs batches of at least 2",
        () ->
            Autoencoder.convolutional(SMALL, 2)
                .withTraining(AutoencoderTraining.of(1).withBatch(1))
                .fit(x));
  }

  @Test
  @Timeout(60)
  void anInterruptEndsTheTraining() {
    Variable x = Pictures.spots(500, 16, Seed.of(11));
    Autoencoder endless = Autoencoder.dense(2).withEpochs(1_000_000);
    endless.withEpochs(1).fit(x);
    List<Long> interrupted = new ArrayList<>();
    CancellationException stopped =
        assertThrows(
            CancellationException.class,
            () ->
                TrainingProgress.listen(
                    (done, total) -> {
                      Thread.currentThread().interrupt();
                      interrupted.add(System.nanoTime());
                    },
                    () -> endless.fit(x)));
    assertInstanceOf(InterruptedException.class, stopped.getCause());
    assertEquals(1, interrupted.size());
    assertTrue(System.nanoTime() - interrupted.get(0) < 1e9);
    assertFalse(Thread.currentThread().isInterrupted());
  }

  private static void assertRefused(String message, Executable call) {
    String given = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(given.contains(message), given);
  }
}
