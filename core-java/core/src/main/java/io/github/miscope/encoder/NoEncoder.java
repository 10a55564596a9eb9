package io.github.miscope.encoder;

import io.github.miscope.sample.Variable;

/** The encoder that leaves variables as they are. */
enum NoEncoder implements Encoder {
  NONE;

  @Override
  public Encoding fit(Variable variable) {
    return new NoEncoding(variable.d());
  }

  @Override
  public String toString() {
    return "none";
  }
}
