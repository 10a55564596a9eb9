package io.github.miscope.encoder;

import io.github.miscope.sample.Variable;
import java.util.OptionalInt;

/**
 * Compresses a variable to fewer columns, its codes, from which it can be restored approximately.
 *
 * <p>Nearest-neighbour and density estimators need far more observations than there are in hundreds
 * of columns, while most such data lie near a set of few dimensions. Mutual information of codes is
 * at most that of what they encode (the data-processing inequality), and an {@link Encoding} says
 * what is known of the difference. Source: Butakov et al. 2024, "Information Bottleneck Analysis of
 * Deep Neural Networks via Lossy Compression", ICLR, arXiv:2305.08013.
 *
 * <p>Encoders are immutable and thread-safe. Their {@code toString()} is the name in tables.
 */
@FunctionalInterface
public interface Encoder {

  /**
   * Fits an encoding to a sample. The order of its observations does not matter, to the bit.
   *
   * @param variable n observations of d columns
   * @return the encoding, which applies to other samples of the same columns as well
   * @throws IllegalArgumentException if the sample does not suit the encoder; the message names the
   *     variable and the rule
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
   */
  Encoding fit(Variable variable);

  /**
   * The largest number of codes that it gives, where that is known before it is fitted. A variable
   * of no more columns has nothing to compress.
   *
   * @return the number; empty if it follows from the sample, or if nothing is compressed
   */
  default OptionalInt mostCodes() {
    return OptionalInt.empty();
  }

  /**
   * Leaves the variable as it is.
   *
   * @return the identity, which loses nothing
   */
  static Encoder none() {
    return NoEncoder.NONE;
  }

  /**
   * An encoding that was fitted before, on another sample, say.
   *
   * @param encoding the encoding
   * @return an encoder that always gives it
   */
  static Encoder fitted(Encoding encoding) {
    return new FittedEncoder(encoding);
  }
}
