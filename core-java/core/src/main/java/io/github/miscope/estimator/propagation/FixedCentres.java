package io.github.miscope.estimator.propagation;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Locale;

/** A channel whose S is a function of the input. */
record FixedCentres(Variable all, double beta, boolean bounded) implements NoisyChannel {

  FixedCentres {
    Check.notNegative("beta", beta);
    for (int j = 0; bounded && j < all.d(); j++) {
      for (int i = 0; i < all.n(); i++) {
        if (Math.abs(all.get(i, j)) > 1) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "%s[%d][%d] is %s: centres of a bounded channel must lie in [-1, 1]",
                  all.name(),
                  i,
                  j,
                  all.get(i, j)));
        }
      }
    }
  }

  @Override
  public int dimension() {
    return all.d();
  }

  @Override
  public int inputs() {
    return all.n();
  }

  @Override
  public boolean deterministicCentres() {
    return true;
  }

  @Override
  public Variable centres(int from, int to, int drawsPerInput, Seed seed) {
    double[][] columns = new double[all.d()][(to - from) * drawsPerInput];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < columns[j].length; i++) {
        columns[j][i] = all.get(from + i / drawsPerInput, j);
      }
    }
    return Variable.ofColumns(all.name(), columns);
  }

  @Override
  public String toString() {
    return all.name() + " + N(0, " + beta + "^2)";
  }
}
