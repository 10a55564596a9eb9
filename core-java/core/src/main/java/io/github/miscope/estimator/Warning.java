package io.github.miscope.estimator;

import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Something that a reader of an estimate must know, as data: a {@link DataWarning} or an {@link
 * EstimateWarning}.
 */
public sealed interface Warning permits DataWarning, EstimateWarning, Warning.InStrata {

  /**
   * The warning as one sentence, with its numbers.
   *
   * @param unit the unit of amounts of information
   * @return text for people
   */
  String message(InformationUnit unit);

  /**
   * The warning as one sentence, with its numbers, amounts of information in nats.
   *
   * @return text for people
   */
  default String message() {
    return message(InformationUnit.NATS);
  }

  /**
   * The kind of the warning.
   *
   * @return its kind, which has a name in tables and a word or two for people
   */
  default WarningKind kind() {
    return WarningKind.of(this);
  }

  /**
   * A word or two for places where the sentence does not fit.
   *
   * @return for instance {@code "few points"}
   */
  default String label() {
    return kind().label();
  }

  /**
   * A warning for each column that holds one value only.
   *
   * @param variables the variables to inspect
   * @return the warnings, in the order of the columns
   */
  static List<Warning> ofConstantColumns(Variable... variables) {
    Objects.requireNonNull(variables, "variables");
    List<Warning> warnings = new ArrayList<>();
    for (Variable variable : variables) {
      for (int j = 0; j < variable.d(); j++) {
        if (variable.isConstant(j)) {
          warnings.add(new DataWarning.ConstantColumn(variable.columnNames().get(j)));
        }
      }
    }
    return warnings;
  }

  /**
   * A warning about estimates within strata, of which an estimate is the mean.
   *
   * @param strata in how many strata it was given
   * @param of how many strata there are
   * @param example the warning of the largest of these strata
   */
  record InStrata(int strata, int of, Warning example) implements Warning {

    /**
     * Refuses null.
     *
     * @param strata in how many strata it was given
     * @param of how many strata there are
     * @param example the warning of the largest of these strata
     */
    public InStrata {
      Objects.requireNonNull(example, "example");
    }

    @Override
    public String label() {
      return example.label() + " within levels";
    }

    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT, "In %d of %d strata: %s", strata, of, example.message(unit));
    }
  }
}
