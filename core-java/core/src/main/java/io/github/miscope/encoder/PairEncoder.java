package io.github.miscope.encoder;

import io.github.miscope.sample.Samples;

/**
 * Compresses X and Y together, so that the codes keep what the two share, and not what varies most.
 *
 * <p>Encoders are immutable and thread-safe. Their {@code toString()} is the name in tables.
 */
@FunctionalInterface
public interface PairEncoder {

  /**
   * Fits codes of X and of Y to samples. The order of the observations does not matter.
   *
   * @param samples n paired observations
   * @return their codes
   * @throws IllegalArgumentException if the samples do not suit the encoder
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
   */
  PairEncoding fit(Samples samples);
}
