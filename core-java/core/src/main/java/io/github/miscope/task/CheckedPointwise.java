package io.github.miscope.task;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.function.DoubleUnaryOperator;

/** A caller's function of single values, checked by its inverse. */
record CheckedPointwise(String name, DoubleUnaryOperator forward, DoubleUnaryOperator inverse)
    implements Bijection {

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

  @Override
  public String toString() {
    return name;
  }
}
