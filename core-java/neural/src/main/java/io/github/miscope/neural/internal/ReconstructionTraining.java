package io.github.miscope.neural.internal;

import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.rng.sampling.PermutationSampler;

/** Trains a network to restore its inputs, and to predict other values where wanted. */
public final class ReconstructionTraining {

  /** One epoch's loss on what is learnt from, with noise, and on what is held out, without. */
  public record Losses(double training, double heldOut) {}

  /** The weights that were best on what is held out (else the last), and all epochs' losses. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Result(float[][] weights, int epoch, List<Losses> losses) {}

  private ReconstructionTraining() {}

  /**
   * Trains.
   *
   * @param rows all of them
   * @param absolute whether the mean absolute error is made small, and not the mean squared one
   * @param heldOut how many rows are not learnt from; 0 for no early stopping
   * @param patience how many epochs without a better loss on these end the training
   * @throws InterruptedException if the thread is interrupted
   * @throws IllegalArgumentException if training diverges
   */
  public static Result train(
      NoisyNetwork network,
      NetworkTraining training,
      Rows rows,
      boolean absolute,
      int heldOut,
      int patience)
      throws InterruptedException {
    return train(
        network,
        training,
        rows.n(),
        chosen -> Lesson.reconstruction(rows.chosen(chosen), absolute),
        heldOut,
        patience);
  }

  /**
   * Trains a network whose outputs are its inputs and values of another variable, by mean squared
   * errors.
   *
   * @param rows inputs
   * @param others one row for each input
   * @param weight of the error of the inputs; that of the others has 1
   * @param heldOut how many rows are not learnt from; 0 for no early stopping
   * @param patience how many epochs without a better loss on these end the training
   * @throws InterruptedException if the thread is interrupted
   * @throws IllegalArgumentException if training diverges
   */
  public static Result train(
      NoisyNetwork network,
      NetworkTraining training,
      Rows rows,
      Rows others,
      double weight,
      int heldOut,
      int patience)
      throws InterruptedException {
    return train(
        network,
        training,
        rows.n(),
        chosen -> Lesson.prediction(rows.chosen(chosen), others.chosen(chosen), weight),
        heldOut,
        patience);
  }

  private static Result train(
      NoisyNetwork network,
      NetworkTraining training,
      int n,
      Function<int[], Lesson> lessons,
      int heldOut,
      int patience)
      throws InterruptedException {
    Seed seed = training.seed();
    int learnt = n - heldOut;
    int[] order =
        heldOut == 0
            ? PermutationSampler.natural(n)
            : Split.permutation(n, seed.derive("held out").generator());
    Lesson lesson = lessons.apply(Arrays.copyOf(order, learnt));
    Lesson unseen = lessons.apply(Arrays.copyOfRange(order, learnt, n));
    List<Losses> losses = new ArrayList<>();
    float[][] best = NetworkTensors.initial(network, seed);
    int bestEpoch = 0;
    double least = Double.POSITIVE_INFINITY;
    try (NetworkTrainer trainer =
        new NetworkTrainer(network, training, lesson, best, new float[0][], 0)) {
      for (int epoch = 1; epoch <= training.epochs(); epoch++) {
        double now = trainer.epoch(epoch);
        double then = heldOut == 0 ? Double.NaN : trainer.loss(unseen);
        requireFinite(epoch, heldOut == 0 ? now : then);
        losses.add(new Losses(now, then));
        if (heldOut > 0 && then < least) {
          least = then;
          bestEpoch = epoch;
          best = trainer.values();
        } else if (heldOut > 0 && epoch - bestEpoch >= patience) {
          break;
        }
      }
      if (heldOut == 0) {
        bestEpoch = training.epochs();
        best = trainer.values();
      }
    }
    requireFinite(best);
    return new Result(best, bestEpoch, losses);
  }

  private static void requireFinite(int epoch, double loss) {
    if (!Double.isFinite(loss)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "training diverges: the loss of epoch %d is %s; a smaller learning rate may help",
              epoch,
              loss));
    }
  }

  private static void requireFinite(float[][] weights) {
    try {
      NetworkTensors.requireFinite("weights", weights);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("training diverges: " + e.getMessage(), e);
    }
  }
}
