package io.github.miscope.neural.critic;

import io.github.miscope.internal.check.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The hidden layers of a perceptron.
 *
 * @param widths of the layers, from the input on
 * @param activation after each layer
 * @param dropout the share of hidden units that a training step leaves out, in [0, 1)
 */
public record Layers(List<Integer> widths, Activation activation, double dropout) {

  /** With gradients, the best values and moments of Adam, 400 MB. */
  private static final int MAX_WEIGHTS = 20_000_000;

  /**
   * Hidden layers.
   *
   * @param widths of the layers
   * @param activation after each layer
   * @param dropout the share of hidden units that a training step leaves out
   * @throws IllegalArgumentException if there is no layer, a width is below 1, there are more than
   *     20 million weights, or dropout is outside [0, 1)
   */
  public Layers {
    Objects.requireNonNull(widths, "widths");
    Objects.requireNonNull(activation, "activation");
    widths = List.copyOf(widths);
    if (widths.isEmpty()) {
      throw new IllegalArgumentException("a critic must have a hidden layer: widths=[]");
    }
    widths.forEach(width -> requirePositive("width", width));
    requireWeights(1, widths);
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
    Objects.requireNonNull(widths, "widths");
    return new Layers(List.of(widths), Activation.RELU, 0);
  }

  /**
   * Refuses layers of too many weights.
   *
   * @param inputs the columns before the first layer
   * @param widths the widths of the layers
   * @throws IllegalArgumentException if there are more than 20 million weights
   */
  public static void requireWeights(int inputs, List<Integer> widths) {
    Objects.requireNonNull(widths, "widths");
    long weights = 0;
    long before = inputs;
    for (int width : widths) {
      weights += before * width;
      before = width;
      if (weights > MAX_WEIGHTS) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "a critic must have at most %d weights: inputs=%d, widths=%s",
                MAX_WEIGHTS,
                inputs,
                widths));
      }
    }
  }

  static void requirePositive(String name, int value) {
    Check.between(name, value, 1, MAX_WEIGHTS);
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
