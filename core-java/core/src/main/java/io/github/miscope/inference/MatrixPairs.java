package io.github.miscope.inference;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.List;

/** All pairs of some variables, row by row of the upper triangle of their matrix. */
final class MatrixPairs implements VariablePairs {

  private final List<Variable> variables;
  private final TriangleIndex triangle;

  MatrixPairs(List<Variable> variables) {
    this.variables = List.copyOf(variables);
    this.triangle = new TriangleIndex(variables.size());
  }

  @Override
  public int size() {
    return triangle.size();
  }

  @Override
  public Samples samples(int pair) {
    return new Samples(variables.get(x(pair)), variables.get(y(pair)));
  }

  @Override
  public int x(int pair) {
    return triangle.row(pair);
  }

  @Override
  public int y(int pair) {
    return triangle.column(pair);
  }
}
