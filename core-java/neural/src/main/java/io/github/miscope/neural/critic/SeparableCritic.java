package io.github.miscope.neural.critic;

import java.util.Objects;

/**
 * The scalar product of a perceptron of x and one of y: all pairs of a batch cost one product of
 * matrices.
 *
 * @param layers the hidden layers
 * @param dimension outputs of each perceptron
 */
public record SeparableCritic(Layers layers, int dimension) implements Critic {

  /**
   * A critic.
   *
   * @param layers the hidden layers
   * @param dimension outputs of each perceptron, at least 1
   * @throws IllegalArgumentException if the dimension is below 1
   */
  public SeparableCritic {
    Objects.requireNonNull(layers, "layers");
    Layers.requirePositive("dimension", dimension);
  }

  @Override
  public SeparableCritic withLayers(Layers layers) {
    return new SeparableCritic(layers, dimension);
  }

  /**
   * The same critic with another number of outputs.
   *
   * @param newDimension outputs of each perceptron
   * @return a changed copy
   */
  public SeparableCritic withDimension(int newDimension) {
    return new SeparableCritic(layers, newDimension);
  }

  @Override
  public boolean scoresAllPairs() {
    return true;
  }

  @Override
  public String toString() {
    return "separable " + layers + " to " + dimension;
  }
}
