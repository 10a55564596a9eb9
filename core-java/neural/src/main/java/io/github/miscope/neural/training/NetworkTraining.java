package io.github.miscope.neural.training;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How a noisy network is trained.
 *
 * @param optimiser how weights follow the gradient
 * @param learningRate of the first epoch
 * @param finalLearningRate of the last epoch
 * @param schedule how the learning rate gets from the first to the last
 * @param weightDecay what is added to the gradient of a weight, in units of the weight; 0 for none
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
    Schedule schedule,
    double weightDecay,
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
   * @param finalLearningRate of the last epoch, above 0; may be 0 by cosine, which does not reach
   *     it
   * @param schedule how the learning rate gets from the first to the last
   * @param weightDecay what is added to the gradient of a weight, in units of the weight
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
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(loss, "loss");
    Objects.requireNonNull(augmentation, "augmentation");
    Objects.requireNonNull(snapshots, "snapshots");
    Objects.requireNonNull(seed, "seed");
    requirePositive("learning rate", learningRate);
    if (schedule != Schedule.COSINE || finalLearningRate != 0) {
      requirePositive("final learning rate", finalLearningRate);
    }
    Check.notNegative("weightDecay", weightDecay);
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
        Schedule.GEOMETRIC,
        0,
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
   * @return as the {@link Schedule} has it
   */
  public double rate(int epoch) {
    return schedule.rate(learningRate, finalLearningRate, epoch, epochs);
  }

  /**
   * The same options with another optimiser.
   *
   * @param optimiser how weights follow the gradient
   * @return a changed copy
   */
  public NetworkTraining withOptimiser(Optimiser optimiser) {
    return with(draft -> draft.optimiser = optimiser);
  }

  /**
   * The same options with one learning rate for all epochs.
   *
   * @param rate above 0
   * @return a changed copy
   * @throws IllegalArgumentException if a value is out of its range
   */
  public NetworkTraining withLearningRate(double rate) {
    return with(
        draft -> {
          draft.learningRate = rate;
          draft.finalLearningRate = rate;
        });
  }

  /**
   * The same options with a learning rate that goes to another one at a constant ratio.
   *
   * @param rate of the last epoch, above 0
   * @return a changed copy
   * @throws IllegalArgumentException if a value is out of its range
   */
  public NetworkTraining withFinalLearningRate(double rate) {
    return with(draft -> draft.finalLearningRate = rate);
  }

  /**
   * The same options with a learning rate that falls along half a cosine, towards 0 unless a final
   * one is given afterwards (Loshchilov and Hutter 2017, arXiv:1608.03983, without restarts).
   *
   * @return a changed copy
   */
  public NetworkTraining withCosineSchedule() {
    return with(
        draft -> {
          draft.schedule = Schedule.COSINE;
          draft.finalLearningRate = 0;
        });
  }

  /**
   * The same options with weights that decay: their gradient has the weights themselves added,
   * times a factor, as the usual libraries' Adam and gradient descent have it. Weights, biases and
   * the scales and shifts of batch normalisation decay alike.
   *
   * @param factor at least 0
   * @return a changed copy
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public NetworkTraining withWeightDecay(double factor) {
    return with(draft -> draft.weightDecay = factor);
  }

  /**
   * The same options with another batch.
   *
   * @param observations in a step, at least 1
   * @return a changed copy
   * @throws IllegalArgumentException if a value is out of its range
   */
  public NetworkTraining withBatch(int observations) {
    return with(draft -> draft.batch = observations);
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
    return with(
        draft -> {
          draft.epochs = newEpochs;
          draft.snapshots = SnapshotEpochs.logSpaced(newEpochs, 40);
        });
  }

  /**
   * The same options with another loss.
   *
   * @param loss what training makes small
   * @return a changed copy
   */
  public NetworkTraining withLoss(Loss loss) {
    return with(draft -> draft.loss = loss);
  }

  /**
   * The same options with another strength of the step towards orthonormal rows.
   *
   * @param alpha at least 0; 0 for none
   * @return a changed copy
   * @throws IllegalArgumentException if a value is out of its range
   */
  public NetworkTraining withOrthonormality(double alpha) {
    return with(draft -> draft.orthonormality = alpha);
  }

  /**
   * The same options with other changes of training images.
   *
   * @param augmentation random changes
   * @return a changed copy
   */
  public NetworkTraining withAugmentation(Augmentation augmentation) {
    return with(draft -> draft.augmentation = augmentation);
  }

  /**
   * The same options with other snapshots.
   *
   * @param snapshots after which epochs the network is kept
   * @return a changed copy
   */
  public NetworkTraining withSnapshots(SnapshotEpochs snapshots) {
    return with(draft -> draft.snapshots = snapshots);
  }

  /**
   * The same options with another seed.
   *
   * @param seed of everything random
   * @return a changed copy
   */
  public NetworkTraining withSeed(Seed seed) {
    return with(draft -> draft.seed = seed);
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
                : learningRate + ".." + finalLearningRate)
            + (schedule == Schedule.GEOMETRIC ? "" : " by " + schedule));
    if (weightDecay > 0) {
      options.add("decay=" + weightDecay);
    }
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

  private NetworkTraining with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }

  /** Options that are being changed. */
  private static final class Draft {
    private Optimiser optimiser;
    private double learningRate;
    private double finalLearningRate;
    private Schedule schedule;
    private double weightDecay;
    private int batch;
    private int epochs;
    private Loss loss;
    private double orthonormality;
    private Augmentation augmentation;
    private SnapshotEpochs snapshots;
    private Seed seed;

    Draft(NetworkTraining given) {
      optimiser = given.optimiser;
      learningRate = given.learningRate;
      finalLearningRate = given.finalLearningRate;
      schedule = given.schedule;
      weightDecay = given.weightDecay;
      batch = given.batch;
      epochs = given.epochs;
      loss = given.loss;
      orthonormality = given.orthonormality;
      augmentation = given.augmentation;
      snapshots = given.snapshots;
      seed = given.seed;
    }

    NetworkTraining finished() {
      return new NetworkTraining(
          optimiser,
          learningRate,
          finalLearningRate,
          schedule,
          weightDecay,
          batch,
          epochs,
          loss,
          orthonormality,
          augmentation,
          snapshots,
          seed);
    }
  }
}
