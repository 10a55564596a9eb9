package io.github.miscope.neural.training;

import io.github.miscope.internal.check.Check;

/**
 * Random changes of each training image, each time that it is used (Goldfeld et al. 2019, section
 * 8.3): shifts by whole pixels, rotations, shears and zoom, each uniform; pixels from outside are
 * zero. For contrastive training also mirror images, brightness and noise.
 *
 * @param shift most pixels in either direction
 * @param rotation largest angle, in degrees
 * @param shear largest angle, in degrees
 * @param zoom largest change of scale: an image becomes 1 - zoom to 1 + zoom times as large
 * @param mirror whether half of the images are mirrored, left to right
 * @param brightness largest change of brightness: pixels are multiplied by 1 - brightness to 1 +
 *     brightness
 * @param noise standard deviation of Gaussian noise on each pixel
 */
public record Augmentation(
    int shift,
    double rotation,
    double shear,
    double zoom,
    boolean mirror,
    double brightness,
    double noise) {

  /** Images as they are. */
  public static final Augmentation NONE = new Augmentation(0, 0, 0);

  /** Two pixels, ten degrees and ten degrees, as in the paper. */
  public static final Augmentation GOLDFELD = new Augmentation(2, 10, 10);

  /**
   * Random changes.
   *
   * @param shift most pixels in either direction, at least 0
   * @param rotation largest angle, in [0, 180] degrees
   * @param shear largest angle, in [0, 90) degrees
   * @param zoom largest change of scale, in [0, 1)
   * @param mirror whether half of the images are mirrored, left to right
   * @param brightness largest change of brightness, in [0, 1]
   * @param noise standard deviation of Gaussian noise on each pixel, at least 0
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Augmentation {
    Check.atLeast("shift", shift, 0);
    if (!(rotation >= 0 && rotation <= 180)) {
      throw new IllegalArgumentException("rotation must be in [0, 180]: rotation=" + rotation);
    }
    if (!(shear >= 0 && shear < 90)) {
      throw new IllegalArgumentException("shear must be in [0, 90): shear=" + shear);
    }
    if (!(zoom >= 0 && zoom < 1)) {
      throw new IllegalArgumentException("zoom must be in [0, 1): zoom=" + zoom);
    }
    if (!(brightness >= 0 && brightness <= 1)) {
      throw new IllegalArgumentException("brightness must be in [0, 1]: brightness=" + brightness);
    }
    Check.notNegative("noise", noise);
  }

  /**
   * Random changes of place and size alone.
   *
   * @param shift most pixels in either direction, at least 0
   * @param rotation largest angle, in [0, 180] degrees
   * @param shear largest angle, in [0, 90) degrees
   * @param zoom largest change of scale, in [0, 1)
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Augmentation(int shift, double rotation, double shear, double zoom) {
    this(shift, rotation, shear, zoom, false, 0, 0);
  }

  /**
   * Random changes without zoom.
   *
   * @param shift most pixels in either direction, at least 0
   * @param rotation largest angle, in [0, 180] degrees
   * @param shear largest angle, in [0, 90) degrees
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Augmentation(int shift, double rotation, double shear) {
    this(shift, rotation, shear, 0);
  }

  /**
   * Random changes of scale alone.
   *
   * @param zoom largest change, in [0, 1)
   * @return images become 1 - zoom to 1 + zoom times as large
   * @throws IllegalArgumentException if the number is out of its range
   */
  public static Augmentation zoomed(double zoom) {
    return new Augmentation(0, 0, 0, zoom);
  }

  /**
   * The same changes with another shift.
   *
   * @param newShift most pixels in either direction, at least 0
   * @return a changed copy
   * @throws IllegalArgumentException if the number is out of its range
   */
  public Augmentation withShift(int newShift) {
    return new Augmentation(newShift, rotation, shear, zoom, mirror, brightness, noise);
  }

  /**
   * The same changes, and half of the images mirrored, left to right.
   *
   * @return a changed copy
   */
  public Augmentation withMirror() {
    return new Augmentation(shift, rotation, shear, zoom, true, brightness, noise);
  }

  /**
   * The same changes with another change of brightness.
   *
   * @param largest pixels are multiplied by 1 - largest to 1 + largest
   * @return a changed copy
   * @throws IllegalArgumentException if it is not in [0, 1]
   */
  public Augmentation withBrightness(double largest) {
    return new Augmentation(shift, rotation, shear, zoom, mirror, largest, noise);
  }

  /**
   * The same changes with other noise.
   *
   * @param deviation standard deviation of Gaussian noise on each pixel
   * @return a changed copy
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public Augmentation withNoise(double deviation) {
    return new Augmentation(shift, rotation, shear, zoom, mirror, brightness, deviation);
  }

  @Override
  public String toString() {
    return equals(NONE)
        ? "no augmentation"
        : "shift "
            + shift
            + ", rotation "
            + rotation
            + ", shear "
            + shear
            + (zoom > 0 ? ", zoom " + zoom : "")
            + (mirror ? ", mirrored" : "")
            + (brightness > 0 ? ", brightness " + brightness : "")
            + (noise > 0 ? ", noise " + noise : "");
  }
}
