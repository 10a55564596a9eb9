package io.github.miscope.encoder;

import io.github.miscope.sample.Variable;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * An encoder that has nothing left to fit.
 *
 * @param encoding the encoding
 */
record FittedEncoder(Encoding encoding) implements Encoder {

  FittedEncoder {
    Objects.requireNonNull(encoding, "encoding");
  }

  @Override
  public Encoding fit(Variable variable) {
    Columns.require(variable, encoding.dimension(), "columns");
    return encoding;
  }

  @Override
  public OptionalInt mostCodes() {
    return encoding.isIdentity() ? OptionalInt.empty() : OptionalInt.of(encoding.latentDimension());
  }

  @Override
  public String toString() {
    return encoding + ", fitted before";
  }
}
