package io.github.miscope.encoder;

import io.github.miscope.sample.Variable;
import java.util.OptionalDouble;

/**
 * Codes that are the columns themselves.
 *
 * @param dimension the number of columns
 */
record NoEncoding(int dimension) implements Encoding {

  @Override
  public int latentDimension() {
    return dimension;
  }

  @Override
  public boolean isIdentity() {
    return true;
  }

  @Override
  public Variable apply(Variable variable) {
    Columns.require(variable, dimension, "columns");
    return variable;
  }

  @Override
  public Variable decode(Variable codes) {
    return apply(codes);
  }

  @Override
  public double explainedVariance() {
    return 1;
  }

  @Override
  public double reconstructionError() {
    return 0;
  }

  @Override
  public OptionalDouble lossBound() {
    return OptionalDouble.of(0);
  }
}
