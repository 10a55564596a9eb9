package io.github.miscope.neural.network;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.internal.parallel.Detached;
import io.github.miscope.neural.data.SplitData;
import io.github.miscope.neural.internal.NetworkTensors;
import io.github.miscope.neural.internal.NetworkTrainer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.training.NetworkTraining;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be trained: a network, how, on which data and from which weights. Equal plans give
 * equal weights, to the bit. While it trains, {@link io.github.miscope.estimator.TrainingProgress}
 * receives its progress, and an interrupt of the thread ends it within a second.
 *
 * @param network the shape
 * @param training the options
 * @param data to learn from and to test on
 * @param initial the weights at the start
 */
public record NetworkPlan(
    NoisyNetwork network, NetworkTraining training, SplitData data, NetworkWeights initial) {

  /**
   * A plan.
   *
   * @param network the shape
   * @param training the options
   * @param data to learn from and to test on
   * @param initial the weights at the start
   * @throws IllegalArgumentException if the data have other columns than the network, the outputs
   *     do not fit the loss, or the weights are those of another network
   */
  public NetworkPlan {
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(initial, "initial");
    if (!data.training().shape().equals(network.input())) {
      throw new IllegalArgumentException(
          "data must have the network's columns "
              + network.input()
              + ": data="
              + data.training().shape());
    }
    training.loss().requireFits(network.outputs(), data.training().classes());
    training.loss().requireRows(data.training().n());
    if (!initial.network().equals(network)) {
      throw new IllegalArgumentException(
          "initial weights must be those of " + network + ": initial=" + initial);
    }
  }

  /**
   * A plan that starts from random weights of the training's seed.
   *
   * @param network the shape
   * @param training the options
   * @param data to learn from and to test on
   * @return the plan
   * @throws IllegalArgumentException as the constructor
   */
  public static NetworkPlan of(NoisyNetwork network, NetworkTraining training, SplitData data) {
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(data, "data");
    return new NetworkPlan(
        network, training, data, NetworkWeights.random(network, training.seed()));
  }

  /**
   * The same plan from other weights.
   *
   * @param weights at the start
   * @return a changed copy
   * @throws IllegalArgumentException if they are those of another network
   */
  public NetworkPlan withInitial(NetworkWeights weights) {
    Objects.requireNonNull(weights, "weights");
    return new NetworkPlan(network, training, data, weights);
  }

  /**
   * Trains in memory.
   *
   * @return the network with its snapshots
   * @throws EstimationInterruptedException if the thread is interrupted
   * @throws IllegalArgumentException if training diverges
   * @throws io.github.miscope.neural.libtorch.MissingLibtorchException if there is no native code
   *     for this platform
   */
  public TrainedNetwork train() {
    try {
      return train((snapshot, state) -> {}, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Nothing is written.
    }
  }

  /**
   * Trains, and writes each snapshot to a folder; a training that was interrupted or killed goes on
   * from the last snapshot in it, and reaches the same weights to the bit. A finished one is read.
   * Two trainings cannot use one folder at the same time.
   *
   * @param folder of this plan alone; made if it is not there
   * @return the network with its snapshots
   * @throws IOException if the folder cannot be read or written, or a snapshot in it is damaged,
   *     renamed, missing before others or not of this plan's schedule; the message says which
   * @throws EstimationInterruptedException if the thread is interrupted; snapshots are kept
   * @throws IllegalArgumentException if the folder has snapshots of another plan (the message names
   *     the options that differ), another training uses it, or training diverges
   */
  public TrainedNetwork train(Path folder) throws IOException {
    Objects.requireNonNull(folder, "folder");
    SnapshotFolder files = new SnapshotFolder(folder, this);
    try (SnapshotFolder.Use use = files.use()) {
      SnapshotFolder.Kept kept = files.read();
      if (kept == null || kept.last().epoch() < training.epochs()) {
        use.require();
      }
      return train(files::write, kept);
    }
  }

  /** Takes a snapshot, and the optimiser's state with which training can go on from it. */
  @FunctionalInterface
  private interface Keeper {
    void keep(Snapshot snapshot, float[][] state) throws IOException;
  }

  private TrainedNetwork train(Keeper keeper, SnapshotFolder.@Nullable Kept kept)
      throws IOException {
    try {
      return TrainingProgress.show(
          "Training of " + network,
          () -> {
            try {
              return learn(keeper, kept);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private TrainedNetwork learn(Keeper keeper, SnapshotFolder.@Nullable Kept kept)
      throws IOException {
    List<Snapshot> snapshots = new ArrayList<>();
    float[][] state = {};
    try {
      if (kept == null) {
        snapshots.add(snapshot(0, initial.shared()));
        keeper.keep(snapshots.get(0), state);
      } else {
        snapshots.addAll(kept.snapshots());
        state = kept.state().toArray(state);
      }
      Snapshot last = snapshots.get(snapshots.size() - 1);
      if (last.epoch() == training.epochs()) {
        return new TrainedNetwork(this, snapshots);
      }
      try (NetworkTrainer trainer =
          new NetworkTrainer(
              network, training, data.training(), last.weights().shared(), state, last.epoch())) {
        for (int epoch = last.epoch() + 1; epoch <= training.epochs(); epoch++) {
          trainer.epoch(epoch);
          if (training.snapshots().includes(epoch, training.epochs())) {
            Snapshot now = snapshot(epoch, trainer.values());
            state = trainer.state();
            requireFinite("optimiser's state", epoch, state);
            snapshots.add(now);
            keeper.keep(now, state);
          }
        }
      }
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(this + " was interrupted", e);
    }
    return new TrainedNetwork(this, snapshots);
  }

  private Snapshot snapshot(int epoch, float[][] weights) throws InterruptedException {
    return Detached.here(() -> scored(epoch, weights));
  }

  private Snapshot scored(int epoch, float[][] weights) throws InterruptedException {
    if (!training.loss().isOfClasses()) {
      requireFinite("weights", epoch, weights);
      return new Snapshot(epoch, NetworkWeights.of(network, weights), Score.UNKNOWN, Score.UNKNOWN);
    }
    Scoring scoring = new Scoring(training.loss());
    Score learnt = scoring.of(network, weights, data.training());
    if (!Double.isFinite(learnt.loss())) {
      throw new IllegalArgumentException(
          this + " diverges: the loss after epoch " + epoch + " is " + learnt.loss());
    }
    requireFinite("weights", epoch, weights);
    Score tested =
        data.test().equals(data.training()) ? learnt : scoring.of(network, weights, data.test());
    return new Snapshot(epoch, NetworkWeights.of(network, weights), learnt, tested);
  }

  /** Units may hide a weight that is not finite from the loss, and an optimiser may stand still. */
  private void requireFinite(String name, int epoch, float[][] values) {
    try {
      NetworkTensors.requireFinite(name, values);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          this + " diverges: after epoch " + epoch + " " + e.getMessage(), e);
    }
  }

  /**
   * What the weights of a training depend on: network, options, data and initial weights, by their
   * bits.
   *
   * @return the identity, by which snapshots are known to be this plan's
   */
  public PlanIdentity identity() {
    NetworkTraining t = training;
    return PlanIdentity.of("network training")
        .option("network", network)
        .option("optimiser", t.optimiser())
        .option("learning rate", t.learningRate())
        .option("final learning rate", t.finalLearningRate())
        .option("schedule", t.schedule())
        .option("weight decay", t.weightDecay())
        .option("batch", t.batch())
        .option("epochs", t.epochs())
        .option("loss", t.loss())
        .option("orthonormality", t.orthonormality())
        .option("augmentation", t.augmentation())
        .option("snapshots", t.snapshots())
        .option("seed", t.seed())
        .option("initial weights", initial)
        .option("training data", data.training())
        .option("test data", data.test())
        .build();
  }

  @Override
  public String toString() {
    return network + " (" + training + ")";
  }
}
