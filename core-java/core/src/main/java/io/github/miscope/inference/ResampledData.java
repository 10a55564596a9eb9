package io.github.miscope.inference;

import io.github.miscope.internal.parallel.Lazy;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What resampling must know of data: rows that have copies, and variables that parts may lose. */
final class ResampledData {

  /** A variable that takes several values. */
  private static final class Varying {
    private final Variable variable;
    private final Lazy<int[]> levels;

    Varying(Variable variable) {
      this.variable = variable;
      levels = new Lazy<>(variable::levels);
    }

    /**
     * Whether an estimate from these rows does not depend on the variable: all values are equal,
     * or, of levels, no two have two rows or more.
     */
    boolean isLost(int[] rows) {
      return variable.isDiscrete() ? repeatedLevels(rows) < 2 : isConstant(rows);
    }

    private int repeatedLevels(int[] rows) {
      int[] level = levels.get();
      int[] sizes = new int[variable.n()];
      int repeated = 0;
      for (int row : rows) {
        repeated += ++sizes[level[row]] == 2 ? 1 : 0;
      }
      return repeated;
    }

    private boolean isConstant(int[] rows) {
      for (int j = 0; j < variable.d(); j++) {
        for (int row : rows) {
          if (variable.get(row, j) != variable.get(rows[0], j)) {
            return false;
          }
        }
      }
      return true;
    }
  }

  private final Lazy<Optional<RepeatedRows>> repeated;
  private final List<Varying> varying = new ArrayList<>();

  /**
   * Data.
   *
   * @param needed the variables without which there is nothing to estimate
   * @param repeated the rows that are copies of others
   */
  ResampledData(List<Variable> needed, Lazy<Optional<RepeatedRows>> repeated) {
    this.repeated = repeated;
    for (Variable variable : needed) {
      if (!variable.isConstant()) {
        varying.add(new Varying(variable));
      }
    }
  }

  static ResampledData of(Variable... variables) {
    return new ResampledData(
        Arrays.asList(variables), new Lazy<>(() -> RepeatedRows.among(variables)));
  }

  /** Parts may lose Z. */
  static ResampledData of(ConditionalSamples samples) {
    return new ResampledData(
        List.of(samples.x(), samples.y()),
        new Lazy<>(() -> RepeatedRows.among(samples.x(), samples.y(), samples.z())));
  }

  /** The rows that are copies of others, with them. */
  Optional<RepeatedRows> repeated() {
    return repeated.get();
  }

  /** The name of a variable that these rows have lost. */
  Optional<String> lost(int... rows) {
    return varying.stream()
        .filter(variable -> variable.isLost(rows))
        .map(variable -> variable.variable.name())
        .findFirst();
  }
}
