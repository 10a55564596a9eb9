package io.github.miscope.inference;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Warning;
import io.github.miscope.inference.Columns.Column;
import io.github.miscope.internal.neighbour.order.RadixSort;
import io.github.miscope.internal.parallel.Lazy;
import io.github.miscope.sample.Variable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A variable with what the checks of data find in it alone, found once. */
final class CheckedVariable {

  private final Lazy<List<Column>> continuous;
  private final Lazy<Optional<DependentRowsCheck.Found>> dependentRows;

  private final Variable variable;
  private final List<Lazy<SortedValues>> sorted;
  private final Lazy<Boolean> ties;
  private final Lazy<int[]> codes;
  private final Lazy<List<Warning>> identifiers;

  CheckedVariable(Variable variable) {
    this.variable = variable;
    ties =
        new Lazy<>(
            () ->
                IntStream.range(0, variable.d())
                    .allMatch(j -> RadixSort.hasTies(variable.column(j))));
    codes = new Lazy<>(() -> RowCodes.of(variable));
    identifiers = new Lazy<>(() -> DataWarning.Identifier.of(variable));
    sorted =
        IntStream.range(0, variable.d())
            .mapToObj(j -> new Lazy<>(() -> new SortedValues(variable.column(j))))
            .toList();
    continuous = new Lazy<>(() -> Columns.continuous(variable, j -> sorted.get(j).get()));
    dependentRows =
        new Lazy<>(() -> DependentRowsCheck.strongest(variable, j -> sorted.get(j).get()));
  }

  /** The continuous columns that vary. */
  List<Column> continuous() {
    return continuous.get();
  }

  /** Whether every column holds some value twice; if not, no row repeats another. */
  boolean hasTies() {
    return ties.get();
  }

  /** Equal for rows that are equal in every column, from 0; for reading. */
  int[] codes() {
    return codes.get();
  }

  /** The same without one continuous column. */
  int[] codesWithout(Column column) {
    int[] result = new int[variable.n()];
    for (int j = 0; j < variable.d(); j++) {
      if (!variable.columnNames().get(j).equals(column.name())) {
        result = RowCodes.jointly(result, RowCodes.ofColumn(variable.column(j)));
      }
    }
    return result;
  }

  /** The variable of some rows. */
  CheckedVariable rows(int... rows) {
    return new CheckedVariable(variable.rows(rows));
  }

  /** The observations. */
  Variable variable() {
    return variable;
  }

  /** A warning for each discrete column whose levels hardly ever repeat. */
  List<Warning> identifiers() {
    return identifiers.get();
  }

  /** The column whose rows depend most on the rows before them, if one's do. */
  Optional<DependentRowsCheck.Found> dependentRows() {
    return dependentRows.get();
  }
}
