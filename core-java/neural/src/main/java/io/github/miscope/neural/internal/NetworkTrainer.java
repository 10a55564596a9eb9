package io.github.miscope.neural.internal;

import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.layer.Layer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.libtorch.Libtorch;
import io.github.miscope.neural.training.Augmentation;
import io.github.miscope.neural.training.Loss;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.neural.training.Optimiser;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The training of a noisy network, epoch by epoch. What is random in an epoch is a function of the
 * seed and the epoch's number, so that a training that goes on from kept weights and state equals
 * one that was never stopped. Used by one thread.
 */
public final class NetworkTrainer implements AutoCloseable {

  private static final long REPORT_NANOS = 100_000_000;

  private final NoisyNetwork network;
  private final NetworkTraining training;
  private final LabelledData data;
  private final int batch;
  private final int stepsPerEpoch;
  private final NetworkTensors weights;
  private final Forward forward;
  private final Descent descent;
  private long reported = System.nanoTime();

  /**
   * A training at its start, or at a later epoch.
   *
   * @param values weights
   * @param state of the optimiser; empty at the start
   * @param epoch how many epochs are done
   */
  public NetworkTrainer(
      NoisyNetwork network,
      NetworkTraining training,
      LabelledData data,
      float[][] values,
      float[][] state,
      int epoch) {
    Libtorch.require();
    this.network = network;
    this.training = training;
    this.data = data;
    boolean all = training.optimiser() == Optimiser.GRADIENT_DESCENT;
    batch = all ? data.n() : Math.min(training.batch(), data.n());
    // A batch of one cannot be normalised by itself.
    boolean dropsOne =
        network.layers().stream().anyMatch(Layer::batchNorm) && data.n() % batch == 1;
    stepsPerEpoch = (data.n() + batch - 1) / batch - (dropsOne ? 1 : 0);
    if (stepsPerEpoch == 0 || (batch == 1 && dropsOne)) {
      throw new IllegalArgumentException(
          "batch normalisation needs batches of at least 2: batch=" + batch);
    }
    weights = new NetworkTensors(network, values, true);
    forward = new Forward(network, weights, true);
    descent =
        new Descent(
            training.optimiser(),
            weights,
            training.orthonormality(),
            state,
            (long) epoch * stepsPerEpoch);
  }

  /**
   * Does one epoch.
   *
   * @param epoch its number, from 1
   * @throws InterruptedException if the thread is interrupted
   */
  public void epoch(int epoch) throws InterruptedException {
    Seed seed = training.seed();
    int[] order = PermutationSampler.natural(data.n());
    if (batch < data.n()) {
      PermutationSampler.shuffle(seed.derive("order", epoch).generator(), order);
    }
    TrainingNoise noise = new TrainingNoise(seed.derive("noise", epoch).generator());
    ImageChanges changes =
        new ImageChanges(
            training.augmentation(), data.shape(), seed.derive("augmentation", epoch).generator());
    for (int s = 0; s < stepsPerEpoch; s++) {
      if (Thread.interrupted()) {
        throw new InterruptedException("training was interrupted");
      }
      int from = s * batch;
      step(
          Arrays.copyOfRange(order, from, Math.min(data.n(), from + batch)), epoch, noise, changes);
      report((epoch - 1L) * stepsPerEpoch + s + 1);
    }
  }

  @SuppressWarnings("try") // The scope acts by being there.
  private void step(int[] rows, int epoch, TrainingNoise noise, ImageChanges changes) {
    float[] values = data.values(rows);
    if (!training.augmentation().equals(Augmentation.NONE)) {
      changes.apply(values);
    }
    try (PointerScope scope = new PointerScope()) {
      Tensor inputs = Tensors.of(values, rows.length, data.shape().columns());
      Tensor outputs = forward.apply(inputs, network.depth(), Stage.OUTPUT, noise);
      loss(outputs, rows).backward();
      descent.step(training.rate(epoch));
    }
  }

  private Tensor loss(Tensor outputs, int[] rows) {
    if (training.loss() instanceof Loss.SquaredError squared) {
      float[] targets = new float[rows.length];
      for (int i = 0; i < rows.length; i++) {
        targets[i] = squared.targets().get(data.label(rows[i])).floatValue();
      }
      return torch.mse_loss(outputs, Tensors.of(targets, rows.length, 1));
    }
    int[] labels = Arrays.stream(rows).map(data::label).toArray();
    return torch.cross_entropy_loss(outputs, Tensors.indices(labels));
  }

  private void report(long done) {
    long total = (long) training.epochs() * stepsPerEpoch;
    long now = System.nanoTime();
    if (done == total || now - reported > REPORT_NANOS) {
      reported = now;
      TrainingProgress.report(done, total);
    }
  }

  /** Copies of the weights. */
  public float[][] values() {
    return weights.values();
  }

  /** The optimiser's state, with which a training can go on. */
  public float[][] state() {
    return descent.state();
  }

  @Override
  public void close() {
    descent.close();
    weights.close();
  }
}
