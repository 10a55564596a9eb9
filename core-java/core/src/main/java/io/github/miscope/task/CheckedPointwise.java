package io.github.miscope.task;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.function.DoubleUnaryOperator;

/** A caller's function of single values, checked by its inverse. */
record CheckedPointwise(String name, DoubleUnaryOperator forward, DoubleUnaryOperator inverse)
    implements Bijection, Identified {

  @Override
  public Variable apply(Variable variable, Seed seed) {
    Variable after = Columns.map(name, forward, variable);
    double[][] images = after.columns();
    double[][] restored = after.columns();
    for (double[] column : restored) {
      for (int i = 0; i < column.length; i++) {
        Sampling.poll(i);
        column[i] = inverse.applyAsDouble(column[i]);
      }
    }
    RoundTrip.check(name, variable, images, restored);
    return after;
  }

  /** The functions cannot be compared: the name stands for them. */
  @Override
  public void identify(IdentityDigest digest) {
    digest.addName(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
