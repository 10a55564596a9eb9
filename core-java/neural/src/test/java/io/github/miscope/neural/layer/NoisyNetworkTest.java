package io.github.miscope.neural.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.neural.critic.ImageShape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shapes of networks and their labels. */
class NoisyNetworkTest {

  private static final NoisyNetwork IMAGES =
      new NoisyNetwork(
          new ImageShape(1, 28, 28),
          List.of(
              ConvolutionLayer.of(16, 5, Nonlinearity.TANH).withBatchNorm().withPooling(2),
              DenseLayer.of(10, Nonlinearity.LINEAR)));

  @Test
  void labelsSayWhatIsInside() {
    assertEquals(
        "12-10-7-2 tanh beta=0.005",
        NoisyNetwork.dense(Nonlinearity.TANH, 12, 10, 7, 2).withNoise(0.005).toString());
    assertEquals(
        "3-2-1 ReLU dropout=0.5",
        NoisyNetwork.dense(Nonlinearity.RELU, 3, 2, 1)
            .withPerturbation(Perturbation.dropout(0.5))
            .toString());
    assertEquals("1x28x28, 16x(5x5) pool 2 normalised tanh, 10 linear", IMAGES.toString());
    assertEquals("LeakyReLU(0.3)", Nonlinearity.leakyRelu(0.3).toString());
  }

  @Test
  void noiseIsInHiddenLayersOnly() {
    NoisyNetwork network = NoisyNetwork.dense(Nonlinearity.TANH, 3, 4, 5, 2).withNoise(0.1);
    assertEquals(Perturbation.noise(0.1), network.layer(1).perturbation());
    assertEquals(Perturbation.noise(0.1), network.layer(2).perturbation());
    assertEquals(Perturbation.NONE, network.layer(3).perturbation());
    assertEquals(network.withNoise(0.2), network.withBeta(0.2));
    assertEquals(IMAGES, IMAGES.withBeta(0.2));
  }

  @Test
  void shapesFollowFromTheLayers() {
    assertEquals(new ImageShape(16, 28, 28), IMAGES.shape(1));
    assertEquals(new ImageShape(16, 14, 14), IMAGES.outputShape(1));
    assertEquals(ImageShape.vector(10), IMAGES.shape(2));
    assertEquals(10, IMAGES.outputs());
    assertEquals(2, IMAGES.depth());
  }

  @Test
  void whatCannotBeIsRefused() {
    assertRefused("a network must have a layer", () -> new NoisyNetwork(IMAGES.input(), List.of()));
    assertRefused("widths of its input and output", () -> NoisyNetwork.dense(Nonlinearity.TANH, 3));
    assertRefused("units must be >= 1: units=0", () -> DenseLayer.of(0, Nonlinearity.TANH));
    assertRefused("kernel must be odd", () -> ConvolutionLayer.of(1, 2, Nonlinearity.TANH));
    assertRefused("channels must be >= 1", () -> ConvolutionLayer.of(0, 3, Nonlinearity.TANH));
    assertRefused(
        "pooling must be >= 1", () -> ConvolutionLayer.of(1, 3, Nonlinearity.TANH).withPooling(0));
    assertRefused("beta must be positive", () -> Perturbation.noise(0));
    assertRefused("dropout must be in (0, 1)", () -> Perturbation.dropout(1));
    assertRefused("slope must be in [0, 1]", () -> Nonlinearity.leakyRelu(1.5));
    assertRefused("layer must be in [1, 2]: layer=3", () -> IMAGES.layer(3));
    assertRefused(
        "layer 2 is a convolution, but what is before it is no image",
        () ->
            new NoisyNetwork(
                IMAGES.input(),
                List.of(
                    DenseLayer.of(3, Nonlinearity.TANH),
                    ConvolutionLayer.of(3, 3, Nonlinearity.TANH))));
    assertRefused(
        "layer 1 pools more pixels than there are",
        () ->
            new NoisyNetwork(
                new ImageShape(1, 3, 3),
                List.of(ConvolutionLayer.of(3, 3, Nonlinearity.TANH).withPooling(4))));
  }

  @Test
  void layersWithoutWeightsHaveShapesAndLabels() {
    NoisyNetwork network =
        new NoisyNetwork(
            new ImageShape(1, 7, 7),
            List.of(
                TransformLayer.disturbing(Perturbation.dropout(0.1)),
                ConvolutionLayer.of(4, 3, Nonlinearity.SIGMOID).withoutPadding().withPooling(2),
                TransformLayer.upsampling(3),
                TransformLayer.globalMean(),
                TransformLayer.reshaping(new ImageShape(1, 2, 2))
                    .withPerturbation(Perturbation.relativeNoise(0.01))));
    assertEquals(new ImageShape(1, 7, 7), network.outputShape(1));
    assertEquals(new ImageShape(4, 5, 5), network.shape(2));
    assertEquals(new ImageShape(4, 2, 2), network.outputShape(2));
    assertEquals(new ImageShape(4, 6, 6), network.outputShape(3));
    assertEquals(ImageShape.vector(4), network.outputShape(4));
    assertEquals(new ImageShape(1, 2, 2), network.outputShape(5));
    assertEquals(
        "1x7x7, identity dropout=0.1, 4x(3x3) valid pool 2 sigmoid, upsampling 3, mean of pixels,"
            + " to 1x2x2 noise to signal=0.01",
        network.toString());
    assertTrue(Nonlinearity.SIGMOID.bounded());
    assertRefused("factor must be >= 2: factor=1", () -> TransformLayer.upsampling(1));
    assertRefused(
        "layer 1 must have less than 2^31 values: upsampling 2147483647",
        () ->
            new NoisyNetwork(
                new ImageShape(1, 2, 2), List.of(TransformLayer.upsampling(Integer.MAX_VALUE))));
    assertRefused("ratio must be", () -> Perturbation.relativeNoise(0));
    assertRefused(
        "layer 1 must have as many columns as the one before it: to 1x2x2 of 5 columns",
        () ->
            new NoisyNetwork(
                ImageShape.vector(5), List.of(TransformLayer.reshaping(new ImageShape(1, 2, 2)))));
    assertRefused(
        "layer 1 has a kernel larger than the image",
        () ->
            new NoisyNetwork(
                new ImageShape(1, 2, 5),
                List.of(ConvolutionLayer.of(1, 3, Nonlinearity.TANH).withoutPadding())));
  }

  private static void assertRefused(String message, Runnable action) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, action::run);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }
}
