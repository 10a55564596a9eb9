package io.github.miscope.inference;

import io.github.miscope.inference.Columns.Column;
import io.github.miscope.internal.parallel.Lazy;
import io.github.miscope.sample.Variable;
import java.util.List;
import java.util.Optional;

/** A variable with what the checks of data find in it alone, found once. */
final class CheckedVariable {

  private final Lazy<List<Column>> continuous;
  private final Lazy<Optional<DependentRowsCheck.Found>> dependentRows;

  CheckedVariable(Variable variable) {
    continuous = new Lazy<>(() -> Columns.continuous(variable));
    dependentRows = new Lazy<>(() -> DependentRowsCheck.strongest(variable));
  }

  /** The continuous columns that vary. */
  List<Column> continuous() {
    return continuous.get();
  }

  /** The column whose rows depend most on the rows before them, if one's do. */
  Optional<DependentRowsCheck.Found> dependentRows() {
    return dependentRows.get();
  }
}
