package io.github.miscope.network;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Labels of methods: their name and those options that say something. */
final class MethodLabel {

  private MethodLabel() {}

  static String of(String name, String... options) {
    String text =
        Stream.of(options).filter(option -> !option.isEmpty()).collect(Collectors.joining(", "));
    return text.isEmpty() ? name : name + "(" + text + ")";
  }
}
