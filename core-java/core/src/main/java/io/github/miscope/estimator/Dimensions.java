package io.github.miscope.estimator;

import io.github.miscope.sample.ColumnKind;
import io.github.miscope.sample.Variable;
import java.util.stream.IntStream;

/** The dimensions in which neighbours are searched for. */
final class Dimensions {

  private Dimensions() {}

  /** How many continuous columns vary. */
  static int of(Variable variable) {
    return (int)
        IntStream.range(0, variable.d())
            .filter(j -> variable.kinds().get(j) == ColumnKind.CONTINUOUS)
            .filter(j -> !variable.isConstant(j))
            .count();
  }

  /** Whether both variables vary, so that there is something to estimate. */
  static boolean vary(Variable x, Variable y) {
    return !x.isConstant() && !y.isConstant();
  }
}
