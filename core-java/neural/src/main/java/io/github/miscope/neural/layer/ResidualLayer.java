package io.github.miscope.neural.layer;

import io.github.miscope.internal.check.Check;
import io.github.miscope.neural.critic.ImageShape;
import java.util.Objects;

/**
 * A residual block of two 3 x 3 convolutions (He et al. 2016, arXiv:1512.03385, Figure 2): each is
 * normalised over the batch, the nonlinearity comes after the first and after the sum with what is
 * below the block. With a stride or another number of channels, what is below is brought to the
 * same shape by a normalised 1 x 1 convolution (the paper's option B).
 *
 * @param channels how many it makes
 * @param stride of the first convolution: height and width are divided by it, rounded up
 * @param nonlinearity after the first convolution, and after the sum
 * @param perturbation after the second nonlinearity
 */
public record ResidualLayer(
    int channels, int stride, Nonlinearity nonlinearity, Perturbation perturbation)
    implements Layer {

  /** Height and width of the kernels. */
  public static final int KERNEL = 3;

  /**
   * A residual block.
   *
   * @param channels how many it makes, at least 1
   * @param stride of the first convolution, at least 1
   * @param nonlinearity after the first convolution, and after the sum
   * @param perturbation after the second nonlinearity
   * @throws IllegalArgumentException if a number is below 1
   */
  public ResidualLayer {
    Objects.requireNonNull(nonlinearity, "nonlinearity");
    Objects.requireNonNull(perturbation, "perturbation");
    Check.atLeast("channels", channels, 1);
    Check.atLeast("stride", stride, 1);
  }

  /**
   * A residual block with rectifiers and without noise.
   *
   * @param channels how many it makes
   * @param stride of the first convolution
   * @return the layer
   * @throws IllegalArgumentException if a number is below 1
   */
  public static ResidualLayer of(int channels, int stride) {
    return new ResidualLayer(channels, stride, Nonlinearity.RELU, Perturbation.NONE);
  }

  /** Both convolutions are normalised. */
  @Override
  public boolean batchNorm() {
    return true;
  }

  /**
   * Whether a convolution brings what is below to the shape of the block's values.
   *
   * @param channelsBelow channels below the block
   * @return false where it is added as it is
   */
  public boolean projects(int channelsBelow) {
    return stride > 1 || channelsBelow != channels;
  }

  @Override
  public ResidualLayer withPerturbation(Perturbation perturbation) {
    return new ResidualLayer(channels, stride, nonlinearity, perturbation);
  }

  @Override
  public ResidualLayer withNonlinearity(Nonlinearity nonlinearity) {
    return new ResidualLayer(channels, stride, nonlinearity, perturbation);
  }

  ImageShape after(ImageShape before, int number) {
    if (before.isVector()) {
      throw new IllegalArgumentException(
          "layer " + number + " is a residual block, but what is before it is no image: " + this);
    }
    return new ImageShape(
        channels, (before.height() - 1) / stride + 1, (before.width() - 1) / stride + 1);
  }

  @Override
  public String toString() {
    return LayerLabels.of(channels + " residual" + (stride == 1 ? "" : " stride " + stride), this);
  }
}
