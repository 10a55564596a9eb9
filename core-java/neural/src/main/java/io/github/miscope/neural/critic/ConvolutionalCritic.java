package io.github.miscope.neural.critic;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Convolutional features of x and of y, where they are images, and a perceptron on both. Columns of
 * an image run through its channels, rows and pixels of a row, in this order. Each block is a 3 x 3
 * convolution that keeps the size, max-pooling by 2 and the nonlinearity.
 *
 * @param layers the hidden layers
 * @param x the shape of X
 * @param y the shape of Y
 * @param channels of the blocks
 */
public record ConvolutionalCritic(Layers layers, ImageShape x, ImageShape y, List<Integer> channels)
    implements Critic {

  /**
   * A critic.
   *
   * @param layers the hidden layers
   * @param x the shape of X
   * @param y the shape of Y
   * @param channels of the blocks
   * @throws IllegalArgumentException if a number is below 1 or an image too small for the blocks
   */
  public ConvolutionalCritic {
    Objects.requireNonNull(layers, "layers");
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    Objects.requireNonNull(channels, "channels");
    channels = List.copyOf(channels);
    for (int count : channels) {
      Layers.requirePositive("channels", count);
    }
    x.requirePoolable("x", channels.size());
    y.requirePoolable("y", channels.size());
  }

  /**
   * A critic with two blocks of 8 channels, two layers of 100 and leaky rectifiers. {@link
   * Critic#butakov} has as many blocks as images of its size need.
   *
   * @param x the shape of X
   * @param y the shape of Y; {@link ImageShape#vector} if it is no image
   * @return the critic
   * @throws IllegalArgumentException if an image is too small for the blocks
   */
  public static ConvolutionalCritic of(ImageShape x, ImageShape y) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    return new ConvolutionalCritic(
        new Layers(List.of(100, 100), Activation.LEAKY_RELU, 0), x, y, List.of(8, 8));
  }

  @Override
  public ConvolutionalCritic withLayers(Layers layers) {
    return new ConvolutionalCritic(layers, x, y, channels);
  }

  /**
   * The same critic with other blocks.
   *
   * @param channels of the blocks
   * @return a changed copy
   */
  public ConvolutionalCritic withChannels(List<Integer> channels) {
    return new ConvolutionalCritic(layers, x, y, channels);
  }

  @Override
  public void requireFits(int dX, int dY) {
    x.requireColumns("x", dX);
    y.requireColumns("y", dY);
  }

  @Override
  public boolean needsAllColumns() {
    return true;
  }

  @Override
  public String toString() {
    return "convolutional "
        + channels.stream().map(Object::toString).collect(Collectors.joining("-"))
        + " "
        + layers;
  }
}
