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
