package io.github.miscope.neural.training;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How a noisy network is trained. The learning rate goes from the initial to the final one at a
 * constant ratio from epoch to epoch.
 *
 * @param optimiser how weights follow the gradient
 * @param learningRate of the first epoch
 * @param finalLearningRate of the last epoch
 * @param batch observations in a step; gradient descent takes all
 * @param epochs passes over the training data
 * @param loss what training makes small
 * @param orthonormality alpha of the step W &larr; W - alpha (W W' - I) W after each update (Cisse
 *     et al. 2017; Goldfeld et al. 2019, section 8.1); 0 for none
 * @param augmentation random changes of training images
 * @param snapshots after which epochs the network is kept
 * @param seed of initial weights, order, noise, dropout and augmentation
 */
public record NetworkTraining(
    Optimiser optimiser,
    double learningRate,
    double finalLearningRate,
    int batch,
    int epochs,
    Loss loss,
    double orthonormality,
    Augmentation augmentation,
    SnapshotEpochs snapshots,
    Seed seed) {

  private static final Seed DEFAULT_SEED = Seed.of(1);

  /**
   * Options of training.
   *
   * @param optimiser how weights follow the gradient
   * @param learningRate of the first epoch, above 0
   * @param finalLearningRate of the last epoch, above 0
   * @param batch observations in a step, at least 1
   * @param epochs passes over the training data, at least 1
   * @param loss what training makes small
   * @param orthonormality alpha of the step towards orthonormal rows, at least 0
   * @param augmentation random changes of training images
   * @param snapshots after which epochs the network is kept
   * @param seed of everything random
   * @throws IllegalArgumentException if a value is out of its range
   */
  public NetworkTraining {
    Objects.requireNonNull(optimiser, "optimiser");
    Objects.requireNonNull(loss, "loss");
    Objects.requireNonNull(augmentation, "augmentation");
    Objects.requireNonNull(snapshots, "snapshots");
    Objects.requireNonNull(seed, "seed");
    requirePositive("learning rate", learningRate);
    requirePositive("final learning rate", finalLearningRate);
    requireAtLeastOne("batch", batch);
    requireAtLeastOne("epochs", epochs);
    Check.notNegative("orthonormality", orthonormality);
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive and finite: " + value);
    }
  }

  private static void requireAtLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be >= 1: " + name + "=" + value);
    }
  }

  /**
   * Stochastic gradient descent on cross-entropy in batches of 32, with some forty snapshots at
   * equal ratios of epochs.
   *
   * @param learningRate of all epochs, above 0
   * @param epochs passes over the training data, at least 1
   * @return the options
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static NetworkTraining sgd(double learningRate, int epochs) {
    requireAtLeastOne("epochs", epochs);
    return new NetworkTraining(
        Optimiser.STOCHASTIC_GRADIENT_DESCENT,
        learningRate,
        learningRate,
        32,
        epochs,
        Loss.crossEntropy(),
        0,
        Augmentation.NONE,
        SnapshotEpochs.logSpaced(epochs, 40),
        DEFAULT_SEED);
  }

  /**
   * Gradient descent on all training data at once, else as {@link #sgd}.
   *
   * @param learningRate of all epochs, above 0
   * @param epochs steps, at least 1
   * @return the options
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static NetworkTraining gradientDescent(double learningRate, int epochs) {
    return sgd(learningRate, epochs).withOptimiser(Optimiser.GRADIENT_DESCENT);
  }

  /**
   * Adam, else as {@link #sgd}.
   *
   * @param learningRate of all epochs, above 0
   * @param epochs passes over the training data, at least 1
   * @return the options
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static NetworkTraining adam(double learningRate, int epochs) {
    return sgd(learningRate, epochs).withOptimiser(Optimiser.ADAM);
  }

  /**
   * The learning rate of an epoch.
   *
   * @param epoch from 1
   * @return first (last / first)^((epoch - 1) / (epochs - 1))
   */
  public double rate(int epoch) {
    double part = epochs == 1 ? 0 : (epoch - 1.0) / (epochs - 1.0);
    return learningRate * Math.pow(finalLearningRate / learningRate, part);
  }

  /**
   * The same options with another optimiser.
   *
   * @param optimiser how weights follow the gradient
   * @return a changed copy
   */
  public NetworkTraining withOptimiser(Optimiser optimiser) {
    return new NetworkTraining(
        optimiser,
        learningRate,
        finalLearningRate,
        batch,
        epochs,
        loss,
        orthonormality,
        augmentation,
        snapshots,
        seed);
  }

  /**
   * The same options with one learning rate for all epochs.
   *
   * @param rate above 0
   * @return a changed copy
   * @throws IllegalArgumentException if a value is out of its range
   */
  public NetworkTraining withLearningRate(double rate) {
    return new NetworkTraining(
        optimiser, rate, rate, batch, epochs, loss, orthonormality, augmentation, snapshots, seed);
  }

  /**
   * The same options with a learning rate that goes to another one at a constant ratio.
   *
   * @param rate of the last epoch, above 0
   * @return a changed copy
   * @throws IllegalArgumentException if a value is out of its range
   */
  public NetworkTraining withFinalLearningRate(double rate) {
    return new NetworkTraining(
        optimiser,
        learningRate,
        rate,
        batch,
        epochs,
        loss,
        orthonormality,
        augmentation,
        snapshots,
        seed);
  }

  /**
   * The same options with another batch.
   *
   * @param observations in a step, at least 1
   * @return a changed copy
   * @throws IllegalArgumentException if a value is out of its range
   */
  public NetworkTraining withBatch(int observations) {
    return new NetworkTraining(
        optimiser,
        learningRate,
        finalLearningRate,
        observations,
        epochs,
        loss,
        orthonormality,
        augmentation,
        snapshots,
        seed);
  }

  /**
   * The same options with other epochs, and some forty snapshots at equal ratios.
   *
   * @param newEpochs passes over the training data, at least 1
   * @return a changed copy
   * @throws IllegalArgumentException if a value is out of its range
   */
  public NetworkTraining withEpochs(int newEpochs) {
    requireAtLeastOne("epochs", newEpochs);
    return new NetworkTraining(
        optimiser,
        learningRate,
        finalLearningRate,
        batch,
        newEpochs,
        loss,
        orthonormality,
        augmentation,
        SnapshotEpochs.logSpaced(newEpochs, 40),
        seed);
  }

  /**
   * The same options with another loss.
   *
   * @param loss what training makes small
   * @return a changed copy
   */
  public NetworkTraining withLoss(Loss loss) {
    return new NetworkTraining(
        optimiser,
        learningRate,
        finalLearningRate,
        batch,
        epochs,
        loss,
        orthonormality,
        augmentation,
        snapshots,
        seed);
  }

  /**
   * The same options with another strength of the step towards orthonormal rows.
   *
   * @param alpha at least 0; 0 for none
   * @return a changed copy
   * @throws IllegalArgumentException if a value is out of its range
   */
  public NetworkTraining withOrthonormality(double alpha) {
    return new NetworkTraining(
        optimiser,
        learningRate,
        finalLearningRate,
        batch,
        epochs,
        loss,
        alpha,
        augmentation,
        snapshots,
        seed);
  }

  /**
   * The same options with other changes of training images.
   *
   * @param augmentation random changes
   * @return a changed copy
   */
  public NetworkTraining withAugmentation(Augmentation augmentation) {
    return new NetworkTraining(
        optimiser,
        learningRate,
        finalLearningRate,
        batch,
        epochs,
        loss,
        orthonormality,
        augmentation,
        snapshots,
        seed);
  }

  /**
   * The same options with other snapshots.
   *
   * @param snapshots after which epochs the network is kept
   * @return a changed copy
   */
  public NetworkTraining withSnapshots(SnapshotEpochs snapshots) {
    return new NetworkTraining(
        optimiser,
        learningRate,
        finalLearningRate,
        batch,
        epochs,
        loss,
        orthonormality,
        augmentation,
        snapshots,
        seed);
  }

  /**
   * The same options with another seed.
   *
   * @param seed of everything random
   * @return a changed copy
   */
  public NetworkTraining withSeed(Seed seed) {
    return new NetworkTraining(
        optimiser,
        learningRate,
        finalLearningRate,
        batch,
        epochs,
        loss,
        orthonormality,
        augmentation,
        snapshots,
        seed);
  }

  /** "SGD, rate=0.01, batch=32, epochs=100" and what is not usual. */
  @Override
  public String toString() {
    List<String> options = new ArrayList<>();
    options.add(optimiser.toString());
    options.add(
        "rate="
            + (learningRate == finalLearningRate
                ? Double.toString(learningRate)
                : learningRate + ".." + finalLearningRate));
    if (optimiser != Optimiser.GRADIENT_DESCENT) {
      options.add("batch=" + batch);
    }
    options.add("epochs=" + epochs);
    if (!loss.equals(Loss.crossEntropy())) {
      options.add(loss.toString());
    }
    if (orthonormality > 0) {
      options.add("orthonormality=" + orthonormality);
    }
    if (!augmentation.equals(Augmentation.NONE)) {
      options.add(augmentation.toString());
    }
    if (!seed.equals(DEFAULT_SEED)) {
      options.add("seed=" + seed);
    }
    return String.join(", ", options);
  }
}
