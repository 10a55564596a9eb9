package io.github.miscope.neural.critic;

import java.util.Objects;

/**
 * A perceptron on the concatenated pair (x, y).
 *
 * @param layers the hidden layers
 * @param output what becomes of the last sum; linear by default
 */
public record ConcatenatedCritic(Layers layers, CriticOutput output) implements Critic {

  /**
   * Refuses null.
   *
   * @param layers the hidden layers
   * @param output what becomes of the last sum
   */
  public ConcatenatedCritic {
    Objects.requireNonNull(layers, "layers");
    Objects.requireNonNull(output, "output");
  }

  /**
   * A perceptron whose last sum is the score.
   *
   * @param layers the hidden layers
   */
  public ConcatenatedCritic(Layers layers) {
    this(layers, CriticOutput.LINEAR);
  }

  @Override
  public ConcatenatedCritic withLayers(Layers layers) {
    return new ConcatenatedCritic(layers, output);
  }

  /**
   * The same critic with another end.
   *
   * @param output what becomes of the last sum
   * @return a changed copy
   */
  public ConcatenatedCritic withOutput(CriticOutput output) {
    return new ConcatenatedCritic(layers, output);
  }

  @Override
  public String toString() {
    return output == CriticOutput.LINEAR ? layers.toString() : layers + " " + output;
  }
}
