package io.github.miscope.selection;

import io.github.miscope.internal.check.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Columns in the order in which they were chosen. Immutable.
 *
 * @param target the name of the target
 * @param criterion what they were chosen by
 * @param estimator the estimator of pairs
 * @param conditional the estimator of I(X;Y|S)
 * @param n the number of observations
 * @param candidates the number of columns to choose from, those without an estimate included
 * @param level adjusted p-values up to it count as significant
 * @param permutations how many draws each test has; 0 without tests
 * @param steps the chosen columns, the first one first
 * @param failures why columns could not be candidates, by name
 */
public record MiSelection(
    String target,
    SelectionCriterion criterion,
    String estimator,
    String conditional,
    int n,
    int candidates,
    double level,
    int permutations,
    List<SelectionStep> steps,
    Map<String, String> failures) {

  /**
   * Copies its lists.
   *
   * @param target the name of the target
   * @param criterion what they were chosen by
   * @param estimator the estimator of pairs
   * @param conditional the estimator of I(X;Y|S)
   * @param n the number of observations
   * @param candidates the number of columns to choose from
   * @param level adjusted p-values up to it count as significant
   * @param permutations how many draws each test has
   * @param steps the chosen columns
   * @param failures why columns could not be candidates, by name
   */
  public MiSelection {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(criterion, "criterion");
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(conditional, "conditional");
    steps = Check.copy("steps", steps);
    failures = Map.copyOf(Objects.requireNonNull(failures, "failures"));
  }

  /**
   * The names of the chosen columns.
   *
   * @return in the order of choice
   */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (SelectionStep step : steps) {
      names.add(step.name());
    }
    return names;
  }

  /**
   * Where to stop: the number of columns before the first whose adjusted p-value is above the
   * level. A column without a test, which is one where target and column are discrete and something
   * chosen is not, does not stop it.
   *
   * @return from 0 to the number of steps; empty without p-values
   */
  public OptionalInt stop() {
    if (steps.stream().allMatch(step -> step.adjustedPValue().isEmpty())) {
      return OptionalInt.empty();
    }
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).adjustedPValue().orElse(0) > level) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.of(steps.size());
  }
}
