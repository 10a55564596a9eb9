package io.github.miscope.neural.critic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What critics check and say alike. */
final class Options {

  private Options() {}

  static void check(List<Integer> widths, double dropout) {
    if (widths.isEmpty()) {
      throw new IllegalArgumentException("a critic must have a hidden layer: widths=[]");
    }
    for (int width : widths) {
      requirePositive("width", width);
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout must be in [0, 1): dropout=" + dropout);
    }
  }

  static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be >= 1: " + name + "=" + value);
    }
  }

  /** "100-100", "100-100 tanh dropout 0.2". */
  static String label(
      List<Integer> widths, Activation activation, Activation usual, double dropout) {
    List<String> words = new ArrayList<>();
    words.add(widths.stream().map(Object::toString).collect(Collectors.joining("-")));
    if (activation != usual) {
      words.add(activation.toString());
    }
    if (dropout > 0) {
      words.add("dropout " + dropout);
    }
    return String.join(" ", words);
  }
}
