package io.github.miscope.task;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** A caller's function of rows, checked by its inverse. */
record CheckedRows(String name, UnaryOperator<double[]> forward, UnaryOperator<double[]> inverse)
    implements Bijection, Identified {

  @Override
  public Variable apply(Variable variable, Seed seed) {
    double[][] after = mapRows(forward, variable.columns(), "");
    double[][] restored = mapRows(inverse, after, "the inverse of ");
    RoundTrip.check(name, variable, after, restored);
    return Variable.ofColumns(variable.name(), after);
  }

  private double[][] mapRows(UnaryOperator<double[]> function, double[][] columns, String which) {
    int d = columns.length;
    int n = columns[0].length;
    double[][] mapped = new double[d][n];
    for (int i = 0; i < n; i++) {
      Sampling.poll(i);
      int row = i;
      double[] before = Arrays.stream(columns).mapToDouble(column -> column[row]).toArray();
      double[] after = function.apply(before.clone());
      if (after.length != d) {
        throw new IllegalArgumentException(
            which
                + name
                + " must keep the number of dimensions: row "
                + i
                + " has "
                + d
                + " values before and "
                + after.length
                + " after it");
      }
      for (int j = 0; j < d; j++) {
        mapped[j][i] = after[j];
      }
    }
    return mapped;
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
