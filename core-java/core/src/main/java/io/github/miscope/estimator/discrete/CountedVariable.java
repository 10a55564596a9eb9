package io.github.miscope.estimator.discrete;

import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.sample.Variable;

/**
 * A discrete variable and its levels, counted.
 *
 * @param variable the variable, perhaps in another order: for its names
 * @param levels the level of each observation
 */
record CountedVariable(Variable variable, LevelCounts levels) implements PreparedVariable {

  static CountedVariable of(Variable variable) {
    return new CountedVariable(variable, LevelCounts.of(variable));
  }

  @Override
  public CountedVariable permuted(int... rows) {
    return isPermutation(rows)
        ? new CountedVariable(variable, levels.permuted(rows))
        : of(variable.rows(rows));
  }

  private boolean isPermutation(int... rows) {
    boolean[] seen = new boolean[variable.n()];
    for (int row : rows) {
      if (row < 0 || row >= seen.length || seen[row]) {
        return false;
      }
      seen[row] = true;
    }
    return rows.length == seen.length;
  }
}
