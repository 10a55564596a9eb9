package io.github.miscope.neural.critic;

import java.util.Objects;

/**
 * A perceptron on the concatenated pair (x, y).
 *
 * @param layers the hidden layers
 */
public record ConcatenatedCritic(Layers layers) implements Critic {

  /**
   * Refuses null.
   *
   * @param layers the hidden layers
   */
  public ConcatenatedCritic {
    Objects.requireNonNull(layers, "layers");
  }

  @Override
  public ConcatenatedCritic withLayers(Layers layers) {
    return new ConcatenatedCritic(layers);
  }

  @Override
  public String toString() {
    return layers.toString();
  }
}
