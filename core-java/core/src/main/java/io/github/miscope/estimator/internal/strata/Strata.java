package io.github.miscope.estimator.internal.strata;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Warning;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The rows of each level of a discrete variable, and means over them. */
public final class Strata {

  private static final int EXAMPLES = 3;

  /** The mean of the estimates within strata, weighted by their rows. */
  public record Mean(double nats, int strata, List<Warning> warnings) {

    /** A mean. */
    public Mean {
      warnings = List.copyOf(warnings);
    }
  }

  private final Variable given;
  private final List<int[]> rows;

  private Strata(Variable given, List<int[]> rows) {
    this.given = given;
    this.rows = rows;
  }

  /** The strata of a discrete variable, in the order of its levels. */
  public static Strata of(Variable given) {
    int[] levels = given.levels();
    List<int[]> rows = new ArrayList<>();
    int[] sizes = new int[levels.length];
    for (int level : levels) {
      sizes[level]++;
    }
    for (int l = 0; l < sizes.length && sizes[l] > 0; l++) {
      rows.add(new int[sizes[l]]);
    }
    int[] filled = new int[rows.size()];
    for (int i = 0; i < levels.length; i++) {
      rows.get(levels[i])[filled[levels[i]]++] = i;
    }
    return new Strata(given, rows);
  }

  /**
   * The mean over the strata that have enough rows. The others are left out with a warning.
   *
   * @param label of the estimator, for messages
   * @param needed how many rows a stratum needs
   * @param estimator the estimate from the rows of one stratum
   * @throws IllegalArgumentException if strata with enough rows have less than half of all rows, or
   *     an estimate within a stratum is refused; the message names the stratum
   */
  public Mean mean(String label, int needed, Function<int[], Estimate> estimator) {
    List<int[]> usable = rows.stream().filter(r -> r.length >= needed).toList();
    int used = usable.stream().mapToInt(r -> r.length).sum();
    List<Warning> warnings = new ArrayList<>();
    if (usable.size() < rows.size()) {
      DataWarning.RareLevels rare = rare(needed, used);
      if (2 * used < given.n()) {
        throw new IllegalArgumentException(
            label + " needs at least " + needed + " rows in most levels: " + rare.message());
      }
      warnings.add(rare);
    }
    double nats = 0;
    List<Estimate> estimates = new ArrayList<>();
    for (int[] r : usable) {
      Estimate estimate = within(label, r, estimator);
      estimates.add(estimate);
      nats += estimate.nats() * r.length / used;
    }
    warnings.addAll(summary(estimates));
    return new Mean(nats, usable.size(), warnings);
  }

  private Estimate within(String label, int[] r, Function<int[], Estimate> estimator) {
    try {
      return estimator.apply(r);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(label + " within " + level(r) + ": " + e.getMessage(), e);
    }
  }

  private DataWarning.RareLevels rare(int needed, int used) {
    List<int[]> rare = rows.stream().filter(r -> r.length < needed).toList();
    return new DataWarning.RareLevels(
        given.name(),
        rare.size(),
        given.n() - used,
        given.n(),
        needed,
        rare.stream().limit(EXAMPLES).map(this::level).toList());
  }

  private DataWarning.RareLevel level(int[] r) {
    return new DataWarning.RareLevel(
        given.columnNames(),
        IntStream.range(0, given.d()).mapToObj(j -> given.shown(r[0], j)).toList(),
        r.length);
  }

  /**
   * One warning of each kind, with the number of strata that gave it. That a column is constant
   * within a stratum is nothing to warn of: there it has no information.
   */
  private List<Warning> summary(List<Estimate> estimates) {
    Map<Class<?>, List<Estimate>> byKind = new LinkedHashMap<>();
    for (Estimate estimate : estimates) {
      estimate.warnings().stream()
          .map(Warning::getClass)
          .filter(kind -> kind != DataWarning.ConstantColumn.class)
          .distinct()
          .forEach(kind -> byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(estimate));
    }
    List<Warning> summary = new ArrayList<>();
    byKind.forEach(
        (kind, with) -> {
          Estimate largest = with.get(0);
          for (Estimate estimate : with) {
            largest = estimate.n() > largest.n() ? estimate : largest;
          }
          Warning example =
              largest.warnings().stream().filter(kind::isInstance).findFirst().orElseThrow();
          summary.add(new Warning.InStrata(with.size(), estimates.size(), example));
        });
    return summary;
  }

  /** Levels of several discrete variables, taken jointly. */
  public static Variable jointly(String name, Variable... parts) {
    List<Variable> columns = new ArrayList<>();
    for (Variable part : parts) {
      // Two variables may have a column name in common.
      String prefix = parts.length > 1 ? part.name() + ": " : "";
      columns.add(
          part.withColumnNames(
              part.columnNames().stream().map(column -> prefix + column).toList()));
    }
    return Variable.join(name, columns.toArray(new Variable[0]));
  }
}
