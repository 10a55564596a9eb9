package io.github.miscope.neural.experiment;

import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.data.FashionMnist;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.data.SphericalPatterns;
import io.github.miscope.neural.data.Spirals;
import io.github.miscope.neural.data.SplitData;
import io.github.miscope.neural.layer.ConvolutionLayer;
import io.github.miscope.neural.layer.DenseLayer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.neural.layer.TransformLayer;
import io.github.miscope.neural.network.NetworkPlan;
import io.github.miscope.neural.network.NetworkWeights;
import io.github.miscope.neural.representation.EncoderNetwork;
import io.github.miscope.neural.training.Augmentation;
import io.github.miscope.neural.training.Loss;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.neural.training.SnapshotEpochs;
import io.github.miscope.sample.Seed;
import java.util.List;
import java.util.Objects;

/**
 * The experiments of Goldfeld et al. ("Estimating information flow in deep neural networks", ICML
 * 2019) and the networks of section 7 of "Towards robust scale-invariant mutual information
 * estimators" after Saxe et al. (2018); and dataset inference after Sisak (2024). Everything of an
 * experiment can be changed by its {@code withX} methods.
 */
public final class Experiments {

  private static final int[] SZT_WIDTHS = {12, 10, 7, 5, 4, 3, 2};

  private Experiments() {}

  /**
   * One neuron tanh(w x + b) + Z learns to tell {-3, -1, 1} from {3} by the targets -1 and 1
   * (Figure 4): gradient descent of rate 0.01 on squared error from w = b = 0, beta = 0.01.
   *
   * <p>{@code PAPER}: 100000 epochs, which do not reach the end of the second merge: I(X;T) is log
   * 4 up to epoch 300, 1.04 nats from epoch 3000 to 20000 and 0.93 at the end, where 0.56 is the
   * limit; at this rate it is 0.63 after 10^6 epochs and 0.57 after 10^7 (gradient descent in
   * double precision without noise). {@code SMALL}: 2000 epochs whose rate rises at a constant
   * ratio from 0.01 to 500, which follow the same path (steps stay far below what the flat loss
   * allows) to 0.57 nats. For other noise see {@link ExperimentResult#withNoise}: the noise of this
   * neuron's training has no effect on its mean gradient, but large noise and large rates scatter.
   *
   * @param size how large
   * @return the experiment
   */
  public static Experiment singleNeuron(Size size) {
    Objects.requireNonNull(size, "size");
    NoisyNetwork network =
        new NoisyNetwork(
            ImageShape.vector(1),
            List.of(
                DenseLayer.of(1, Nonlinearity.TANH).withPerturbation(Perturbation.noise(0.01))));
    NetworkTraining training = NetworkTraining.gradientDescent(0.01, 100_000);
    if (size == Size.SMALL) {
      training = training.withEpochs(2000).withFinalLearningRate(500);
    }
    LabelledData data = line(new float[] {-3, -1, 1, 3}, 3);
    NetworkPlan plan =
        NetworkPlan.of(network, training.withLoss(Loss.squaredError(-1, 1)), SplitData.same(data))
            .withInitial(NetworkWeights.of(network, new float[1], new float[1]));
    return new Experiment("single neuron", plan, List.of(1), data);
  }

  /**
   * Two leaky rectifiers of slope 0.1, one after the other, learn to tell {1, 2, 3, 4} from {5, 6,
   * 7, 8} by the targets 0 and 1/4 (section 7, Figure 9): gradient descent of rate 0.001 on squared
   * error. The paper shows its initial weights in a figure only; ours, w1 = 0, b1 = 1/2, w2 = -1
   * and b2 = 0, lead to the solution that it describes: w1 &lt; 0 and w2 &lt; 0, each class
   * clustered by the flat side of one layer. beta = 0.01 is ours.
   *
   * <p>{@code PAPER}: 100000 epochs. {@code SMALL}: 10000 of rate 0.01.
   *
   * @param size how large
   * @return the experiment
   */
  public static Experiment twoNeurons(Size size) {
    Objects.requireNonNull(size, "size");
    DenseLayer layer =
        DenseLayer.of(1, Nonlinearity.LEAKY_RELU).withPerturbation(Perturbation.noise(0.01));
    NoisyNetwork network = new NoisyNetwork(ImageShape.vector(1), List.of(layer, layer));
    NetworkTraining training =
        size == Size.PAPER
            ? NetworkTraining.gradientDescent(0.001, 100_000)
            : NetworkTraining.gradientDescent(0.01, 10_000);
    LabelledData data = line(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 4);
    NetworkPlan plan =
        NetworkPlan.of(network, training.withLoss(Loss.squaredError(0, 0.25)), SplitData.same(data))
            .withInitial(
                NetworkWeights.of(
                    network, new float[1], new float[] {0.5f}, new float[] {-1}, new float[1]));
    return new Experiment("two leaky neurons", plan, List.of(1, 2), data);
  }

