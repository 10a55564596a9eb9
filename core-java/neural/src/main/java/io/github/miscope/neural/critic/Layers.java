package io.github.miscope.neural.critic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The hidden layers of a perceptron.
 *
 * @param widths of the layers, from the input on
 * @param activation after each layer
 * @param dropout the share of hidden units that a training step leaves out, in [0, 1)
 */
public record Layers(List<Integer> widths, Activation activation, double dropout) {

  /**
   * Hidden layers.
   *
   * @param widths of the layers
   * @param activation after each layer
   * @param dropout the share of hidden units that a training step leaves out
   * @throws IllegalArgumentException if there is no layer, a width is below 1 or dropout is outside
   *     [0, 1)
   */
  public Layers {
    widths = List.copyOf(widths);
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

  /**
   * Layers of rectifiers, without dropout.
   *
   * @param widths of the layers
   * @return the layers
   * @throws IllegalArgumentException if there is no layer or a width is below 1
   */
  public static Layers of(Integer... widths) {
    return new Layers(List.of(widths), Activation.RELU, 0);
  }

  static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be >= 1: " + name + "=" + value);
    }
  }

  /** "100-100", "100-100 tanh dropout 0.2". */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    words.add(widths.stream().map(Object::toString).collect(Collectors.joining("-")));
    if (activation != Activation.RELU) {
      words.add(activation.toString());
    }
    if (dropout > 0) {
      words.add("dropout " + dropout);
    }
    return String.join(" ", words);
  }
}
