package io.github.miscope.neural.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.layer.ConvolutionLayer;
import io.github.miscope.neural.layer.DenseLayer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.layer.TransformLayer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ArchitectureTest {

  private static ImageShape grey(int size) {
    return new ImageShape(1, size, size);
  }

  @Test
  void decodersRestoreTheSizeOfTheInput() {
    for (int size : new int[] {8, 12, 16, 28, 32}) {
      AutoencoderShape shape =
          new Architecture.Convolutional(grey(size), 3).shape(size * size, 1000);
      assertEquals(grey(size), shape.network().outputShape(shape.network().depth()));
      assertEquals(3, shape.latentDimension());
      assertEquals(ImageShape.vector(3), shape.decoder().input());
      assertEquals(grey(size), shape.encoder().input());
    }
    assertEquals(
        new ImageShape(3, 8, 16),
        new Architecture.Convolutional(new ImageShape(3, 8, 16), 2)
            .shape(384, 100)
            .network()
            .outputShape(13));
  }

  /** Table 3: four poolings of 16 x 16 pixels, five of 32 x 32, and as many upsamplings. */
  @Test
  void eachPoolingHasItsUpsampling() {
    for (int size : new int[] {16, 32}) {
      AutoencoderShape shape =
          new Architecture.Convolutional(grey(size), 2).shape(size * size, 1000);
      List<Integer> pooled =
          shape.encoder().layers().stream()
              .filter(ConvolutionLayer.class::isInstance)
              .map(layer -> ((ConvolutionLayer) layer).channels())
              .toList();
      assertEquals(size == 16 ? List.of(4, 8, 8, 8) : List.of(4, 8, 8, 8, 8), pooled);
      List<Integer> enlarged =
          shape.decoder().layers().stream()
              .filter(ConvolutionLayer.class::isInstance)
              .map(layer -> ((ConvolutionLayer) layer).channels())
              .toList();
      assertEquals(size == 16 ? List.of(8, 8, 8, 4, 1) : List.of(8, 8, 8, 8, 4, 1), enlarged);
      assertEquals(
          pooled.size(),
          shape.decoder().layers().stream()
              .filter(
                  layer ->
                      layer instanceof TransformLayer t
                          && t.transform() instanceof TransformLayer.Upsampling)
              .count());
    }
  }

  /** Table 4: 288 values before the dense layers, for 24 x 24 and 28 x 28 pixels. */
  @Test
  void digitsHaveTheShapeOfTable4() {
    for (int size : new int[] {24, 28}) {
      AutoencoderShape shape = new Architecture.Digits(grey(size), 4).shape(size * size, 1000);
      assertEquals(288, shape.network().outputShape(6).columns());
      assertEquals(8, shape.codeLayer());
      assertEquals(grey(size), shape.network().outputShape(shape.network().depth()));
    }
  }

  @Test
  void widthsFollowFromColumnsAndObservations() {
    assertEquals(256, width(new Architecture.Dense(2).shape(1000, 5000)));
    assertEquals(64, width(new Architecture.Dense(2).shape(32, 5000)));
    assertEquals(50, width(new Architecture.Dense(2).shape(1000, 200)));
    assertEquals(32, width(new Architecture.Dense(2).shape(3, 5000)));
    assertEquals(32, width(new Architecture.Dense(2).shape(1000, 2)));
  }

  private static int width(AutoencoderShape shape) {
    return shape.network().outputShape(1).columns();
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertRefused("latent dimension must be >= 1", () -> Autoencoder.dense(0));
    assertRefused("latent dimension must be >= 1", () -> Autoencoder.convolutional(grey(16), 0));
    assertRefused(
        "height and width must be divisible by 4: 1x18x16",
        () -> Autoencoder.convolutional(new ImageShape(1, 18, 16), 2));
    assertRefused(
        "columns must be channels * height * width = 256: columns=255",
        () -> new Architecture.Convolutional(grey(16), 2).shape(255, 100));
    assertRefused("height and width must be >= 8", () -> new Architecture.Digits(grey(4), 2));
    NoisyNetwork network = NoisyNetwork.dense(Nonlinearity.TANH, 5, 2, 5);
    assertRefused(
        "code layer must be in [1, 1], so that a layer restores from it: codeLayer=2",
        () -> new AutoencoderShape(network, 2));
    assertRefused(
        "at least as many outputs as inputs: outputs=4, inputs=5",
        () -> new AutoencoderShape(NoisyNetwork.dense(Nonlinearity.TANH, 5, 2, 4), 1));
    assertRefused(
        "code layer must be a vector",
        () ->
            new AutoencoderShape(
                new NoisyNetwork(
                    grey(4),
                    List.of(
                        ConvolutionLayer.of(2, 3, Nonlinearity.TANH),
                        DenseLayer.of(16, Nonlinearity.LINEAR))),
                1));
  }

  private static void assertRefused(String message, Executable call) {
    String given = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(given.contains(message), given);
  }
}