  private static LabelledData line(float[] points, int firstOfSecond) {
    int[] labels = new int[points.length];
    for (int i = firstOfSecond; i < labels.length; i++) {
      labels[i] = 1;
    }
    return LabelledData.of(ImageShape.vector(1), points, labels, 2);
  }

  /**
   * The network 12-10-7-5-4-3-2 of Shwartz-Ziv and Tishby on {@link SphericalPatterns}, with noise
   * (section 5.1, Figures 5 and 10): beta = 0.005 for tanh, 0.01 for the others. The paper names
   * neither optimiser nor rate: ours are gradient descent in batches of 256, the rate falling from
   * 0.1 to 0.03.
   *
   * <p>{@code PAPER}: 10000 epochs, X uniform on all 4096 patterns. {@code SMALL}: 600 epochs,
   * twelve snapshots, X uniform on 512 patterns.
   *
   * @param nonlinearity of the hidden layers
   * @param size how large
   * @return the experiment, without the step towards orthonormal weights
   */
  public static Experiment szt(Nonlinearity nonlinearity, Size size) {
    Objects.requireNonNull(nonlinearity, "nonlinearity");
    Objects.requireNonNull(size, "size");
    double beta = nonlinearity.equals(Nonlinearity.TANH) ? 0.005 : 0.01;
    NetworkTraining training =
        NetworkTraining.sgd(0.1, 10_000).withFinalLearningRate(0.03).withBatch(256);
    SplitData data = SphericalPatterns.split(Seed.of(1));
    NoisyNetwork network = NoisyNetwork.dense(nonlinearity, SZT_WIDTHS).withNoise(beta);
    LabelledData inputs = SphericalPatterns.all();
    if (size == Size.SMALL) {
      training = training.withEpochs(600).withSnapshots(SnapshotEpochs.logSpaced(600, 12));
      inputs = SplitData.of(inputs, 512.0 / inputs.n(), Seed.of(2)).training();
    }
    return new Experiment(
        "SZT " + nonlinearity,
        NetworkPlan.of(network, training, data),
        List.of(1, 2, 3, 4, 5),
        inputs);
  }

  /**
   * {@link #szt} with the step towards orthonormal weights (Figures 5b and 10c), alpha = 5e-5 in
   * {@code PAPER}, ten times as much in {@code SMALL}, which has fewer steps.
   *
   * @param nonlinearity of the hidden layers
   * @param size how large
   * @return the experiment
   */
  public static Experiment sztOrthonormal(Nonlinearity nonlinearity, Size size) {
    Objects.requireNonNull(nonlinearity, "nonlinearity");
    Objects.requireNonNull(size, "size");
    return orthonormal(szt(nonlinearity, size), size);
  }

  private static Experiment orthonormal(Experiment plain, Size size) {
    double alpha = size == Size.PAPER ? 5e-5 : 5e-4;
    Experiment bound = plain.withTraining(plain.plan().training().withOrthonormality(alpha));
    return new Experiment(
        plain.name() + " orthonormal", bound.plan(), bound.layers(), bound.inputs());
  }

