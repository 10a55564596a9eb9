package io.github.miscope.neural.encoder;

import io.github.miscope.sample.Samples;
import java.util.Objects;

/**
 * Encodings of X and of Y, each of which predicts the other variable as well.
 *
 * @param x the encoding of X
 * @param y the encoding of Y
 */
public record CrossPredictiveEncoding(AutoencoderEncoding x, AutoencoderEncoding y) {

  /**
   * Encodings of X and of Y.
   *
   * @param x the encoding of X
   * @param y the encoding of Y
   */
  public CrossPredictiveEncoding {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
  }

  /**
   * The codes of observations.
   *
   * @param samples paired observations, usually not those that it was fitted on
   * @return their codes
   * @throws IllegalArgumentException if a variable has another number of columns
   */
  public Samples apply(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    return new Samples(x.apply(samples.x()), y.apply(samples.y()));
  }
}
