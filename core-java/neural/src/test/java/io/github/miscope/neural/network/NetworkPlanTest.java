package io.github.miscope.neural.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.libtorch.Libtorch;
import io.github.miscope.neural.training.Loss;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.sample.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training, its repetition and its resumption. */
class NetworkPlanTest {

  @TempDir Path folder;

  @BeforeAll
  static void load() {
    Libtorch.require();
  }

  @Test
  void equalSeedsGiveEqualBitsAndOthersDoNot() {
    for (NetworkPlan plan :
        List.of(Plans.dense(4), Plans.images(2), Plans.shapes(2), Plans.contrastive(2))) {
      TrainedNetwork once = plan.train();
      assertEquals(once.snapshots(), plan.train().snapshots());
      assertEquals(plan.initial(), once.first().weights());
      NetworkPlan other =
          NetworkPlan.of(plan.network(), plan.training().withSeed(Seed.of(77)), plan.data());
      assertNotEquals(once.last().weights(), other.train().last().weights());
      // Same initial weights, other order and noise.
      assertNotEquals(
          once.last().weights(), other.withInitial(plan.initial()).train().last().weights());
    }
  }

  @Test
  void layersWithoutWeightsHaveNone() {
    NetworkWeights weights = Plans.shapes(1).initial();
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> weights.matrix(3));
    assertEquals("layer 3 must have weights: upsampling 2", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> weights.biases(1));
    assertEquals(10, weights.biases(5).length);
  }

  @Test
  void snapshotsAreThoseOfTheSchedule() {
    TrainedNetwork trained = Plans.dense(5).train();
    assertEquals(List.of(0, 2, 4, 5), trained.snapshots().stream().map(Snapshot::epoch).toList());
    assertEquals(4, trained.at(4).epoch());
    assertEquals(2, trained.at(3).epoch());
    assertTrue(trained.last().training().loss() < trained.first().training().loss());
  }

  /** Each prefix of the files, as a killed process leaves them, leads to the same end. */
  @Test
  void aTrainingGoesOnFromAnySnapshot() throws IOException {
    for (NetworkPlan plan :
        List.of(Plans.dense(5), Plans.images(3), Plans.shapes(2), Plans.contrastive(4))) {
      TrainedNetwork through = plan.train();
      Path files =
          folder.resolve(Integer.toString(plan.network().depth()) + plan.training().epochs());
      for (int kept = through.snapshots().size(); kept >= 0; kept--) {
        try (var all =
            Files.exists(files) ? Files.list(files) : java.util.stream.Stream.<Path>of()) {
          for (Path file : all.sorted().skip(kept).toList()) {
            Files.delete(file);
          }
        }
        Files.createDirectories(files);
        Files.writeString(files.resolve("writing.part"), "half a snap");
        assertEquals(through.snapshots(), plan.train(files).snapshots(), kept + " kept");
      }
    }
  }

  @Test
  void aFolderOfAnotherPlanIsRefused() throws IOException {
    Plans.dense(1).train(folder);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Plans.dense(2).train(folder));
    assertTrue(e.getMessage().contains("of another plan"), e.getMessage());
    Files.writeString(folder.resolve("epoch-0000000000.snapshot"), "x");
    assertThrows(IOException.class, () -> Plans.dense(1).train(folder));
  }

  @Test
  void anInterruptStopsTrainingWithinASecondAndKeepsSnapshots() throws Exception {
    NetworkPlan endless = Plans.dense(100_000);
    endless =
        new NetworkPlan(
            endless.network(),
            endless.training().withEpochs(1_000_000),
            endless.data(),
            endless.initial());
    NetworkPlan plan = endless;
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicLong reported = new AtomicLong();
    Thread thread =
        new Thread(
            () -> {
              try {
                TrainingProgress.listen(
                    (done, total) -> {
                      reported.set(done);
                      assertEquals(13_000_000, total);
                    },
                    () -> {
                      try {
                        return plan.train(folder);
                      } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                      }
                    });
              } catch (RuntimeException e) {
                thrown.set(e);
              }
            },
            "training");
    thread.start();
    // Three epochs of 13 steps.
    while (reported.get() < 3 * 13 && thread.isAlive()) {
      Thread.sleep(20);
    }
    thread.interrupt();
    long start = System.nanoTime();
    thread.join(20_000);
    double seconds = (System.nanoTime() - start) / 1e9;
    assertInstanceOf(EstimationInterruptedException.class, thrown.get());
    assertInstanceOf(InterruptedException.class, thrown.get().getCause());
    assertTrue(seconds < 1, "stopped after " + seconds + " s");
    SnapshotFolder.Kept kept = new SnapshotFolder(folder, plan).read();
    assertNotNull(kept);
    assertTrue(kept.snapshots().size() > 1);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    NetworkPlan plan = Plans.dense(1);
    NoisyNetwork other = NoisyNetwork.dense(Nonlinearity.TANH, 11, 6, 2);
    assertRefused(
        "data must have the network's columns",
        () -> NetworkPlan.of(other, plan.training(), plan.data()));
    assertRefused(
        "initial weights must be those of",
        () -> plan.withInitial(NetworkWeights.random(other, Seed.of(1))));
    assertRefused(
        "squared error needs one output",
        () ->
            NetworkPlan.of(
                plan.network(), plan.training().withLoss(Loss.squaredError(0, 1)), plan.data()));
    assertRefused(
        "cross-entropy needs one output for each class: outputs=3, classes=2",
        () ->
            NetworkPlan.of(
                NoisyNetwork.dense(Nonlinearity.TANH, 12, 3), plan.training(), plan.data()));
    assertRefused(
        "weights must be those of", () -> NetworkWeights.of(plan.network(), new float[3]));
    NetworkTraining wild = NetworkTraining.sgd(1e30, 3).withBatch(64);
    assertRefused(
        "diverges: the loss after epoch",
        () ->
            NetworkPlan.of(NoisyNetwork.dense(Nonlinearity.LINEAR, 12, 6, 2), wild, plan.data())
                .train());
  }

  private static void assertRefused(String message, Runnable action) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, action::run);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }
}
