package io.github.miscope.task;

/** How numbers appear in labels. */
final class Labels {

  private Labels() {}

  /** The shortest decimal that reads back as the same number, whole numbers without a point. */
  static String number(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
