package io.github.miscope.estimator.discrete;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.Warning;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * A discrete variable and its levels, counted.
 *
 * @param variable the variable, perhaps in another order: for its names
 * @param levels the level of each observation
 * @param warnings constant columns and identifiers
 */
record CountedVariable(Variable variable, LevelCounts levels, List<Warning> warnings)
    implements PreparedVariable {

  CountedVariable {
    warnings = List.copyOf(warnings);
  }

  static CountedVariable of(Variable variable) {
    List<Warning> warnings = new ArrayList<>(Warning.ofConstantColumns(variable));
    warnings.addAll(DataWarning.Identifier.of(variable));
    return new CountedVariable(variable, LevelCounts.of(variable), warnings);
  }

  @Override
  public CountedVariable permuted(int... rows) {
    return isPermutation(rows)
        ? new CountedVariable(variable, levels.permuted(rows), warnings)
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
