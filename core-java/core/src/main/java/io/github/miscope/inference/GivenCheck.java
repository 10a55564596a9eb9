package io.github.miscope.inference;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Warning;
import io.github.miscope.inference.Columns.Column;
import io.github.miscope.sample.ColumnKind;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Looks for a variable that Z determines, so that given Z it carries nothing: columns that are a
 * copy or a function of a continuous column of Z, also by another function for each level of Z,
 * constant within the levels of its discrete ones, or a linear combination of its columns.
 */
final class GivenCheck {

  /** The probability of a false alarm from independent columns. */
  private static final double FALSE_ALARMS = 0.001;

  /** Levels over a continuous column are a function if so many rows lie in a row of one level. */
  private static final int ROWS_IN_RUN = 20;

  /** Fewer rows of a level show no function; levels of so many must hold most rows. */
  private static final int ROWS_IN_LEVEL = 20;

  private static final double MAX_ROWS = 0.9;

  /** Bends of a smooth curve are a smaller part of its steps, in the median. */
  private static final double BEND = 0.25;

  private final CheckedVariable given;
  private final Optional<int[]> levels;

  private GivenCheck(CheckedVariable given) {
    this.given = given;
    levels = given.variable().part(ColumnKind.DISCRETE).map(RowCodes::of);
  }

  static Optional<Warning> of(CheckedVariable checked, CheckedVariable given) {
    Variable variable = checked.variable();
    GivenCheck check = new GivenCheck(given);
    List<String> found = new ArrayList<>();
    int varying = 0;
    for (int j = 0; j < variable.d(); j++) {
      if (!variable.isConstant(j)) {
        varying++;
        check.relation(variable, j).ifPresent(found::add);
      }
    }
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DataWarning.DeterminedByGiven(
                found, variable.name(), given.variable().name(), found.size() == varying));
  }

  /** "x is a copy of z up to shift and scale". */
  private Optional<String> relation(Variable variable, int j) {
    String name = variable.columnNames().get(j);
    double[] values = variable.column(j);
    if (levels.isPresent() && isConstantWithin(levels.get(), RowCodes.ofColumn(values))) {
      return Optional.of(name + " is constant within the levels of " + given.variable().name());
    }
    boolean isDiscrete = variable.kinds().get(j) == ColumnKind.DISCRETE;
    for (Column z : given.continuous()) {
      if (isDiscrete) {
        if (isInRuns(z, RowCodes.ofColumn(values))) {
          return Optional.of(name + " is a function of " + z.name() + ", or nearly so");
        }
      } else {
        Column x = Columns.of(name, values);
        if (Columns.areSame(x, z) && z.chanceOfCopy() < FALSE_ALARMS) {
          return Optional.of(name + " is a copy of " + z.name() + " up to shift and scale");
        }
        if (isCurve(z, x)) {
          return Optional.of(name + " is a function of " + z.name() + ", or nearly so");
        }
      }
    }
    if (!isDiscrete
        && LinearDependence.between(List.of(Columns.of(name, values)), given.continuous())
            .isPresent()) {
      return Optional.of(name + " is a linear function of " + given.variable().name());
    }
    return withinLevels(values, isDiscrete)
        .map(z -> name + " is a function of " + z + " within levels, or nearly so");
  }

  /** The continuous column of Z of which the values are a function within each of its levels. */
  private Optional<String> withinLevels(double[] values, boolean isDiscrete) {
    if (levels.isEmpty()) {
      return Optional.empty();
    }
    List<int[]> large =
        Arrays.stream(Groups.ofLevels(levels.get()))
            .filter(rows -> rows.length >= ROWS_IN_LEVEL)
            .toList();
    int covered = large.stream().mapToInt(rows -> rows.length).sum();
    if (covered < MAX_ROWS * values.length) {
      return Optional.empty();
    }
    return given.continuous().stream()
        .filter(
            z ->
                large.stream().allMatch(rows -> isFunction(z.rows(rows), values, rows, isDiscrete)))
        .map(Column::name)
        .findFirst();
  }

  /** Whether the values of some rows vary, and are a function of z. */
  private boolean isFunction(Column z, double[] values, int[] rows, boolean isDiscrete) {
    double[] own = Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    if (z.distinct() < 2 || Arrays.stream(own).allMatch(v -> v == own[0])) {
      return false;
    }
    return isDiscrete ? isInRuns(z, RowCodes.ofColumn(own)) : isCurve(z, Columns.of("", own));
  }

  private boolean isCurve(Column z, Column x) {
    return DeterminismCheck.isCurve(z, x, given.continuous().size()) && isSmooth(z, x);
  }

  /**
   * Whether x is in order over z without exception, or its values lie near straight lines between
   * their neighbours over z. Noise that is small against the range of x, but not against the steps
   * between rows, is noise all the same, and may have to do with Y.
   */
  private static boolean isSmooth(Column z, Column x) {
    int[] order = z.order();
    int n = order.length;
    if (DeterminismCheck.unexplained(z, x) <= 3.0 / (n + 1) * (1 + 1e-9)) {
      return true;
    }
    double[] bends = new double[n - 2];
    double[] steps = new double[n - 2];
    for (int r = 0; r < n - 2; r++) {
      double first = x.unit()[order[r + 1]] - x.unit()[order[r]];
      double second = x.unit()[order[r + 2]] - x.unit()[order[r + 1]];
      double width = z.unit()[order[r + 2]] - z.unit()[order[r]];
      double part = width > 0 ? (z.unit()[order[r + 1]] - z.unit()[order[r]]) / width : 0.5;
      bends[r] = Math.abs(first - part * (first + second));
      steps[r] = Math.abs(first);
    }
    Arrays.sort(bends);
    Arrays.sort(steps);
    return bends[n / 2 - 1] <= BEND * steps[n / 2 - 1];
  }

  /** Whether rows of one level share a value, which by chance they would not. */
  private static boolean isConstantWithin(int[] level, int[] value) {
    int[] first = new int[level.length];
    Arrays.fill(first, -1);
    int repeats = 0;
    for (int i = 0; i < level.length; i++) {
      int seen = first[level[i]];
      if (seen >= 0 && value[seen] != value[i]) {
        return false;
      }
      repeats += seen >= 0 ? 1 : 0;
      first[level[i]] = i;
    }
    int most = Arrays.stream(RowCodes.counts(value)).max().orElse(0);
    return repeats * Math.log((double) most / level.length) < Math.log(FALSE_ALARMS);
  }

  /** Whether the levels lie in a few runs over z, which by chance they would not. */
  private static boolean isInRuns(Column z, int[] level) {
    int[] order = z.order();
    int runs = 1;
    for (int r = 1; r < order.length; r++) {
      runs += level[order[r]] != level[order[r - 1]] ? 1 : 0;
    }
    int[] counts = RowCodes.counts(level);
    double logOrders = LogGamma.value(level.length + 1.0);
    for (int count : counts) {
      logOrders -= LogGamma.value(count + 1.0);
    }
    // Fewer orders than n^(2 runs) have so few runs.
    double logFew = 2.0 * runs * Math.log(level.length);
    return runs * ROWS_IN_RUN <= level.length
        && runs <= counts.length + 1
        && logFew - logOrders < Math.log(FALSE_ALARMS);
  }
}
