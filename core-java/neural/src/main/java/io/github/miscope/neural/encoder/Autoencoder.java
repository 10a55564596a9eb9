package io.github.miscope.neural.encoder;

import io.github.miscope.encoder.Encoder;
import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.internal.ReconstructionTraining;
import io.github.miscope.neural.internal.RowOrder;
import io.github.miscope.neural.internal.Rows;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.neural.network.NetworkWeights;
import io.github.miscope.neural.training.Augmentation;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Codes from which a network restores its input (Butakov et al. 2024, "Information Bottleneck
 * Analysis of Deep Neural Networks via Lossy Compression", ICLR, arXiv:2305.08013, section 3). It
 * follows bent manifolds that principal components cut, and keeps what varies most, as they do.
 *
 * <p>Equal autoencoders on equal observations have equal weights, to the bit, whatever the order of
 * the observations and the number of threads. While it trains, {@link
 * io.github.miscope.estimator.TrainingProgress} receives its progress, and an interrupt of the
 * thread ends it within a second. Memory is that of the observations in single precision and of one
 * batch. Needs libtorch.
 *
 * @param architecture how the network follows from the data
 * @param standardisation how the network's input is scaled
 * @param training how it is trained
 */
public record Autoencoder(
    Architecture architecture, Standardisation standardisation, AutoencoderTraining training)
    implements Encoder {

  /**
   * An autoencoder.
   *
   * @param architecture how the network follows from the data
   * @param standardisation how the network's input is scaled
   * @param training how it is trained
   */
  public Autoencoder {
    Objects.requireNonNull(architecture, "architecture");
    Objects.requireNonNull(standardisation, "standardisation");
    Objects.requireNonNull(training, "training");
  }

  /**
   * Fully connected layers for any data, their widths from the numbers of columns and observations,
   * on standardised columns.
   *
   * <p>The initial rate is 0.005 up to 256 columns and falls in proportion above. Codes that
   * collapse nevertheless show as a low {@link
   * io.github.miscope.encoder.Encoding#explainedVariance()}: take lower ones by {@link
   * AutoencoderTraining#withLearningRates}.
   *
   * @param latentDimension the number of codes
   * @return the encoder
   * @throws IllegalArgumentException if there is no code
   * @see Architecture.Dense
   */
  public static Autoencoder dense(int latentDimension) {
    return new Autoencoder(
        new Architecture.Dense(latentDimension),
        Standardisation.COLUMNS,
        AutoencoderTraining.of(100).withCodeNoise(0.02));
  }

  /**
   * Table 3's network for images, with code noise 0.02 and mean absolute error, at most 40 epochs
   * in batches of 32. Values are mapped to [0, 1]. The paper's program has input noise of 0.1 as
   * well, and 2000 epochs of one batch; {@link AutoencoderTraining#withInputNoise} makes training
   * slower.
   *
   * @param image the shape of the images, height and width divisible by 4
   * @param latentDimension the number of codes
   * @return the encoder
   * @throws IllegalArgumentException if height or width do not fit, or there is no code
   * @see Architecture.Convolutional
   */
  public static Autoencoder convolutional(ImageShape image, int latentDimension) {
    Objects.requireNonNull(image, "image");
    return new Autoencoder(
        new Architecture.Convolutional(image, latentDimension),
        Standardisation.RANGE,
        AutoencoderTraining.of(40)
            .withBatch(32)
            .withLoss(ReconstructionLoss.ABSOLUTE)
            .withCodeNoise(0.02));
  }

  /**
   * Table 4's network for handwritten digits of 28 x 28 pixels, to 4 codes, trained as in the
   * paper: Adam at 0.001, batches of 1024, mean absolute error, 200 epochs on all observations.
   *
   * @return the encoder
   * @see Architecture.Digits
   */
  public static Autoencoder digits() {
    return new Autoencoder(
        new Architecture.Digits(new ImageShape(1, 28, 28), 4),
        Standardisation.RANGE,
        AutoencoderTraining.of(200)
            .withLearningRate(1e-3)
            .withBatch(1024)
            .withLoss(ReconstructionLoss.ABSOLUTE)
            .withoutEarlyStopping());
  }

  /**
   * Figure 6c's network with its linear encoder, trained as in the paper's program: Adam at 0.001,
   * batches of 1000, mean squared error, relative noise of 0.01 on the codes, 2000 epochs on all
   * observations.
   *
   * @param latentDimension the number of codes; 2 in the paper
   * @return the encoder
   * @throws IllegalArgumentException if there is no code
   * @see Architecture.LinearCodes
   */
  public static Autoencoder linearCodes(int latentDimension) {
    return new Autoencoder(
        new Architecture.LinearCodes(latentDimension),
        Standardisation.NONE,
        AutoencoderTraining.of(2000)
            .withLearningRate(1e-3)
            .withBatch(1000)
            .withCodeNoise(Perturbation.relativeNoise(0.01))
            .withoutEarlyStopping());
  }

  /**
   * A network of the caller's choice, on values as they are.
   *
   * @param shape the network and its layer of codes
   * @return the encoder, with 100 epochs at most
   */
  public static Autoencoder of(AutoencoderShape shape) {
    Objects.requireNonNull(shape, "shape");
    return new Autoencoder(
        new Architecture.Given(shape), Standardisation.NONE, AutoencoderTraining.of(100));
  }

  /**
   * The same autoencoder with another scaling of its input.
   *
   * @param scaling of the network's input
   * @return a changed copy
   */
  public Autoencoder withStandardisation(Standardisation scaling) {
    Objects.requireNonNull(scaling, "scaling");
    return new Autoencoder(architecture, scaling, training);
  }

  /**
   * The same autoencoder with other options of training.
   *
   * @param options how it is trained
   * @return a changed copy
   */
  public Autoencoder withTraining(AutoencoderTraining options) {
    Objects.requireNonNull(options, "options");
    return new Autoencoder(architecture, standardisation, options);
  }

  /**
   * The same autoencoder with another number of epochs.
   *
   * @param epochs passes over the observations, at most
   * @return a changed copy
   * @throws IllegalArgumentException if it is below 1
   */
  public Autoencoder withEpochs(int epochs) {
    return withTraining(training.withEpochs(epochs));
  }

  /**
   * The same autoencoder with random changes of images in training.
   *
   * @param augmentation each time that an image is used
   * @return a changed copy
   */
  public Autoencoder withAugmentation(Augmentation augmentation) {
    Objects.requireNonNull(augmentation, "augmentation");
    return withTraining(training.withAugmentation(augmentation));
  }

  /**
   * The same autoencoder with another seed.
   *
   * @param seed of everything random
   * @return a changed copy
   */
  public Autoencoder withSeed(Seed seed) {
    Objects.requireNonNull(seed, "seed");
    return withTraining(training.withSeed(seed));
  }

  /**
   * Trains on a sample.
   *
   * @param variable n observations of d columns
   * @return the encoding
   * @throws IllegalArgumentException if the variable is discrete, has another number of columns
   *     than the network, or training diverges
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
   * @throws io.github.miscope.neural.libtorch.MissingLibtorchException if there is no native code
   *     for this platform
   */
  @Override
  public AutoencoderEncoding fit(Variable variable) {
    Objects.requireNonNull(variable, "variable");
    variable.requireContinuous(toString());
    int n = variable.n();
    AutoencoderShape shape =
        architecture
            .shape(variable.d(), n)
            .withCodePerturbation(training.codeNoise())
            .withInputPerturbation(
                training.inputNoise() > 0
                    ? Perturbation.noise(training.inputNoise())
                    : Perturbation.NONE);
    double[][] columns = variable.columns();
    int[] order = RowOrder.of(columns);
    InputScale scale = InputScale.of(columns, order, standardisation);
    float[] rows = scale.rows(columns, order);
    InputScale.requireFinite(variable, rows);
    ReconstructionTraining.Result result;
    try {
      result =
          ReconstructionTraining.train(
              shape.network(),
              training.steps(shape.network()),
              new Rows(shape.network().input(), rows),
              training.loss() == ReconstructionLoss.ABSOLUTE,
              (int) Math.floor(training.heldOut() * n),
              training.patience());
    } catch (InterruptedException e) {
      throw Interrupts.cancelled("the training of an autoencoder", e);
    }
    List<EpochLoss> losses = new ArrayList<>();
    for (ReconstructionTraining.Losses epoch : result.losses()) {
      losses.add(new EpochLoss(losses.size() + 1, epoch.training(), epoch.heldOut()));
    }
    return new AutoencoderEncoding(
        shape,
        NetworkWeights.of(shape.network(), result.weights()),
        scale,
        losses,
        result.epoch(),
        columns,
        order);
  }

  @Override
  public OptionalInt mostCodes() {
    return OptionalInt.of(architecture.latentDimension());
  }

  /** "autoencoder(dense to 2, rate=...)". */
  @Override
  public String toString() {
    return "autoencoder("
        + architecture
        + (architecture instanceof Architecture.Given
            ? ""
            : " to " + architecture.latentDimension())
        + ", "
        + training
        + ")";
  }
}
