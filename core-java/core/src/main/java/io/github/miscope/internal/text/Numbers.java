package io.github.miscope.internal.text;

import java.util.Locale;

/** Numbers for people. */
public final class Numbers {

  private Numbers() {}

  /**
   * A value of information.
   *
   * @param value any number
   * @return four digits behind the point
   */
  public static String fixed(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /**
   * A parameter or another number of any size.
   *
   * @param value any number
   * @return whole numbers as such, others with four significant digits
   */
  public static String brief(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e7) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    String text = String.format(Locale.ROOT, "%.4g", value);
    return text.contains("e") || !text.contains(".") ? text : text.replaceAll("\\.?0+$", "");
  }
}