  /**
   * Spirals in three dimensions and a network like {@link #szt}'s whose layers have three units
   * (section 8.2, Figures 11 to 13), beta = 0.005. Points and training are ours.
   *
   * @param size how large
   * @return the experiment
   */
  public static Experiment spiral(Size size) {
    Objects.requireNonNull(size, "size");
    SplitData data = SplitData.of(Spirals.of(2000, 3, 1, 0.02, Seed.of(1)), 0.8, Seed.of(1));
    NoisyNetwork network =
        NoisyNetwork.dense(Nonlinearity.TANH, 3, 3, 3, 3, 3, 3, 2).withNoise(0.005);
    NetworkTraining training =
        NetworkTraining.sgd(0.1, 10_000).withFinalLearningRate(0.03).withBatch(256);
    LabelledData inputs = data.training();
    if (size == Size.SMALL) {
      training = training.withEpochs(600).withSnapshots(SnapshotEpochs.logSpaced(600, 12));
      inputs = SplitData.of(inputs, 512.0 / inputs.n(), Seed.of(2)).training();
    }
    return new Experiment(
        "spiral", NetworkPlan.of(network, training, data), List.of(1, 2, 3, 4, 5), inputs);
  }

  /**
   * {@link #spiral} with the step towards orthonormal weights (Figure 12b), alpha as in {@link
   * #sztOrthonormal}.
   *
   * @param size how large
   * @return the experiment
   */
  public static Experiment spiralOrthonormal(Size size) {
    return orthonormal(spiral(size), size);
  }

  /**
   * The convolutional network of section 8.3 on grey images (Table 1, Figures 3, 7 and 8): two
   * blocks of a 5 x 5 convolution with 16 and 32 channels, batch normalisation, tanh, perturbation
   * and 2 x 2 pooling, a dense layer of 128 with batch normalisation and perturbation, and ten
   * outputs. Gradient descent in batches of 32, its rate falling from 0.005 to 0.0005.
   *
   * <p>{@code PAPER}: 128 epochs with augmented images, kept after epochs 1, 2, 4, ... 128. {@code
   * SMALL}: 5 epochs at ten times the rate without augmentation, each kept.
   *
   * @param data images with their classes, such as {@link FashionMnist#part()} or those of {@link
   *     io.github.miscope.neural.data.IdxImages#folder}
   * @param perturbation in the hidden layers: dropout of 0.2, noise, or none
   * @param size how large
   * @return the experiment; X is uniform on the test images
   */
  public static Experiment imageNetwork(SplitData data, Perturbation perturbation, Size size) {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(perturbation, "perturbation");
    Objects.requireNonNull(size, "size");
    NoisyNetwork network =
        new NoisyNetwork(
                data.training().shape(),
                List.of(
                    ConvolutionLayer.of(16, 5, Nonlinearity.TANH).withBatchNorm().withPooling(2),
                    ConvolutionLayer.of(32, 5, Nonlinearity.TANH).withBatchNorm().withPooling(2),
                    DenseLayer.of(128, Nonlinearity.TANH).withBatchNorm(),
                    DenseLayer.of(data.training().classes(), Nonlinearity.LINEAR)))
            .withPerturbation(perturbation);
    NetworkTraining training =
        size == Size.PAPER
            ? NetworkTraining.sgd(5e-3, 128)
                .withFinalLearningRate(5e-4)
                .withAugmentation(Augmentation.GOLDFELD)
                .withSnapshots(SnapshotEpochs.at(1, 2, 4, 8, 16, 32, 64, 128))
            : NetworkTraining.sgd(5e-2, 5)
                .withFinalLearningRate(5e-3)
                .withSnapshots(SnapshotEpochs.every(1, 5));
    return new Experiment(
        "image network", NetworkPlan.of(network, training, data), List.of(1, 2, 3, 4), data.test());
  }

  /**
   * {@link #imageNetwork(SplitData, Perturbation, Size)} with dropout of 0.2 on the part of
   * Fashion-MNIST that comes with miscope.
   *
   * @param size how large
   * @return the experiment
   */
  public static Experiment imageNetwork(Size size) {
    Objects.requireNonNull(size, "size");
    return imageNetwork(FashionMnist.part(), Perturbation.dropout(0.2), size);
  }

