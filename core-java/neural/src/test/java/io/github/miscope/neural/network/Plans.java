package io.github.miscope.neural.network;

import io.github.miscope.neural.data.FashionMnist;
import io.github.miscope.neural.data.SphericalPatterns;
import io.github.miscope.neural.data.SplitData;
import io.github.miscope.neural.layer.ConvolutionLayer;
import io.github.miscope.neural.layer.DenseLayer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.neural.layer.ResidualLayer;
import io.github.miscope.neural.layer.TransformLayer;
import io.github.miscope.neural.training.Augmentation;
import io.github.miscope.neural.training.Loss;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.neural.training.SnapshotEpochs;
import io.github.miscope.sample.Seed;
import java.util.List;
import java.util.stream.IntStream;

/** Small plans for tests. */
final class Plans {

  private Plans() {}

  /** 12-6-3-2 with noise on 4096 patterns. */
  static NetworkPlan dense(int epochs) {
    return NetworkPlan.of(
        NoisyNetwork.dense(Nonlinearity.TANH, 12, 6, 3, 2).withNoise(0.05),
        NetworkTraining.adam(0.01, epochs)
            .withBatch(256)
            .withFinalLearningRate(0.001)
            .withOrthonormality(1e-3)
            .withSnapshots(SnapshotEpochs.every(2, epochs)),
        SphericalPatterns.split(Seed.of(1)));
  }

  /** Layers without weights, a valid convolution and relative noise, on 65 images. */
  static NetworkPlan shapes(int epochs) {
    NoisyNetwork network =
        new NoisyNetwork(
            FashionMnist.part().test().shape(),
            List.of(
                TransformLayer.disturbing(Perturbation.dropout(0.1)),
                ConvolutionLayer.of(2, 3, Nonlinearity.SIGMOID)
                    .withoutPadding()
                    .withPooling(4)
                    .withPerturbation(Perturbation.relativeNoise(0.1)),
                TransformLayer.upsampling(2),
                TransformLayer.globalMean(),
                DenseLayer.of(10, Nonlinearity.LINEAR)));
    return NetworkPlan.of(
        network,
        NetworkTraining.adam(0.01, epochs)
            .withBatch(16)
            .withAugmentation(Augmentation.zoomed(0.2))
            .withSnapshots(SnapshotEpochs.every(1, epochs)),
        images(epochs).data());
  }

  /** All kinds of layers with weights, dropout, normalisation and augmentation, on 65 images. */
  static NetworkPlan images(int epochs) {
    NoisyNetwork network =
        new NoisyNetwork(
            FashionMnist.part().test().shape(),
            List.of(
                ConvolutionLayer.of(3, 3, Nonlinearity.TANH)
                    .withBatchNorm()
                    .withPooling(4)
                    .withPerturbation(Perturbation.noise(0.1)),
                DenseLayer.of(10, Nonlinearity.RELU)
                    .withBatchNorm()
                    .withPerturbation(Perturbation.dropout(0.3)),
                DenseLayer.of(10, Nonlinearity.LINEAR)));
    SplitData part = FashionMnist.part();
    return NetworkPlan.of(
        network,
        NetworkTraining.adam(0.01, epochs)
            .withBatch(16)
            .withAugmentation(Augmentation.GOLDFELD)
            .withSnapshots(SnapshotEpochs.every(1, epochs)),
        new SplitData(
            part.training().rows(IntStream.range(0, 65).toArray()),
            part.test().rows(IntStream.range(0, 20).toArray())));
  }

  /** Residual blocks on two views of 65 images, without classes. */
  static NetworkPlan contrastive(int epochs) {
    NoisyNetwork network =
        new NoisyNetwork(
            FashionMnist.part().test().shape(),
            List.of(
                ConvolutionLayer.of(2, 3, Nonlinearity.RELU).withBatchNorm().withPooling(4),
                ResidualLayer.of(2, 1),
                ResidualLayer.of(3, 2),
                TransformLayer.globalMean(),
                DenseLayer.of(4, Nonlinearity.LINEAR)));
    return NetworkPlan.of(
        network,
        NetworkTraining.adam(0.01, epochs)
            .withBatch(16)
            .withCosineSchedule()
            .withWeightDecay(1e-4)
            .withLoss(Loss.contrastive(0.2))
            .withAugmentation(
                Augmentation.zoomed(0.2).withMirror().withBrightness(0.2).withNoise(0.05))
            .withSnapshots(SnapshotEpochs.every(1, epochs)),
        images(epochs).data());
  }
}
