package io.github.miscope.neural.critic;

import java.util.List;
import java.util.Objects;

/**
 * The shape of a critic: a network F(x, y) with one score for a pair. It says nothing of weights;
 * these are drawn anew, from a seed, for each estimate. {@code toString()} is its text in labels.
 */
public sealed interface Critic
    permits ConcatenatedCritic, SeparableCritic, ConvolutionalCritic, ConditionalGaussian {

  /**
   * The hidden layers.
   *
   * @return of each perceptron in it
   */
  Layers layers();

  /**
   * The same critic with other hidden layers.
   *
   * @param newLayers of each perceptron in it
   * @return a changed copy
   */
  Critic withLayers(Layers newLayers);

  /**
   * The same critic with hidden layers of other widths.
   *
   * @param widths of the hidden layers
   * @return a changed copy
   */
  default Critic withWidths(Integer... widths) {
    Objects.requireNonNull(widths, "widths");
    return withLayers(new Layers(List.of(widths), layers().activation(), layers().dropout()));
  }

  /**
   * The same critic with another nonlinearity.
   *
   * @param activation between layers
   * @return a changed copy
   */
  default Critic withActivation(Activation activation) {
    Objects.requireNonNull(activation, "activation");
    return withLayers(new Layers(layers().widths(), activation, layers().dropout()));
  }

  /**
   * The same critic with dropout.
   *
   * @param share of hidden units that a training step leaves out, in [0, 1)
   * @return a changed copy
   */
  default Critic withDropout(double share) {
    return withLayers(new Layers(layers().widths(), layers().activation(), share));
  }

  /**
   * Whether the scores of all pairs of a batch cost little more than those of b pairs.
   *
   * @return so for a critic that is a product of a function of x and one of y
   */
  default boolean scoresAllPairs() {
    return false;
  }

  /**
   * Whether scores are log densities of y given x.
   *
   * @return as the upper bounds need
   */
  default boolean isDensity() {
    return false;
  }

  /**
   * Refuses variables that do not fit.
   *
   * @param dX the number of columns of X
   * @param dY the number of columns of Y
   * @throws IllegalArgumentException if the critic is for other numbers of columns
   */
  default void requireFits(int dX, int dY) {}

  /**
   * Whether each column has its place, so that none may be left out.
   *
   * @return so for images
   */
  default boolean needsAllColumns() {
    return false;
  }

  /**
   * A perceptron on (x, y) with two layers of 100 rectifiers.
   *
   * @return the critic
   */
  static ConcatenatedCritic twoLayersOf100() {
    return concatenated(100, 100);
  }

  /**
   * A perceptron on (x, y).
   *
   * @param widths of the hidden layers
   * @return the critic, with rectifiers and without dropout
   * @throws IllegalArgumentException if there is no layer or a width is below 1
   */
  static ConcatenatedCritic concatenated(Integer... widths) {
    Objects.requireNonNull(widths, "widths");
    return new ConcatenatedCritic(Layers.of(widths));
  }

  /**
   * One hidden layer of p = 30 (Sisak, "Mutual information in deep learning", 2024, section 4.2.2).
   *
   * @return the critic
   */
  static ConcatenatedCritic sisak() {
    return concatenated(30);
  }

  /**
   * {@link #sisak()} with scores log(1 + exp(..)), as the thesis's program has them for InfoNCE.
   *
   * @return the critic
   */
  static ConcatenatedCritic sisakInfoNce() {
    return sisak().withOutput(CriticOutput.SOFTPLUS);
  }

  /**
   * The critic of Butakov et al. ("Information bottleneck analysis of deep neural networks via
   * lossy compression", ICLR 2024, table 3) for pairs of square grey images: for each image blocks
   * of a 3 x 3 convolution with 8 channels, max-pooling and a leaky rectifier, two for 16 x 16 and
   * three for 32 x 32, and on the features of both two layers of 100.
   *
   * @param size height and width of the images, a multiple of 8
   * @return the critic
   * @throws IllegalArgumentException if the size is not a multiple of 8
   */
  static ConvolutionalCritic butakov(int size) {
    if (size < 8 || size % 8 != 0) {
      throw new IllegalArgumentException("size must be a multiple of 8: size=" + size);
    }
    ImageShape image = new ImageShape(1, size, size);
    return ConvolutionalCritic.of(image, image)
        .withChannels(size < 32 ? List.of(8, 8) : List.of(8, 8, 8));
  }

  /**
   * The scalar product of a function of x and one of y, each a perceptron with two layers of 100
   * and 32 outputs.
   *
   * @return the critic
   */
  static SeparableCritic separable() {
    return new SeparableCritic(Layers.of(100, 100), 32);
  }

  /**
   * The density of y given x as a normal one whose means and variances are a perceptron of x with
   * two layers of 100.
   *
   * @return the critic
   */
  static ConditionalGaussian conditionalGaussian() {
    return new ConditionalGaussian(Layers.of(100, 100));
  }
}
