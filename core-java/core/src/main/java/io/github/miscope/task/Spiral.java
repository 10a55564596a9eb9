package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;

/** A rotation in one plane by an angle that grows with the squared length of the row. */
record Spiral(int first, int second, double speed) implements Bijection {

  Spiral {
    Check.atLeast("first", first, 0);
    if (second <= first) {
      throw new IllegalArgumentException(
          "second must be above first: first=" + first + ", second=" + second);
    }
    if (!Double.isFinite(speed)) {
      throw new IllegalArgumentException("speed must be finite: speed=" + speed);
    }
  }

  @Override
  public Variable apply(Variable variable, Seed seed) {
    dimension(variable.d());
    double[][] after = rotated(variable.columns(), speed);
    // A rotation keeps the length of a row, so that turning back undoes it.
    RoundTrip.check(this, variable, after, rotated(Columns.copy(after), -speed));
    return variable.withColumns(after);
  }

  /** Rotates in place. */
  private double[][] rotated(double[][] columns, double turn) {
    for (int i = 0; i < columns[0].length; i++) {
      Sampling.poll(i);
      double square = 0;
      for (double[] column : columns) {
        square += column[i] * column[i];
      }
      double cos = Math.cos(turn * square);
      double sin = Math.sin(turn * square);
      double a = columns[first][i];
      double b = columns[second][i];
      columns[first][i] = cos * a - sin * b;
      columns[second][i] = sin * a + cos * b;
    }
    return columns;
  }

  @Override
  public int dimension(int d) {
    if (d <= second) {
      throw new IllegalArgumentException(
          this + " applies to variables of at least " + (second + 1) + " dimensions: d=" + d);
    }
    return d;
  }

  @Override
  public String toString() {
    return "spiral(" + first + ", " + second + ", speed = " + TaskLabels.number(speed) + ")";
  }
}