  /**
   * The deterministic ReLU network 12-10-7-5-4-3-2 on {@link SphericalPatterns}, trained by SGD on
   * cross-entropy over 2000 epochs (scale-invariant estimators, section 7). Z is its layer of 7
   * units: the third there, where the input counts, layer 2 here. Its information needs another
   * estimator than sample propagation: there is no noise.
   *
   * @param size how large; {@code PAPER} has a rate of 0.005 and batches of 256 (its Appendix A),
   *     {@code SMALL} 300 epochs, a rate of 0.05 and batches of 64
   * @return the experiment
   */
  public static Experiment informationPlanePatterns(Size size) {
    Objects.requireNonNull(size, "size");
    SplitData data = SphericalPatterns.split(Seed.of(1));
    NetworkTraining training =
        size == Size.PAPER
            ? NetworkTraining.sgd(5e-3, 2000).withBatch(256)
            : NetworkTraining.sgd(0.05, 300).withBatch(64);
    return new Experiment(
        "ReLU network on patterns",
        NetworkPlan.of(NoisyNetwork.dense(Nonlinearity.RELU, SZT_WIDTHS), training, data),
        List.of(2),
        SphericalPatterns.all());
  }

  /**
   * The deterministic ReLU network 784-1024-20-20-20-10 on images (Saxe et al. 2018;
   * scale-invariant estimators, section 7), trained by SGD on cross-entropy over 200 epochs. Z is
   * its first layer of 20 units, layer 2 here. Its information needs another estimator than sample
   * propagation.
   *
   * @param data images with their classes
   * @param size how large; {@code PAPER} has a rate of 5e-4 and batches of 128 (its Appendix A),
   *     {@code SMALL} 20 epochs, a rate of 0.1 and batches of 64
   * @return the experiment; X is uniform on the test images
   */
  public static Experiment informationPlaneImages(SplitData data, Size size) {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(size, "size");
    ImageShape flat = ImageShape.vector(data.training().shape().columns());
    SplitData rows = new SplitData(data.training().withShape(flat), data.test().withShape(flat));
    NoisyNetwork network =
        NoisyNetwork.dense(
            Nonlinearity.RELU, flat.columns(), 1024, 20, 20, 20, data.training().classes());
    NetworkTraining training =
        size == Size.PAPER
            ? NetworkTraining.sgd(5e-4, 200).withBatch(128)
            : NetworkTraining.sgd(0.1, 20).withBatch(64);
    return new Experiment(
        "ReLU network on images", NetworkPlan.of(network, training, rows), List.of(2), rows.test());
  }

  /**
   * The convolutional network of Table 6 of the same paper on colour images, trained by SGD on
   * cross-entropy: two padded convolutions of 96 channels, 2 x 2 max-pooling, dropout of 0.5, two
   * convolutions of 192 channels, the mean over the pixels of each channel (global average
   * pooling), dense layers of 512 and 256, and an output for each class; rectifiers. Z is the mean
   * over the pixels: 192 columns, the paper's seventh layer, since it counts the pooling, and layer
   * 6 here. Its information needs another estimator than sample propagation.
   *
   * <p>What the paper does not print is ours: kernels of 3 x 3, and batch normalisation, which its
   * text has and its table has not, in the four convolutions. Its table has 20 outputs; there are
   * as many as classes here.
   *
   * <p>{@code PAPER}: 1000 epochs at a rate of 1e-3 in batches of 512 (its Appendix A); some 1.3e9
   * operations for an image of 32 x 32 pixels, so that its 50000 images take months of a core.
   * {@code SMALL}: an eighth of all channels and units, 10 epochs in batches of 10 at a rate that
   * falls from 0.2 to 0.05.
   *
   * @param data images with their classes, such as {@link
   *     io.github.miscope.neural.data.CifarImages#folder}, {@link
   *     io.github.miscope.neural.data.ImageFolder#split} or {@link
   *     io.github.miscope.neural.data.Gratings#split}
   * @param size how large
   * @return the experiment; X is uniform on the test images
   * @throws IllegalArgumentException if the data are no images of at least 2 x 2 pixels
   */
  public static Experiment informationPlaneColours(SplitData data, Size size) {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(size, "size");
    boolean paper = size == Size.PAPER;
    int part = paper ? 1 : 8;
    ConvolutionLayer narrow = ConvolutionLayer.of(96 / part, 3, Nonlinearity.RELU).withBatchNorm();
    ConvolutionLayer wide = ConvolutionLayer.of(192 / part, 3, Nonlinearity.RELU).withBatchNorm();
    NoisyNetwork network =
        new NoisyNetwork(
            data.training().shape(),
            List.of(
                narrow,
                narrow.withPooling(2),
                TransformLayer.disturbing(Perturbation.dropout(0.5)),
                wide,
                wide,
                TransformLayer.globalMean(),
                DenseLayer.of(512 / part, Nonlinearity.RELU),
                DenseLayer.of(256 / part, Nonlinearity.RELU),
                DenseLayer.of(data.training().classes(), Nonlinearity.LINEAR)));
    NetworkTraining training =
        paper
            ? NetworkTraining.sgd(1e-3, 1000).withBatch(512)
            : NetworkTraining.sgd(0.2, 10).withFinalLearningRate(0.05).withBatch(10);
    return new Experiment(
        "convolutional network", NetworkPlan.of(network, training, data), List.of(6), data.test());
  }

