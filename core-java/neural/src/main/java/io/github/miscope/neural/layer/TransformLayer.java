package io.github.miscope.neural.layer;

import io.github.miscope.internal.check.Check;
import io.github.miscope.neural.critic.ImageShape;
import java.util.Objects;

/**
 * A layer without weights: it changes the shape of what is below it, disturbs it, or both.
 *
 * @param transform what becomes of the shape
 * @param nonlinearity after the transform
 * @param perturbation after the nonlinearity
 */
public record TransformLayer(
    Transform transform, Nonlinearity nonlinearity, Perturbation perturbation) implements Layer {

  /** What becomes of a shape. */
  public sealed interface Transform {}

  /** Values as they are. */
  public record Identity() implements Transform {
    @Override
    public String toString() {
      return "identity";
    }
  }

  /**
   * Larger images, each pixel a square of equal ones.
   *
   * @param factor how many times as high and as wide
   */
  public record Upsampling(int factor) implements Transform {

    /**
     * Larger images.
     *
     * @param factor how many times as high and as wide, at least 2
     * @throws IllegalArgumentException if the factor is below 2
     */
    public Upsampling {
      Check.atLeast("factor", factor, 2);
    }

    @Override
    public String toString() {
      return "upsampling " + factor;
    }
  }

  /**
   * The same values in another shape: by channel, row and pixel.
   *
   * @param shape with as many columns
   */
  public record Reshaping(ImageShape shape) implements Transform {

    /**
     * Another shape.
     *
     * @param shape with as many columns
     */
    public Reshaping {
      Objects.requireNonNull(shape, "shape");
    }

    @Override
    public String toString() {
      return "to " + shape.channels() + "x" + shape.height() + "x" + shape.width();
    }
  }

  /** The mean over the pixels of each channel. */
  public record GlobalMean() implements Transform {
    @Override
    public String toString() {
      return "mean of pixels";
    }
  }

  /**
   * A layer without weights.
   *
   * @param transform what becomes of the shape
   * @param nonlinearity after the transform
   * @param perturbation after the nonlinearity
   */
  public TransformLayer {
    Objects.requireNonNull(transform, "transform");
    Objects.requireNonNull(nonlinearity, "nonlinearity");
    Objects.requireNonNull(perturbation, "perturbation");
  }

  private static TransformLayer of(Transform transform) {
    return new TransformLayer(transform, Nonlinearity.LINEAR, Perturbation.NONE);
  }

  /**
   * A layer that only disturbs what is below it, such as the input of a network.
   *
   * @param perturbation noise or dropout
   * @return the layer
   */
  public static TransformLayer disturbing(Perturbation perturbation) {
    Objects.requireNonNull(perturbation, "perturbation");
    return of(new Identity()).withPerturbation(perturbation);
  }

  /**
   * A layer that makes images larger, each pixel becoming a square of equal ones. A vector is an
   * image of one pixel.
   *
   * @param factor how many times as high and as wide
   * @return the layer
   * @throws IllegalArgumentException if the factor is below 2
   */
  public static TransformLayer upsampling(int factor) {
    return of(new Upsampling(factor));
  }

  /**
   * A layer that makes an image of a vector, or a vector of an image.
   *
   * @param shape with as many columns as there are below
   * @return the layer
   */
  public static TransformLayer reshaping(ImageShape shape) {
    Objects.requireNonNull(shape, "shape");
    return of(new Reshaping(shape));
  }

  /**
   * A layer that takes the mean over the pixels of each channel, also called global average
   * pooling.
   *
   * @return the layer
   */
  public static TransformLayer globalMean() {
    return of(new GlobalMean());
  }

  /** There is nothing to normalise. */
  @Override
  public boolean batchNorm() {
    return false;
  }

  @Override
  public TransformLayer withPerturbation(Perturbation perturbation) {
    return new TransformLayer(transform, nonlinearity, perturbation);
  }

  @Override
  public TransformLayer withNonlinearity(Nonlinearity nonlinearity) {
    return new TransformLayer(transform, nonlinearity, perturbation);
  }

  ImageShape after(ImageShape before, int number) {
    if (transform instanceof Upsampling u) {
      long height = (long) before.height() * u.factor();
      long width = (long) before.width() * u.factor();
      if ((double) before.channels() * height * width > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "layer " + number + " must have less than 2^31 values: " + this + " of " + before);
      }
      return new ImageShape(before.channels(), (int) height, (int) width);
    }
    if (transform instanceof Reshaping r) {
      if (r.shape().columns() != before.columns()) {
        throw new IllegalArgumentException(
            "layer "
                + number
                + " must have as many columns as the one before it: "
                + this
                + " of "
                + before.columns()
                + " columns");
      }
      return r.shape();
    }
    return transform instanceof GlobalMean ? ImageShape.vector(before.channels()) : before;
  }

  @Override
  public String toString() {
    return LayerLabels.of(transform.toString(), this);
  }
}
