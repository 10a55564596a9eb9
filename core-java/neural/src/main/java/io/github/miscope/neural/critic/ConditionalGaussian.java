package io.github.miscope.neural.critic;

import java.util.Objects;

/**
 * The score log q(y|x) of a normal density with independent components, whose means and log
 * variances are a perceptron of x (Cheng et al. 2020, section 4.2).
 *
 * @param layers the hidden layers
 */
public record ConditionalGaussian(Layers layers) implements Critic {

  /**
   * Refuses null.
   *
   * @param layers the hidden layers
   */
  public ConditionalGaussian {
    Objects.requireNonNull(layers, "layers");
  }

  @Override
  public ConditionalGaussian withLayers(Layers layers) {
    return new ConditionalGaussian(layers);
  }

  @Override
  public boolean scoresAllPairs() {
    return true;
  }

  @Override
  public boolean isDensity() {
    return true;
  }

  @Override
  public String toString() {
    return "q(y|x) " + layers;
  }
}
