package io.github.miscope.neural.critic;

import java.util.Locale;

/**
 * How the columns of a variable make an image.
 *
 * @param channels how many values a pixel has; 1 if grey
 * @param height the number of rows
 * @param width the number of pixels in a row
 */
public record ImageShape(int channels, int height, int width) {

  /**
   * The shape of an image.
   *
   * @param channels how many values a pixel has
   * @param height the number of rows
   * @param width the number of pixels in a row
   * @throws IllegalArgumentException if one of them is below 1, or their product is above 2^31 - 1
   */
  public ImageShape {
    Layers.requirePositive("channels", channels);
    Layers.requirePositive("height", height);
    Layers.requirePositive("width", width);
    if ((double) channels * height * width > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "channels * height * width must be < 2^31: %d * %d * %d",
              channels,
              height,
              width));
    }
  }

  /**
   * No image: columns in no order, which are taken as they are.
   *
   * @param d the number of columns
   * @return the shape
   */
  public static ImageShape vector(int d) {
    return new ImageShape(d, 1, 1);
  }

  /**
   * Whether it is no image.
   *
   * @return whether there is one pixel only
   */
  public boolean isVector() {
    return height == 1 && width == 1;
  }

  /**
   * The number of columns.
   *
   * @return channels times height times width
   */
  public int columns() {
    return channels * height * width;
  }

  void requireColumns(String variable, int d) {
    if (d != columns()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s must have channels * height * width = %d columns: d=%d",
              variable,
              columns(),
              d));
    }
  }

  void requirePoolable(String variable, int times) {
    if (!isVector() && Math.min(height, width) >> times == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s must be at least 2^%d pixels high and wide for %d blocks: %s",
              variable,
              times,
              times,
              this));
    }
  }
}
