package io.github.miscope.neural.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options of training and their labels. */
class NetworkTrainingTest {

  @Test
  void theRateGoesAtAConstantRatio() {
    NetworkTraining training = NetworkTraining.sgd(0.1, 3).withFinalLearningRate(0.001);
    assertEquals(0.1, training.rate(1));
    assertEquals(0.01, training.rate(2), 1e-15);
    assertEquals(0.001, training.rate(3), 1e-15);
    assertEquals(0.1, NetworkTraining.sgd(0.1, 1).rate(1));
  }

  /** Loshchilov and Hutter (2017), equation 5. */
  @Test
  void theRateFallsAlongHalfACosine() {
    NetworkTraining training = NetworkTraining.sgd(0.1, 4).withCosineSchedule();
    assertEquals(0.1, training.rate(1));
    assertEquals(0.05 * (1 + Math.sqrt(0.5)), training.rate(2), 1e-15);
    assertEquals(0.05, training.rate(3), 1e-15);
    assertEquals(
        0.02 + 0.04 * (1 - Math.sqrt(0.5)), training.withFinalLearningRate(0.02).rate(4), 1e-15);
    assertEquals(
        "SGD, rate=0.1..0.0 by cosine, decay=0.5, batch=32, epochs=4, contrastive at 0.1",
        training.withWeightDecay(0.5).withLoss(Loss.contrastive(0.1)).toString());
    assertRefused("weightDecay must be >= 0", () -> training.withWeightDecay(-1));
    assertRefused("temperature must be positive", () -> Loss.contrastive(0));
    assertRefused("brightness must be in [0, 1]", () -> Augmentation.NONE.withBrightness(2));
    assertRefused("noise must be >= 0", () -> Augmentation.NONE.withNoise(-1));
    assertEquals(
        "shift 1, rotation 0.0, shear 0.0, mirrored, brightness 0.3, noise 0.1",
        Augmentation.NONE.withShift(1).withMirror().withBrightness(0.3).withNoise(0.1).toString());
  }

  @Test
  void snapshotsAreTakenAtEqualRatios() {
    assertEquals(List.of(1, 10, 100, 1000), SnapshotEpochs.logSpaced(1000, 4).epochs());
    assertEquals(List.of(1, 2, 3), SnapshotEpochs.logSpaced(3, 40).epochs());
    assertEquals(List.of(3, 6, 9), SnapshotEpochs.every(3, 10).epochs());
    assertEquals(List.of(1, 5), SnapshotEpochs.at(5, 1, 5).epochs());
    assertTrue(SnapshotEpochs.at(5).includes(0, 9));
    assertTrue(SnapshotEpochs.at(5).includes(9, 9));
    assertFalse(SnapshotEpochs.at(5).includes(4, 9));
  }

  @Test
  void labelsSayWhatIsNotUsual() {
    assertEquals("SGD, rate=0.1, batch=32, epochs=3", NetworkTraining.sgd(0.1, 3).toString());
    assertEquals(
        "GD, rate=0.01..0.1, epochs=7, squared error to [-1.0, 1.0], orthonormality=0.5, seed=3",
        NetworkTraining.gradientDescent(0.01, 7)
            .withFinalLearningRate(0.1)
            .withLoss(Loss.squaredError(-1, 1))
            .withOrthonormality(0.5)
            .withSeed(Seed.of(3))
            .toString());
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    NetworkTraining training = NetworkTraining.adam(0.1, 3);
    assertRefused("learning rate must be positive", () -> training.withLearningRate(0));
    assertRefused("final learning rate", () -> training.withFinalLearningRate(Double.NaN));
    assertRefused("batch must be >= 1: batch=0", () -> training.withBatch(0));
    assertRefused("epochs must be >= 1", () -> NetworkTraining.sgd(0.1, 0));
    assertRefused("orthonormality must be >= 0", () -> training.withOrthonormality(-1));
    assertRefused("a finite target of its own", () -> Loss.squaredError(1, 1));
    assertRefused("a finite target of its own", () -> Loss.squaredError(1));
    assertRefused("epochs must be >= 0: epoch=-2", () -> SnapshotEpochs.at(3, -2));
    assertRefused("count must be >= 2", () -> SnapshotEpochs.logSpaced(3, 1));
    assertRefused("step and last epoch", () -> SnapshotEpochs.every(0, 1));
    assertRefused("shift must be >= 0", () -> new Augmentation(-1, 0, 0));
    assertRefused("rotation must be in", () -> new Augmentation(0, 181, 0));
    assertRefused("shear must be in", () -> new Augmentation(0, 0, 90));
    assertRefused("zoom must be in [0, 1): zoom=1.0", () -> Augmentation.zoomed(1));
    assertEquals(
        "shift 2, rotation 0.0, shear 0.0, zoom 0.5",
        Augmentation.zoomed(0.5).withShift(2).toString());
  }

  private static void assertRefused(String message, Runnable action) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, action::run);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }
}
