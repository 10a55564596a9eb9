package io.github.miscope.neural.representation;

import io.github.miscope.internal.check.Check;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.layer.ConvolutionLayer;
import io.github.miscope.neural.layer.DenseLayer;
import io.github.miscope.neural.layer.Layer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.layer.ResidualLayer;
import io.github.miscope.neural.layer.TransformLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An encoder, and the projection head on it that training uses and that is thrown away afterwards
 * (Chen et al. 2020, arXiv:2002.05709, section 2.1).
 *
 * @param network from the input to the outputs that the loss sees
 * @param layer the layer whose values are the representation, from 1; those after it are the head
 */
public record EncoderNetwork(NoisyNetwork network, int layer) {

  /**
   * An encoder with its head.
   *
   * @param network from the input to the outputs that the loss sees
   * @param layer the layer whose values are the representation
   * @throws IllegalArgumentException if there is no such layer, or its values are images
   */
  public EncoderNetwork {
    Objects.requireNonNull(network, "network");
    Check.between("layer", layer, 1, network.depth());
    if (!network.outputShape(layer).isVector()) {
      throw new IllegalArgumentException(
          "a representation must be a vector: layer "
              + layer
              + " gives "
              + network.outputShape(layer));
    }
  }

  /**
   * A residual network for images: a 3 x 3 convolution, stages of residual blocks, and the mean
   * over the pixels of each channel. Each stage after the first halves height and width and doubles
   * the channels (He et al. 2016, arXiv:1512.03385, Table 1, without its first pooling).
   *
   * @param image the shape of an input
   * @param channels of the first stage
   * @param blocks residual blocks in each stage
   * @return the encoder, without a head
   * @throws IllegalArgumentException if there is no stage, or a number is below 1
   */
  public static EncoderNetwork residual(ImageShape image, int channels, int... blocks) {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(blocks, "blocks");
    Check.between("stages", blocks.length, 1, 16);
    List<Layer> layers = new ArrayList<>();
    layers.add(ConvolutionLayer.of(channels, 3, Nonlinearity.RELU).withBatchNorm());
    int width = channels;
    for (int stage = 0; stage < blocks.length; stage++) {
      Check.atLeast("blocks", blocks[stage], 1);
      width = stage == 0 ? width : Math.multiplyExact(width, 2);
      for (int block = 0; block < blocks[stage]; block++) {
        layers.add(ResidualLayer.of(width, stage > 0 && block == 0 ? 2 : 1));
      }
    }
    layers.add(TransformLayer.globalMean());
    return new EncoderNetwork(new NoisyNetwork(image, layers), layers.size());
  }

  /**
   * A small residual network for images: one residual block in each stage, and the mean over the
   * pixels of each channel. Every stage halves height and width, the first one too, which saves
   * most of the time; each after the first doubles the channels.
   *
   * @param image the shape of an input
   * @param channels of the first stage
   * @param stages how many, from 1 to 16
   * @return the encoder, without a head
   * @throws IllegalArgumentException if a number is out of its range
   */
  public static EncoderNetwork halving(ImageShape image, int channels, int stages) {
    Objects.requireNonNull(image, "image");
    Check.between("stages", stages, 1, 16);
    List<Layer> layers = new ArrayList<>();
    int width = channels;
    for (int stage = 0; stage < stages; stage++) {
      width = stage == 0 ? width : Math.multiplyExact(width, 2);
      layers.add(ResidualLayer.of(width, 2));
    }
    layers.add(TransformLayer.globalMean());
    return new EncoderNetwork(new NoisyNetwork(image, layers), layers.size());
  }

  /**
   * ResNet34 as for small images: 512 columns, with a head of 512 and 128 units, as in Sisak
   * (2024), section 5.
   *
   * @param image the shape of an input
   * @return the encoder with its head
   */
  public static EncoderNetwork resNet34(ImageShape image) {
    return residual(image, 64, 3, 4, 6, 3).withHead(512, 128);
  }

  /**
   * The same encoder with another head: fully connected layers, all but the last with rectifiers.
   *
   * @param widths of its layers; none for no head
   * @return a changed copy
   * @throws IllegalArgumentException if a width is below 1
   */
  public EncoderNetwork withHead(int... widths) {
    Objects.requireNonNull(widths, "widths");
    List<Layer> layers = new ArrayList<>(network.layers().subList(0, layer));
    for (int l = 0; l < widths.length; l++) {
      layers.add(
          DenseLayer.of(
              widths[l], l < widths.length - 1 ? Nonlinearity.RELU : Nonlinearity.LINEAR));
    }
    return new EncoderNetwork(new NoisyNetwork(network.input(), layers), layer);
  }

  /**
   * The columns of a representation.
   *
   * @return at least 1
   */
  public int dimension() {
    return network.outputShape(layer).columns();
  }

  /**
   * Whether there are layers after the representation.
   *
   * @return true with a head
   */
  public boolean hasHead() {
    return layer < network.depth();
  }

  @Override
  public String toString() {
    return network + ", representation in layer " + layer;
  }
}
