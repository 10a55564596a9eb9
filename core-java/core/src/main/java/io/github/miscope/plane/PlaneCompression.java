package io.github.miscope.plane;

import io.github.miscope.encoder.Encoder;
import io.github.miscope.encoder.Encoding;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.sample.Variable;
import java.util.concurrent.CancellationException;

/**
 * How X and T are compressed (Butakov et al. 2024, arXiv:2305.08013, Algorithm 2).
 *
 * @param inputs the encoder of X
 * @param layers the encoder of each T
 */
record PlaneCompression(Encoder inputs, Encoder layers) {

  /**
   * Fits an encoder, unless there is nothing to compress: levels, or no more columns than codes.
   */
  static Encoding fit(Encoder encoder, Variable variable) {
    if (variable.isDiscrete() || variable.d() <= encoder.mostCodes().orElse(1)) {
      return Encoder.none().fit(variable);
    }
    try {
      return encoder.fit(variable);
    } catch (CancellationException e) {
      throw EstimationInterruptedException.of(e);
    }
  }

  @Override
  public String toString() {
    return inputs.equals(layers) ? inputs.toString() : "x: " + inputs + ", layers: " + layers;
  }
}
