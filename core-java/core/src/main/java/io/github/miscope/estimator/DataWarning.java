package io.github.miscope.estimator;

import io.github.miscope.sample.ColumnKind;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A {@link Warning} about the data, whatever the estimator made of them. */
public sealed interface DataWarning extends Warning {

  /**
   * A column holds one value only and carries no information.
   *
   * @param column its name
   */
  record ConstantColumn(String column) implements DataWarning {

    /**
     * Refuses null.
     *
     * @param column its name
     */
    public ConstantColumn {
      Objects.requireNonNull(column, "column");
    }

    @Override
    public String message(InformationUnit unit) {
      return String.format(Locale.ROOT, "%s is constant and carries no information.", column);
    }
  }

  /**
   * Two columns of one variable hold the same values, up to shift and scale: one of them adds
   * nothing, and distances count it twice.
   *
   * @param first the name of one column
   * @param second the name of the other
   */
  record DuplicateColumns(String first, String second) implements DataWarning {

    /**
     * Refuses null.
     *
     * @param first the name of one column
     * @param second the name of the other
     */
    public DuplicateColumns {
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(second, "second");
    }

    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "%s and %s hold the same values up to shift and scale: leave one out.",
          first,
          second);
    }
  }

  /**
   * X determines a column of Y, or nearly so, or the other way round: for continuous variables the
   * true mutual information may be infinite, and the estimate says more of n than of it.
   *
   * @param what the relation found: "y is a copy of x up to shift and scale"
   */
  record NearDeterministic(String what) implements DataWarning {

    /**
     * Refuses null.
     *
     * @param what the relation found: "y is a copy of x up to shift and scale"
     */
    public NearDeterministic {
      Objects.requireNonNull(what, "what");
    }

    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "%s: the true mutual information may be infinite, and the estimate grows with n.",
          what);
    }
  }

  /**
   * A column of Y is a copy of one of X that holds few different values: their mutual information
   * is the entropy of that column, which is finite.
   *
   * @param what the relation found: "y is a copy of x up to shift and scale"
   * @param column the column of X
   * @param values how many different values it holds
   */
  record CopyOfLevels(String what, String column, int values) implements DataWarning {

    /**
     * Refuses null.
     *
     * @param what the relation found: "y is a copy of x up to shift and scale"
     * @param column the column of X
     * @param values how many different values it holds
     */
    public CopyOfLevels {
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(column, "column");
    }

    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "%s: their mutual information is the entropy of %s, at most log %d = %.3g %s.",
          what,
          column,
          values,
          unit.fromNats(Math.log(values)),
          unit);
    }
  }

  /**
   * Z determines columns of X or of Y, which then carry nothing given Z.
   *
   * @param what the relations found: "x is a copy of z up to shift and scale"
   * @param variable X or Y
   * @param given Z
   * @param whole whether that is all of the variable
   */
  record DeterminedByGiven(List<String> what, String variable, String given, boolean whole)
      implements DataWarning {

    /**
     * A warning about what Z determines.
     *
     * @param what the relations found
     * @param variable X or Y
     * @param given Z
     * @param whole whether that is all of the variable
     */
    public DeterminedByGiven {
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(variable, "variable");
      Objects.requireNonNull(given, "given");
      what = List.copyOf(what);
    }

    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          whole
              ? "%s: given %s, %s is known, and the conditional mutual information is 0, whatever the"
                  + " estimate and its p-value."
              : "%s: given %s, that part of %s carries nothing.",
          String.join("; ", what),
          given,
          variable);
    }
  }

  /**
   * A column of text holds numbers: taken as levels, of which only equality counts, they lose their
   * order and distances.
   *
   * @param column its name
   * @param numbers how many of its levels are numbers
   * @param levels how many levels there are
   * @param other a level that is no number, "?" for instance; empty if all are
   */
  record NumbersAsText(String column, int numbers, int levels, Optional<String> other)
      implements DataWarning {

    /**
     * Refuses null.
     *
     * @param column its name
     * @param numbers how many of its levels are numbers
     * @param levels how many levels there are
     * @param other a level that is no number, "?" for instance; empty if all are
     */
    public NumbersAsText {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(other, "other");
    }

    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "%s holds numbers as text (%d of %d levels%s), of which only equality counts: convert it to"
              + " numbers.",
          column,
          numbers,
          levels,
          other.map(text -> "; another is \"" + text + "\"").orElse(""));
    }
  }

  /**
   * A column of numbers has few different ones, all whole: codes of categories, perhaps, of which
   * only equality counts.
   *
   * @param column its name
   * @param values how many different values it has
   */
  record FewWholeNumbers(String column, int values) implements DataWarning {

    /**
     * Refuses null.
     *
     * @param column its name
     * @param values how many different values it has
     */
    public FewWholeNumbers {
      Objects.requireNonNull(column, "column");
    }

    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "%s has only %d different values, all whole numbers: if they are codes of categories, take"
              + " it as discrete(\"%s\").",
          column,
          values,
          column);
    }
  }

  /**
   * Nearly every row has a level of its own: a name or a number of the row. It determines every
   * other column, and says nothing of it.
   *
   * @param column its name
   * @param levels how many levels there are
   * @param n the number of rows
   */
  record Identifier(String column, int levels, int n) implements DataWarning {

    /** With so many levels for the rows, a discrete column is an identifier. */
    private static final double LEVELS = 0.5;

    /** Fewer rows need not repeat a level. */
    private static final int MIN_ROWS = 20;

    /**
     * Refuses null.
     *
     * @param column its name
     * @param levels how many levels there are
     * @param n the number of rows
     */
    public Identifier {
      Objects.requireNonNull(column, "column");
    }

    /**
     * A warning for each discrete column of 20 rows or more with a level for every second row or
     * more levels.
     *
     * @param variables the variables to inspect
     * @return the warnings, in the order of the columns
     */
    public static List<Warning> of(Variable... variables) {
      Objects.requireNonNull(variables, "variables");
      List<Warning> warnings = new ArrayList<>();
      for (Variable variable : variables) {
        for (int j = 0; variable.n() >= MIN_ROWS && j < variable.d(); j++) {
          if (variable.kinds().get(j) == ColumnKind.DISCRETE) {
            int levels = levels(variable.column(j));
            if (levels > LEVELS * variable.n()) {
              String column = variable.columnNames().get(j);
              warnings.add(new Identifier(column, levels, variable.n()));
            }
          }
        }
      }
      return warnings;
    }

    private static int levels(double... column) {
      Arrays.sort(column);
      int levels = 1;
      for (int i = 1; i < column.length; i++) {
        levels += column[i] != column[i - 1] ? 1 : 0;
      }
      return levels;
    }

    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "%s has %d levels in %d rows: an identifier tells rows apart and says nothing of other"
              + " columns, however large the estimate; leave it out.",
          column,
          levels,
          n);
    }
  }

  /** What resampling does about rows that repeat others. */
  enum Resampling {
    /** Neither interval nor p-value was asked for. */
    NONE,
    /** A row and its copies are kept together, as one observation. */
    TOGETHER,
    /** All rows are taken as independent observations. */
    APART
  }

  /**
   * Rows repeat others exactly, in X and Y jointly, more often than the ties of the columns
   * explain: a table with copies. They are no observations of their own, and dependence is
   * overestimated.
   *
   * @param repeated how many rows repeat an earlier one
   * @param n the number of rows
   * @param multiple how often nearly all rows occur, or a multiple of it; 1 where there is no such
   *     number
   * @param expected how many pairs of equal rows the ties of the columns explain
   * @param resampling what interval and p-value do about it
   */
  record RepeatedRows(int repeated, int n, int multiple, double expected, Resampling resampling)
      implements DataWarning {

    /**
     * Refuses null.
     *
     * @param repeated how many rows repeat an earlier one
     * @param n the number of rows
     * @param multiple how often nearly all rows occur, or a multiple of it; 1 where there is no
     *     such number
     * @param expected how many pairs of equal rows the ties of the columns explain
     * @param resampling what interval and p-value do about it
     */
    public RepeatedRows {
      Objects.requireNonNull(resampling, "resampling");
    }

    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "%d of %d rows repeat an earlier row exactly (%s): copies make the estimate too high;"
              + " leave them out unless they are observations of their own.%s",
          repeated,
          n,
          multiple > 1
              ? "nearly all occur " + multiple + " times, or a multiple of it"
              : String.format(Locale.ROOT, "ties in the columns explain %.0f pairs", expected),
          switch (resampling) {
            case NONE -> "";
            case TOGETHER -> " Interval and p-value take a row and its copies as one observation.";
            case APART ->
                " The interval or p-value takes all rows as independent, and claims too much.";
          });
    }
  }

  /**
   * Rows next to each other are alike, in X and in Y, while error bars and p-values take rows as
   * independent.
   *
   * @param columnX the most autocorrelated column of X
   * @param correlationX its largest rank autocorrelation among the lags looked at
   * @param columnY the most autocorrelated column of Y
   * @param correlationY its largest rank autocorrelation
   */
  record DependentRows(String columnX, double correlationX, String columnY, double correlationY)
      implements DataWarning {

    /**
     * Refuses null.
     *
     * @param columnX the most autocorrelated column of X
     * @param correlationX its largest rank autocorrelation among the lags looked at
     * @param columnY the most autocorrelated column of Y
     * @param correlationY its largest rank autocorrelation
     */
    public DependentRows {
      Objects.requireNonNull(columnX, "columnX");
      Objects.requireNonNull(columnY, "columnY");
    }

    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "Neighbouring rows are alike (rank autocorrelation %.2f in %s, %.2f in %s), but are taken"
              + " as independent: in a series, error bars and p-values are too small; use"
              + " contiguous subsamples and permute blocks. If the table was only sorted, shuffle"
              + " it.",
          correlationX,
          columnX,
          correlationY,
          columnY);
    }
  }

  /**
   * Columns hold equal values (real data are rounded), which the continuous formulas do not allow
   * for; the ties were broken by seeded jitter far below the columns' resolution, and the estimate
   * is the mean over replicates of the jitter.
   *
   * @param columns the tied columns
   * @param replicates how many jitters were averaged
   * @param seed the seed of the jitter
   * @param spread standard deviation of the estimate over the replicates, in nats
   */
  record Ties(List<TiedColumn> columns, int replicates, Seed seed, double spread)
      implements DataWarning {

    /**
     * A warning about ties.
     *
     * @param columns the tied columns
     * @param replicates how many jitters were averaged
     * @param seed the seed of the jitter
     * @param spread standard deviation of the estimate over the replicates, in nats
     */
    public Ties {
      Objects.requireNonNull(columns, "columns");
      Objects.requireNonNull(seed, "seed");
      columns = List.copyOf(columns);
    }

    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "Ties broken by jitter (mean of %d replicates, seed %s, spread %.2g %s): %s.",
          replicates,
          seed,
          unit.fromNats(spread),
          unit,
          columns.stream().map(TiedColumn::toString).collect(Collectors.joining("; ")));
    }
  }

  /**
   * Columns hold equal values (real data are rounded), so that the differential entropy is minus
   * infinity in truth. Each of these columns was filled up to its resolution by seeded uniform
   * noise as wide as its smallest gap; of rounded data that is the discrete entropy plus the log of
   * the resolution (Cover and Thomas 2006, theorem 8.3.1), which is close to the entropy before
   * rounding. Atoms in otherwise continuous data (a column with many zeros) have no such meaning.
   *
   * @param columns the tied columns
   * @param replicates how many draws of the noise were averaged
   * @param seed the seed of the noise
   * @param spread standard deviation of the estimate over the replicates, in nats
   */
  record Dequantised(List<TiedColumn> columns, int replicates, Seed seed, double spread)
      implements DataWarning {

    /**
     * A warning about ties.
     *
     * @param columns the tied columns
     * @param replicates how many draws of the noise were averaged
     * @param seed the seed of the noise
     * @param spread standard deviation of the estimate over the replicates, in nats
     */
    public Dequantised {
      Objects.requireNonNull(columns, "columns");
      Objects.requireNonNull(seed, "seed");
      columns = List.copyOf(columns);
    }

    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "Tied values have a differential entropy of minus infinity; this is the entropy with"
              + " uniform noise of one resolution added (mean of %d replicates, seed %s, spread"
              + " %.2g %s), without meaning if the ties are atoms of continuous data: %s.",
          replicates,
          seed,
          unit.fromNats(spread),
          unit,
          columns.stream().map(TiedColumn::toString).collect(Collectors.joining("; ")));
    }
  }

  /**
   * A column with ties.
   *
   * @param column its name
   * @param tied how many observations share their value with another
   * @param n the number of observations
   * @param resolution the smallest difference between distinct values, in the units that the
   *     estimator saw (after scaling)
   * @param relativeResolution the resolution over the column's standard deviation, which no scaling
   *     changes
   */
  record TiedColumn(String column, int tied, int n, double resolution, double relativeResolution) {

    /**
     * Refuses null.
     *
     * @param column its name
     * @param tied how many observations share their value with another
     * @param n the number of observations
     * @param resolution the smallest difference between distinct values, in the units that the
     *     estimator saw (after scaling)
     * @param relativeResolution the resolution over the column's standard deviation, which no
     *     scaling changes
     */
    public TiedColumn {
      Objects.requireNonNull(column, "column");
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s has %d of %d values tied, resolution %.2g standard deviations",
          column,
          tied,
          n,
          relativeResolution);
    }
  }

  /**
   * Some levels have too few rows for an estimate within them, and are left out.
   *
   * @param variable the variable whose levels they are
   * @param levels how many levels are left out
   * @param rows how many rows they have together
   * @param n the number of observations
   * @param needed how many rows a level needs
   * @param examples the first of them; may be empty
   */
  record RareLevels(
      String variable, int levels, int rows, int n, int needed, List<RareLevel> examples)
      implements DataWarning {

    /**
     * A warning about rare levels.
     *
     * @param variable the variable whose levels they are
     * @param levels how many levels are left out
     * @param rows how many rows they have together
     * @param n the number of observations
     * @param needed how many rows a level needs
     * @param examples the first of them
     */
    public RareLevels {
      Objects.requireNonNull(variable, "variable");
      Objects.requireNonNull(examples, "examples");
      examples = List.copyOf(examples);
    }

    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "%d %s of %s %s fewer than %d rows and %s left out, %d of %d rows%s.",
          levels,
          levels == 1 ? "level" : "levels",
          variable,
          levels == 1 ? "has" : "have",
          needed,
          levels == 1 ? "is" : "are",
          rows,
          n,
          examples.isEmpty()
              ? ""
              : examples.stream()
                      .map(RareLevel::toString)
                      .collect(Collectors.joining(", ", ": ", ""))
                  + (levels > examples.size() ? ", ..." : ""));
    }
  }

  /**
   * A level of one column, or of several jointly.
   *
   * @param columns the names of the columns
   * @param values the value of each, or the name of its level
   * @param rows how many rows have them
   */
  record RareLevel(List<String> columns, List<String> values, int rows) {

    /**
     * A level.
     *
     * @param columns the names of the columns
     * @param values the value of each, or the name of its level
     * @param rows how many rows have them
     */
    public RareLevel {
      Objects.requireNonNull(columns, "columns");
      Objects.requireNonNull(values, "values");
      columns = List.copyOf(columns);
      values = List.copyOf(values);
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < columns.size(); j++) {
        text.append(j == 0 ? "" : ", ").append(columns.get(j)).append(" = ").append(values.get(j));
      }
      return text + " (" + rows + (rows == 1 ? " row)" : " rows)");
    }
  }

  /**
   * Many levels were seen only once, so that many more exist unseen: entropies are probably low,
   * and mutual information depends on the correction for it.
   *
   * @param variable the variable or pair of variables
   * @param levels how many levels were seen
   * @param singletons how many of them once only
   * @param n the number of observations
   */
  record UnseenLevels(String variable, int levels, int singletons, int n) implements DataWarning {

    /**
     * Refuses null.
     *
     * @param variable the variable or pair of variables
     * @param levels how many levels were seen
     * @param singletons how many of them once only
     * @param n the number of observations
     */
    public UnseenLevels {
      Objects.requireNonNull(variable, "variable");
    }

    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "%d of the %d levels of %s were seen once only (n = %d): about %.2g of the probability"
              + " is in levels not seen at all, and the correction for them may not be enough.",
          singletons,
          levels,
          variable,
          n,
          singletons / (double) n);
    }
  }
}
