package io.github.miscope.neural.layer;

import io.github.miscope.internal.check.Check;
import java.util.Objects;

/**
 * A convolution, with max-pooling after the perturbation if wanted. It keeps height and width
 * (padded with zeros), or takes only positions at which the kernel lies within the image.
 *
 * @param channels how many it makes
 * @param kernel height and width of the kernel, odd
 * @param padded whether zeros around the image keep its height and width; without them, both are
 *     smaller by kernel - 1
 * @param pooling height and width of the cells whose largest value is kept; 1 for no pooling
 * @param batchNorm whether channels are normalised over a batch before the nonlinearity
 * @param nonlinearity what units make of their weighted input
 * @param perturbation after the nonlinearity, before the pooling
 */
public record ConvolutionLayer(
    int channels,
    int kernel,
    boolean padded,
    int pooling,
    boolean batchNorm,
    Nonlinearity nonlinearity,
    Perturbation perturbation)
    implements Layer {

  /**
   * A convolution.
   *
   * @param channels how many it makes, at least 1
   * @param kernel height and width of the kernel, odd
   * @param padded whether zeros around the image keep its height and width
   * @param pooling height and width of the cells whose largest value is kept, at least 1
   * @param batchNorm whether channels are normalised over a batch before the nonlinearity
   * @param nonlinearity what units make of their weighted input
   * @param perturbation after the nonlinearity, before the pooling
   * @throws IllegalArgumentException if channels or pooling are below 1, or the kernel is not an
   *     odd positive number
   */
  public ConvolutionLayer {
    Objects.requireNonNull(nonlinearity, "nonlinearity");
    Objects.requireNonNull(perturbation, "perturbation");
    Check.atLeast("channels", channels, 1);
    if (kernel < 1 || kernel % 2 == 0) {
      throw new IllegalArgumentException("kernel must be odd and >= 1: kernel=" + kernel);
    }
    Check.atLeast("pooling", pooling, 1);
  }

  /**
   * A padded convolution without pooling, batch normalisation and noise.
   *
   * @param channels how many it makes
   * @param kernel height and width of the kernel, odd
   * @param nonlinearity what units make of their weighted input
   * @return the layer
   * @throws IllegalArgumentException if a number is out of its range
   */
  public static ConvolutionLayer of(int channels, int kernel, Nonlinearity nonlinearity) {
    Objects.requireNonNull(nonlinearity, "nonlinearity");
    return new ConvolutionLayer(channels, kernel, true, 1, false, nonlinearity, Perturbation.NONE);
  }

  /**
   * The same layer with max-pooling.
   *
   * @param size height and width of the cells whose largest value is kept
   * @return a changed copy
   * @throws IllegalArgumentException if the size is below 1
   */
  public ConvolutionLayer withPooling(int size) {
    return new ConvolutionLayer(
        channels, kernel, padded, size, batchNorm, nonlinearity, perturbation);
  }

  /**
   * The same layer without zeros around the image, also called a valid convolution.
   *
   * @return a changed copy
   */
  public ConvolutionLayer withoutPadding() {
    return new ConvolutionLayer(
        channels, kernel, false, pooling, batchNorm, nonlinearity, perturbation);
  }

  /** How much smaller height and width are after the convolution. */
  int margin() {
    return padded ? 0 : kernel - 1;
  }

  /**
   * The same layer with batch normalisation.
   *
   * @return a changed copy
   */
  public ConvolutionLayer withBatchNorm() {
    return new ConvolutionLayer(
        channels, kernel, padded, pooling, true, nonlinearity, perturbation);
  }

  @Override
  public ConvolutionLayer withPerturbation(Perturbation perturbation) {
    return new ConvolutionLayer(
        channels, kernel, padded, pooling, batchNorm, nonlinearity, perturbation);
  }

  @Override
  public ConvolutionLayer withNonlinearity(Nonlinearity nonlinearity) {
    return new ConvolutionLayer(
        channels, kernel, padded, pooling, batchNorm, nonlinearity, perturbation);
  }

  @Override
  public String toString() {
    String shape = channels + "x(" + kernel + "x" + kernel + ")" + (padded ? "" : " valid");
    return LayerLabels.of(pooling == 1 ? shape : shape + " pool " + pooling, this);
  }
}
