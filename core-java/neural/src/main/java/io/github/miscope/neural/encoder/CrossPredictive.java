package io.github.miscope.neural.encoder;

import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.internal.ReconstructionTraining;
import io.github.miscope.neural.internal.RowOrder;
import io.github.miscope.neural.internal.Rows;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.neural.network.NetworkWeights;
import io.github.miscope.neural.training.Augmentation;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Codes of X from which a network restores X and predicts Y, and codes of Y from which another one
 * restores Y and predicts X: they keep what X and Y share rather than what varies most. The idea is
 * that of latent MI (Gowri et al. 2024, "Approximating mutual information of high-dimensional
 * variables using learned representations", NeurIPS, arXiv:2409.02732).
 *
 * <p>The loss is the mean squared error of the other variable plus a weight times that of the own
 * one, both of standardised columns. It divides into a part for each network, so that they are
 * trained one after the other, as autoencoders are.
 *
 * <p>The codes of observations that the networks learnt from share more than X and Y do: networks
 * find relations in noise. {@link CrossPredicted} estimates on others.
 *
 * @param latentDimension the number of codes of X, and of Y
 * @param ownWeight of the error of the variable that is encoded; that of the other one has 1
 * @param training of each network; the loss is squared, and augmentation does not apply
 */
public record CrossPredictive(int latentDimension, double ownWeight, AutoencoderTraining training) {

  /**
   * Codes that predict the other variable as well.
   *
   * @param latentDimension the number of codes of X, and of Y, at least 1
   * @param ownWeight of the error of the variable that is encoded, at least 0
   * @param training of each network
   * @throws IllegalArgumentException if there is no code, the weight is negative or not finite, or
   *     the training has another loss than the squared one or augmentation
   */
  public CrossPredictive {
    Check.atLeast("latent dimension", latentDimension, 1);
    Check.notNegative("own weight", ownWeight);
    Objects.requireNonNull(training, "training");
    if (training.loss() != ReconstructionLoss.SQUARED
        || !training.augmentation().equals(Augmentation.NONE)) {
      throw new IllegalArgumentException(
          "cross-prediction needs squared errors and no augmentation: training=" + training);
    }
  }

  /**
   * Own weight 1; at most 100 epochs in batches of 64, with noise of 0.1 on inputs and 0.02 on
   * codes; a fifth is held out, with a patience of 10 epochs.
   *
   * @param latentDimension the number of codes of X, and of Y
   * @return the encoder
   * @throws IllegalArgumentException if there is no code
   */
  public static CrossPredictive to(int latentDimension) {
    return new CrossPredictive(
        latentDimension,
        1,
        AutoencoderTraining.of(100)
            .withInputNoise(0.1)
            .withCodeNoise(0.02)
            .withEarlyStopping(0.2, 10));
  }

  /**
   * The same with another weight of the own error.
   *
   * @param weight at least 0; 0 for prediction alone
   * @return a changed copy
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public CrossPredictive withOwnWeight(double weight) {
    return new CrossPredictive(latentDimension, weight, training);
  }

  /**
   * The same with other options of training.
   *
   * @param options of each network
   * @return a changed copy
   * @throws IllegalArgumentException if they have another loss than the squared one or augmentation
   */
  public CrossPredictive withTraining(AutoencoderTraining options) {
    Objects.requireNonNull(options, "options");
    return new CrossPredictive(latentDimension, ownWeight, options);
  }

  /**
   * The same with another seed.
   *
   * @param seed of everything random
   * @return a changed copy
   */
  public CrossPredictive withSeed(Seed seed) {
    Objects.requireNonNull(seed, "seed");
    return withTraining(training.withSeed(seed));
  }

  /**
   * Trains both networks. The order of the observations does not matter, to the bit.
   *
   * @param samples n paired observations
   * @return the encodings of X and of Y; what they decode is the variable that they encode
   * @throws IllegalArgumentException if a variable is discrete or training diverges
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
   * @throws io.github.miscope.neural.libtorch.MissingLibtorchException if there is no native code
   *     for this platform
   */
  public CrossPredictiveEncoding fit(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    samples.x().requireContinuous(toString());
    samples.y().requireContinuous(toString());
    Samples sorted = RowOrder.sorted(samples);
    return new CrossPredictiveEncoding(
        fit(sorted.x(), sorted.y(), training.seed().derive("x")),
        fit(sorted.y(), sorted.x(), training.seed().derive("y")));
  }

  private AutoencoderEncoding fit(Variable own, Variable other, Seed seed) {
    int n = own.n();
    AutoencoderShape shape =
        new Architecture.Dense(latentDimension)
            .shape(own.d(), n, own.d() + other.d())
            .withCodePerturbation(training.codeNoise())
            .withInputPerturbation(
                training.inputNoise() > 0
                    ? Perturbation.noise(training.inputNoise())
                    : Perturbation.NONE);
    int[] order = new int[n];
    Arrays.setAll(order, i -> i); // They are sorted.
    double[][] columns = own.columns();
    InputScale scale = InputScale.of(columns, order, Standardisation.COLUMNS);
    Rows inputs = rows(own, columns, scale, order);
    double[][] others = other.columns();
    Rows wanted = rows(other, others, InputScale.of(others, order, Standardisation.COLUMNS), order);
    ReconstructionTraining.Result result;
    try {
      result =
          ReconstructionTraining.train(
              shape.network(),
              training.withSeed(seed).steps(shape.network()),
              inputs,
              wanted,
              ownWeight,
              (int) Math.floor(training.heldOut() * n),
              training.patience());
    } catch (InterruptedException e) {
      throw Interrupts.cancelled("the training of cross-predictive codes", e);
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

  private static Rows rows(Variable variable, double[][] columns, InputScale scale, int[] order) {
    float[] rows = scale.rows(columns, order);
    InputScale.requireFinite(variable, rows);
    return new Rows(ImageShape.vector(variable.d()), rows);
  }

  /** "cross-predictive codes(2, rate=...)". */
  @Override
  public String toString() {
    return "cross-predictive codes("
        + latentDimension
        + (ownWeight == 1 ? "" : ", own weight=" + ownWeight)
        + ", "
        + training
        + ")";
  }
}
