package io.github.miscope.neural.internal;

import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.internal.parallel.Detached;
import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.layer.Layer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.libtorch.Libtorch;
import io.github.miscope.neural.training.Augmentation;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.neural.training.Optimiser;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * The training of a noisy network, epoch by epoch. What is random in an epoch is a function of the
 * seed and the epoch's number, so that a training that goes on from kept weights and state equals
 * one that was never stopped. Used by one thread.
 */
public final class NetworkTrainer implements AutoCloseable {

  /** Rows that are valued at once. */
  private static final int EVALUATED = 512;

  private static final long REPORT_NANOS = 100_000_000;

  private final NoisyNetwork network;
  private final NetworkTraining training;
  private final Lesson lesson;
  private final int n;
  private final int batch;
  private final int stepsPerEpoch;
  private final NetworkTensors weights;
  private final Forward forward;
  private final Forward evaluation;
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
    this(network, training, Lesson.of(data, training.loss()), values, state, epoch);
  }

  /** A training by another loss than that of the options. */
  NetworkTrainer(
      NoisyNetwork network,
      NetworkTraining training,
      Lesson lesson,
      float[][] values,
      float[][] state,
      int epoch) {
    Libtorch.require();
    this.network = network;
    this.training = training;
    this.lesson = lesson;
    n = lesson.inputs().n();
    boolean all = training.optimiser() == Optimiser.GRADIENT_DESCENT;
    batch = all ? n : Math.min(training.batch(), n);
    // A batch of one cannot be normalised by itself.
    boolean normalised = network.layers().stream().anyMatch(Layer::batchNorm);
    boolean dropsOne = normalised && n % batch == 1;
    stepsPerEpoch = (n + batch - 1) / batch - (dropsOne ? 1 : 0);
    if (stepsPerEpoch == 0 || (batch == 1 && normalised)) {
      throw new IllegalArgumentException(
          "batch normalisation needs batches of at least 2: batch=" + batch);
    }
    weights = new NetworkTensors(network, values, true);
    forward = new Forward(network, weights, true);
    evaluation = new Forward(network, weights, false);
    descent =
        new Descent(
            training.optimiser(),
            weights,
            training.orthonormality(),
            training.weightDecay(),
            state,
            (long) epoch * stepsPerEpoch);
  }

  /**
   * Does one epoch.
   *
   * @param epoch its number, from 1
   * @return the mean loss of its steps
   * @throws InterruptedException if the thread is interrupted
   */
  public double epoch(int epoch) throws InterruptedException {
    return Detached.here(() -> steps(epoch));
  }

  private double steps(int epoch) throws InterruptedException {
    Seed seed = training.seed();
    int[] order = PermutationSampler.natural(n);
    if (batch < n) {
      PermutationSampler.shuffle(seed.derive("order", epoch).generator(), order);
    }
    TrainingNoise noise = new TrainingNoise(seed.derive("noise", epoch).generator());
    ImageChanges changes =
        new ImageChanges(
            training.augmentation(),
            lesson.inputs().shape(),
            seed.derive("augmentation", epoch).generator());
    double sum = 0;
    for (int s = 0; s < stepsPerEpoch; s++) {
      if (Interrupts.take()) {
        throw new InterruptedException("training was interrupted");
      }
      int from = s * batch;
      int[] rows = Arrays.copyOfRange(order, from, Math.min(n, from + batch));
      sum += step(rows, epoch, noise, changes);
      report((epoch - 1L) * stepsPerEpoch + s + 1);
    }
    return sum / stepsPerEpoch;
  }

  @SuppressWarnings("try") // The scope acts by being there.
  private double step(int[] rows, int epoch, TrainingNoise noise, ImageChanges changes) {
    float[] values = Rows.repeated(lesson.inputs().values(rows), lesson.views());
    if (!training.augmentation().equals(Augmentation.NONE)) {
      changes.apply(values);
    }
    try (PointerScope scope = new PointerScope()) {
      Tensor inputs =
          Tensors.of(
              values, (long) lesson.views() * rows.length, lesson.inputs().shape().columns());
      Tensor outputs = forward.apply(inputs, network.depth(), Stage.OUTPUT, noise);
      Tensor loss = lesson.loss(outputs, inputs, rows);
      loss.backward();
      descent.step(training.rate(epoch));
      return loss.item_float();
    }
  }

  /**
   * The mean loss of another lesson's rows, without noise and with running moments.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  double loss(Lesson other) throws InterruptedException {
    Inputs inputs = other.inputs();
    double[] sum = {0};
    for (int from = 0; from < inputs.n(); from += EVALUATED) {
      Interrupts.check();
      int[] rows = IntStream.range(from, Math.min(inputs.n(), from + EVALUATED)).toArray();
      Tensors.withoutGradient(
          () -> {
            Tensor given = Tensors.of(inputs.values(rows), rows.length, inputs.shape().columns());
            Tensor outputs =
                evaluation.apply(given, network.depth(), Stage.OUTPUT, Forward.Disturber.NONE);
            sum[0] += rows.length * (double) other.loss(outputs, given, rows).item_float();
          });
    }
    return sum[0] / inputs.n();
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