  /**
   * Whose encoder is it? The encoders of section 5 of Sisak (2024), of which one is the victim's
   * and some are stolen from it. Crops are shifts and changes of scale here; the thesis does not
   * say how images are changed.
   *
   * <p>{@code PAPER}: ResNet34 with a head of 512 and 128 units, 200 epochs in batches of 256, Adam
   * with a rate of 3e-4 that falls along half a cosine, weight decay of 1e-4; temperatures 0.2 for
   * the victim and 0.1, 0.15 and 0.25 for others; attacks of 100 epochs at a temperature of 0.1;
   * one independent encoder and three random ones. On the thesis's data that is some 7e17
   * operations: a step of 16 images takes about 10 s on one core, and the victim some 70 days.
   *
   * <p>{@code SMALL}: residual networks of three blocks and 16 columns, 20 epochs in batches of 50
   * at a rate of 0.01; temperatures 0.2 for the victim and 0.5 for another; attacks of 30 epochs;
   * two independent encoders and three random ones.
   *
   * @param data who learns from what; the thesis has CIFAR-10 ({@link
   *     io.github.miscope.neural.data.CifarImages#folder}), STL-10 for independent encoders and
   *     SVHN for queries ({@link io.github.miscope.neural.data.ImageFolder#read})
   * @param size how large
   * @return the experiment
   */
  public static DatasetInference datasetInference(InferenceData data, Size size) {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(size, "size");
    ImageShape image = data.own().shape();
    Augmentation changes =
        Augmentation.zoomed(0.3).withShift(image.height() / 8).withMirror().withBrightness(0.4);
    boolean paper = size == Size.PAPER;
    int epochs = paper ? 200 : 20;
    int attackEpochs = paper ? 100 : 30;
    int kept = paper ? 20 : 5;
    NetworkTraining training =
        NetworkTraining.adam(paper ? 3e-4 : 1e-2, epochs)
            .withBatch(paper ? 256 : 50)
            .withCosineSchedule()
            .withWeightDecay(1e-4)
            .withAugmentation(changes)
            .withSnapshots(SnapshotEpochs.every(kept, epochs));
    NetworkTraining attack =
        training
            .withAugmentation(Augmentation.NONE)
            .withEpochs(attackEpochs)
            .withSnapshots(SnapshotEpochs.every(kept, attackEpochs));
    return new DatasetInference(
        "dataset inference",
        paper
            ? EncoderNetwork.resNet34(image)
            : EncoderNetwork.halving(image, 4, 3).withHead(16, 16),
        data,
        training,
        attack,
        NetworkTraining.adam(0.01, 40).withBatch(256),
        0.2,
        paper ? List.of(0.1, 0.15, 0.25) : List.of(0.5),
        0.1,
        List.of(Heads.values()),
        paper ? 1 : 2,
        3,
        Seed.of(1));
  }

  /**
   * {@link #datasetInference(InferenceData, Size)} on the {@link InferenceData#halves} of the part
   * of Fashion-MNIST that comes with miscope.
   *
   * @param size how large
   * @return the experiment
   */
  public static DatasetInference datasetInference(Size size) {
    Objects.requireNonNull(size, "size");
    return datasetInference(InferenceData.halves(FashionMnist.part()), size);
  }
}
