package io.github.miscope.encoder;

import io.github.miscope.sample.Samples;
import java.util.Objects;

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

  /**
   * This encoder, limited to the kind of codes that it chooses for these samples. Standard errors
   * from parts of the samples use it; codes are still fitted to each part.
   *
   * @param samples the samples that choose
   * @return an encoder with that choice; this one unless overridden
   * @throws IllegalArgumentException if the samples do not suit the encoder
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
   */
  default PairEncoder adaptedTo(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    return this;
  }
}
