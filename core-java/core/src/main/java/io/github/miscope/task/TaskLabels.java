package io.github.miscope.task;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How numbers appear in labels. */
final class TaskLabels {

  private TaskLabels() {}

  /** A task by its name and its parameters, without those that are null. */
  static String task(String name, @Nullable String... parameters) {
    return Arrays.stream(parameters)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  /**
   * A task of d dimensions with one more parameter, which every other sweep sets.
   *
   * @param swept the parameter that a sweep varies, or null
   */
  static String oneParameter(
      String name, int d, String parameter, String value, @Nullable TaskParameter swept) {
    return task(
        name,
        unless(swept == TaskParameter.DIMENSION, "d = " + d),
        unless(swept != null && swept != TaskParameter.DIMENSION, parameter + " = " + value));
  }

  /** "0.1 to 0.9". */
  static String range(double low, double high) {
    return number(low) + " to " + number(high);
  }

  /** The label of a parameter, or null if it is the one that a sweep varies. */
  static @Nullable String unless(boolean swept, String parameter) {
    return swept ? null : parameter;
  }

  /** The shortest decimal that reads back as the same number, whole numbers without a point. */
  static String number(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
