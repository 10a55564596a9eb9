package io.github.miscope.neural.encoder;

import io.github.miscope.internal.check.Check;
import io.github.miscope.neural.layer.DenseLayer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.neural.training.Augmentation;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.neural.training.SnapshotEpochs;
import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How an autoencoder is trained: by Adam, with a learning rate that goes from the initial to the
 * final one at a constant ratio from epoch to epoch. Noise and augmentation act in training only.
 *
 * <p>A step of Adam changes every weight by about the rate, and so the sum in front of a unit by
 * the rate times the number of its inputs: with many inputs, units saturate at the first steps, and
 * codes collapse. The initial rate therefore falls with the number of inputs of a fully connected
 * first layer, in proportion above {@code fullRateInputs} (Yang et al. 2021, "Tensor Programs V",
 * arXiv:2203.03466, Table 3), unless the caller gives rates.
 *
 * @param learningRate of the first epoch
 * @param finalLearningRate of the last epoch
 * @param fullRateInputs the number of inputs of a fully connected first layer above which the
 *     initial rate falls, {@code fullRateInputs / inputs} times as high; {@link Integer#MAX_VALUE}
 *     if it never falls
 * @param batch observations in a step
 * @param epochs passes over the observations, at most
 * @param loss what training makes small
 * @param inputNoise standard deviation of Gaussian noise that is added to the scaled input; what is
 *     to be restored is without it
 * @param codeNoise what disturbs the codes
 * @param augmentation random changes of images; the changed image is to be restored
 * @param heldOut the share of observations that are not learnt from and stop the training; 0 for
 *     all epochs on all observations
 * @param patience how many epochs without a better loss on these end the training
 * @param seed of initial weights, order, noise, dropout, augmentation and what is held out
 */
public record AutoencoderTraining(
    double learningRate,
    double finalLearningRate,
    int fullRateInputs,
    int batch,
    int epochs,
    ReconstructionLoss loss,
    double inputNoise,
    Perturbation codeNoise,
    Augmentation augmentation,
    double heldOut,
    int patience,
    Seed seed) {

  private static final Seed DEFAULT_SEED = Seed.of(1);
  private static final double DEFAULT_RATE = 5e-3;
  private static final double DEFAULT_FINAL_RATE = 3e-4;

  /** The largest networks with which the default rates were tried have 256 inputs. */
  private static final int DEFAULT_FULL_RATE_INPUTS = 256;

  /**
   * Options of training.
   *
   * @param learningRate of the first epoch, above 0
   * @param finalLearningRate of the last epoch, above 0
   * @param fullRateInputs the number of inputs above which the initial rate falls, at least 1
   * @param batch observations in a step, at least 1
   * @param epochs passes over the observations, at least 1
   * @param loss what training makes small
   * @param inputNoise standard deviation of the noise of the scaled input, at least 0
   * @param codeNoise what disturbs the codes
   * @param augmentation random changes of images
   * @param heldOut the share of observations that stop the training, in [0, 1)
   * @param patience how many epochs without a better loss end the training, at least 1
   * @param seed of everything random
   * @throws IllegalArgumentException if a value is out of its range
   */
  public AutoencoderTraining {
    Objects.requireNonNull(loss, "loss");
    Objects.requireNonNull(codeNoise, "codeNoise");
    Objects.requireNonNull(augmentation, "augmentation");
    Objects.requireNonNull(seed, "seed");
    Check.positive("learning rate", learningRate);
    Check.positive("final learning rate", finalLearningRate);
    Check.atLeast("full-rate inputs", fullRateInputs, 1);
    Check.atLeast("batch", batch, 1);
    Check.atLeast("epochs", epochs, 1);
    Check.notNegative("input noise", inputNoise);
    if (!(heldOut >= 0 && heldOut < 1)) {
      throw new IllegalArgumentException("share held out must be in [0, 1): heldOut=" + heldOut);
    }
    Check.atLeast("patience", patience, 1);
  }

  /**
   * Mini-batches of 64 at a rate from 0.005 to 0.0003, mean squared error, without noise; a tenth
   * is held out, with a patience of 20 epochs.
   *
   * @param epochs passes over the observations, at most
   * @return the options
   * @throws IllegalArgumentException if epochs are below 1
   */
  public static AutoencoderTraining of(int epochs) {
    return new AutoencoderTraining(
        DEFAULT_RATE,
        DEFAULT_FINAL_RATE,
        DEFAULT_FULL_RATE_INPUTS,
        64,
        epochs,
        ReconstructionLoss.SQUARED,
        0,
        Perturbation.NONE,
        Augmentation.NONE,
        0.1,
        20,
        DEFAULT_SEED);
  }

  /** What is left of the options when the parts of autoencoders are taken away. */
  NetworkTraining steps(NoisyNetwork network) {
    double first = learningRate;
    if (network.layers().get(0) instanceof DenseLayer) {
      first *= Math.min(1, fullRateInputs / (double) network.input().columns());
    }
    return NetworkTraining.adam(first, epochs)
        .withFinalLearningRate(
            finalLearningRate < learningRate
                ? Math.min(finalLearningRate, first)
                : finalLearningRate)
        .withBatch(batch)
        .withAugmentation(augmentation)
        .withSnapshots(SnapshotEpochs.at(epochs))
        .withSeed(seed);
  }

  /**
   * The same options with one learning rate for all epochs, whatever the number of inputs.
   *
   * @param rate above 0
   * @return a changed copy
   * @throws IllegalArgumentException if the rate is not positive and finite
   */
  public AutoencoderTraining withLearningRate(double rate) {
    return withLearningRates(rate, rate);
  }

  /**
   * The same options with a learning rate that goes from one to another at a constant ratio,
   * whatever the number of inputs.
   *
   * @param first of the first epoch, above 0
   * @param last of the last epoch, above 0
   * @return a changed copy
   * @throws IllegalArgumentException if a rate is not positive and finite
   */
  public AutoencoderTraining withLearningRates(double first, double last) {
    return with(
        draft -> {
          draft.learningRate = first;
          draft.finalLearningRate = last;
          draft.fullRateInputs = Integer.MAX_VALUE;
        });
  }

  /**
   * The same options with another batch.
   *
   * @param observations in a step, at least 1
   * @return a changed copy
   * @throws IllegalArgumentException if there is none
   */
  public AutoencoderTraining withBatch(int observations) {
    return with(draft -> draft.batch = observations);
  }

  /**
   * The same options with another number of epochs.
   *
   * @param most passes over the observations, at least 1
   * @return a changed copy
   * @throws IllegalArgumentException if there is none
   */
  public AutoencoderTraining withEpochs(int most) {
    return with(draft -> draft.epochs = most);
  }

  /**
   * The same options with another loss.
   *
   * @param loss what training makes small
   * @return a changed copy
   */
  public AutoencoderTraining withLoss(ReconstructionLoss loss) {
    return with(draft -> draft.loss = loss);
  }

  /**
   * The same options with noise of the input.
   *
   * @param deviation its standard deviation in units of the scaled input; 0 for none
   * @return a changed copy
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public AutoencoderTraining withInputNoise(double deviation) {
    return with(draft -> draft.inputNoise = deviation);
  }

  /**
   * The same options with Gaussian noise of the codes.
   *
   * @param deviation its standard deviation; 0 for none
   * @return a changed copy
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public AutoencoderTraining withCodeNoise(double deviation) {
    return withCodeNoise(deviation == 0 ? Perturbation.NONE : Perturbation.noise(deviation));
  }

  /**
   * The same options with another perturbation of the codes.
   *
   * @param perturbation noise, dropout or nothing
   * @return a changed copy
   */
  public AutoencoderTraining withCodeNoise(Perturbation perturbation) {
    Objects.requireNonNull(perturbation, "perturbation");
    return with(draft -> draft.codeNoise = perturbation);
  }

  /**
   * The same options with random changes of images.
   *
   * @param changes each time that an image is used
   * @return a changed copy
   */
  public AutoencoderTraining withAugmentation(Augmentation changes) {
    Objects.requireNonNull(changes, "changes");
    return with(draft -> draft.augmentation = changes);
  }

  /**
   * The same options with another rule of early stopping.
   *
   * @param share of observations that are not learnt from, in [0, 1)
   * @param epochsWithout a better loss on these end the training
   * @return a changed copy
   * @throws IllegalArgumentException if a number is out of its range
   */
  public AutoencoderTraining withEarlyStopping(double share, int epochsWithout) {
    return with(
        draft -> {
          draft.heldOut = share;
          draft.patience = epochsWithout;
        });
  }

  /**
   * The same options without early stopping: all epochs on all observations.
   *
   * @return a changed copy
   */
  public AutoencoderTraining withoutEarlyStopping() {
    return withEarlyStopping(0, patience);
  }

  /**
   * The same options with another seed.
   *
   * @param seed of everything random
   * @return a changed copy
   */
  public AutoencoderTraining withSeed(Seed seed) {
    return with(draft -> draft.seed = seed);
  }

  /** "rate=0.005..3.0E-4, batch=64, epochs=100, MSE" and what is not usual. */
  @Override
  public String toString() {
    List<String> options = new ArrayList<>();
    options.add(
        "rate="
            + (learningRate == finalLearningRate
                ? Double.toString(learningRate)
                : learningRate + ".." + finalLearningRate));
    if (fullRateInputs == Integer.MAX_VALUE
        && learningRate == DEFAULT_RATE
        && finalLearningRate == DEFAULT_FINAL_RATE) {
      options.add("rate the same for any number of inputs");
    }
    options.add("batch=" + batch);
    options.add("epochs=" + epochs);
    options.add(loss.toString());
    if (inputNoise > 0) {
      options.add("input noise=" + inputNoise);
    }
    if (!codeNoise.equals(Perturbation.NONE)) {
      options.add("codes " + codeNoise);
    }
    if (!augmentation.equals(Augmentation.NONE)) {
      options.add(augmentation.toString());
    }
    if (heldOut > 0) {
      options.add("held out=" + heldOut + ", patience=" + patience);
    }
    if (!seed.equals(DEFAULT_SEED)) {
      options.add("seed=" + seed);
    }
    return String.join(", ", options);
  }

  private AutoencoderTraining with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }

  /** Options that are being changed. */
  private static final class Draft {
    private double learningRate;
    private double finalLearningRate;
    private int fullRateInputs;
    private int batch;
    private int epochs;
    private ReconstructionLoss loss;
    private double inputNoise;
    private Perturbation codeNoise;
    private Augmentation augmentation;
    private double heldOut;
    private int patience;
    private Seed seed;

    Draft(AutoencoderTraining given) {
      learningRate = given.learningRate;
      finalLearningRate = given.finalLearningRate;
      fullRateInputs = given.fullRateInputs;
      batch = given.batch;
      epochs = given.epochs;
      loss = given.loss;
      inputNoise = given.inputNoise;
      codeNoise = given.codeNoise;
      augmentation = given.augmentation;
      heldOut = given.heldOut;
      patience = given.patience;
      seed = given.seed;
    }

    AutoencoderTraining finished() {
      return new AutoencoderTraining(
          learningRate,
          finalLearningRate,
          fullRateInputs,
          batch,
          epochs,
          loss,
          inputNoise,
          codeNoise,
          augmentation,
          heldOut,
          patience,
          seed);
    }
  }
}
