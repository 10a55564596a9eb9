package io.github.miscope.inference;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows that are copies of other rows. They are no observations of their own, so that resampling
 * must keep them together: a unit is a row with its copies.
 */
final class RepeatedRows {

  private final int n;
  private final int distinct;
  private final int multiple;
  private final double expected;
  private final int[][] units;

  /**
   * Repeated rows.
   *
   * @param codes equal for equal rows
   * @param largestUnit how many equal rows are one unit at most
   * @param multiple how often nearly all rows occur, or a multiple of it; 1 if there is no such
   *     number
   * @param expected how many pairs of equal rows the ties of the columns explain
   */
  RepeatedRows(int[] codes, int largestUnit, int multiple, double expected) {
    n = codes.length;
    this.multiple = multiple;
    this.expected = expected;
    int[][] groups = Groups.ofLevels(codes);
    distinct = groups.length;
    List<int[]> all = new ArrayList<>();
    for (int[] group : groups) {
      for (int from = 0; from < group.length; from += largestUnit) {
        all.add(Arrays.copyOfRange(group, from, Math.min(group.length, from + largestUnit)));
      }
    }
    units = all.toArray(new int[0][]);
  }

  /** The rows of X, Y, ... jointly that occur more often than the ties of the columns explain. */
  static Optional<RepeatedRows> among(Variable... variables) {
    return among(Arrays.stream(variables).map(CheckedVariable::new).toList());
  }

  static Optional<RepeatedRows> among(List<CheckedVariable> variables) {
    return variables.stream().allMatch(CheckedVariable::hasTies)
        ? RepeatedRowsCheck.of(variables)
        : Optional.empty();
  }

  /** The rows of each unit, ascending. */
  int[][] units() {
    return units;
  }

  /** The first row of each unit, in the order of rows. */
  int[] representatives() {
    return Arrays.stream(units).mapToInt(unit -> unit[0]).sorted().toArray();
  }

  /** The rows of some units, ascending. */
  int[] rows(int... some) {
    return IntStream.of(some).flatMap(u -> Arrays.stream(units[u])).sorted().toArray();
  }

  /** What a reader must know. */
  DataWarning.RepeatedRows warning(DataWarning.Resampling resampling) {
    return new DataWarning.RepeatedRows(n - distinct, n, multiple, expected, resampling);
  }
}
