package io.github.miscope.neural.critic;

/**
 * A perceptron on the concatenated pair (x, y).
 *
 * @param layers the hidden layers
 */
public record ConcatenatedCritic(Layers layers) implements Critic {

  @Override
  public ConcatenatedCritic withLayers(Layers newLayers) {
    return new ConcatenatedCritic(newLayers);
  }

  @Override
  public String toString() {
    return layers.toString();
  }
}
