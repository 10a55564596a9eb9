package io.github.miscope.neural.training;

import io.github.miscope.internal.check.Check;

/**
 * Random changes of each training image, each time that it is used (Goldfeld et al. 2019, section
 * 8.3): shifts by whole pixels, rotations, shears and zoom, each uniform; pixels from outside are
 * zero.
 *
 * @param shift most pixels in either direction
 * @param rotation largest angle, in degrees
 * @param shear largest angle, in degrees
 * @param zoom largest change of scale: an image becomes 1 - zoom to 1 + zoom times as large
 */
public record Augmentation(int shift, double rotation, double shear, double zoom) {

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
    return new Augmentation(newShift, rotation, shear, zoom);
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
            + (zoom > 0 ? ", zoom " + zoom : "");
  }
}
