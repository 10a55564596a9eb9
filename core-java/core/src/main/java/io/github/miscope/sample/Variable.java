package io.github.miscope.sample;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.internal.neighbour.order.Ranks;
import io.github.miscope.internal.parallel.Interrupts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * n observations of one d-dimensional random variable, stored by column; a column is continuous or
 * {@link ColumnKind#DISCRETE}. Immutable; copied and checked once, when made: every value is
 * finite, n &ge; 2, d &ge; 1. There is one zero: -0 is stored as 0.
 */
public final class Variable implements Identified {

  private final String name;
  private final List<String> columnNames;
  private final List<ColumnKind> kinds;

  /** By column; empty where levels have no names. */
  private final List<List<String>> levelNames;

  private final double[][] columns;

  private Variable(
      String name,
      List<String> columnNames,
      List<ColumnKind> kinds,
      List<List<String>> levelNames,
      double[][] ownedColumns) {
    this.name = name;
    this.columnNames = columnNames;
    this.kinds = kinds;
    this.levelNames = levelNames;
    this.columns = ownedColumns;
    check();
    unifyZeros();
  }

  /**
   * Makes -0 a 0: whoever sorts, ranks, hashes or compares values then sees one value. This is the
   * only place where it is done.
   */
  private void unifyZeros() {
    for (double[] column : columns) {
      for (int i = 0; i < column.length; i++) {
        column[i] += 0.0;
      }
    }
  }

  /**
   * A one-dimensional variable.
   *
   * @param name its name in messages, for instance {@code "x"}
   * @param values n observations
   * @return the variable
   * @throws IllegalArgumentException if n &lt; 2 or a value is not finite
   */
  public static Variable of(String name, double... values) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(values, "values");
    return ofColumns(name, values);
  }

  /**
   * A variable given by columns.
   *
   * @param name its name in messages
   * @param columns d columns of n observations each
   * @return the variable
   * @throws IllegalArgumentException if there is no column, a column has another length than the
   *     first, n &lt; 2 or a value is not finite
   */
  public static Variable ofColumns(String name, double[]... columns) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(columns, "columns");
    return ofColumns(name, defaultNames(name, columns.length), columns);
  }

  /**
   * A variable given by named columns.
   *
   * @param name its name in messages
   * @param columnNames d distinct names
   * @param columns d columns of n observations each
   * @return the variable
   * @throws IllegalArgumentException as {@link #ofColumns(String, double[][])}, and if there are
   *     more or fewer names than columns or a name occurs twice
   */
  public static Variable ofColumns(String name, List<String> columnNames, double[]... columns) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(columnNames, "columnNames");
    Objects.requireNonNull(columns, "columns");
    return of(name, columnNames, allOf(ColumnKind.CONTINUOUS, columns.length), columns);
  }

  /**
   * A discrete variable given by the codes of its levels; only equality of codes counts.
   *
   * @param name its name in messages
   * @param codes n observations
   * @return the variable, d = 1
   * @throws IllegalArgumentException if n &lt; 2
   */
  public static Variable discrete(String name, int... codes) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(codes, "codes");
    double[] values = Arrays.stream(codes).asDoubleStream().toArray();
    return of(name, List.of(name), List.of(ColumnKind.DISCRETE), values);
  }

  /**
   * A discrete variable given by codes of levels that have names.
   *
   * @param name its name in messages
   * @param codes n observations, from 0 to the number of names - 1
   * @param levelNames the name of the level of each code, for people; names are labels and make no
   *     variable different
   * @return the variable, d = 1
   * @throws IllegalArgumentException if n &lt; 2 or a code has no name
   */
  public static Variable discrete(String name, int[] codes, List<String> levelNames) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(codes, "codes");
    Objects.requireNonNull(levelNames, "levelNames");
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] < 0 || codes[i] >= levelNames.size()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s[%d] is %d: codes must be from 0 to the number of level names - 1 = %d",
                name,
                i,
                codes[i],
                levelNames.size() - 1));
      }
    }
    return of(
        name,
        List.of(name),
        List.of(ColumnKind.DISCRETE),
        List.of(List.copyOf(levelNames)),
        Arrays.stream(codes).asDoubleStream().toArray());
  }

  /**
   * A discrete variable given by its levels: numbers, text, booleans, enum constants, or any
   * objects that are equal where their levels are. {@link Levels} says which are equal, and gives
   * them codes.
   *
   * @param name its name in messages
   * @param levels n observations
   * @return the variable, d = 1
   * @throws IllegalArgumentException if n &lt; 2 or a level is null or NaN, naming it
   */
  public static Variable discrete(String name, List<?> levels) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(levels, "levels");
    Levels found = Levels.of(name, levels);
    return discrete(name, found.codes(), found.names());
  }

  /**
   * Several variables side by side, as one variable whose columns keep their kinds and names.
   *
   * @param name its name in messages
   * @param parts the variables, with equal n
   * @return the variable, d the sum of theirs
   * @throws IllegalArgumentException if there is no part, n differs or a column name occurs twice
   */
  public static Variable join(String name, Variable... parts) {
    Objects.requireNonNull(parts, "parts");
    Objects.requireNonNull(name, "name");
    List<String> names = new ArrayList<>();
    List<ColumnKind> kinds = new ArrayList<>();
    List<List<String>> levelNames = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    for (Variable part : parts) {
      names.addAll(part.columnNames);
      kinds.addAll(part.kinds);
      levelNames.addAll(part.levelNames);
      columns.addAll(Arrays.asList(part.columns));
    }
    return of(name, names, kinds, levelNames, columns.toArray(new double[0][]));
  }

  private static List<ColumnKind> allOf(ColumnKind kind, int d) {
    return Collections.nCopies(d, kind);
  }

  private static Variable of(
      String name, List<String> columnNames, List<ColumnKind> kinds, double[]... columns) {
    return of(name, columnNames, kinds, Collections.nCopies(columns.length, List.of()), columns);
  }

  private static Variable of(
      String name,
      List<String> columnNames,
      List<ColumnKind> kinds,
      List<List<String>> levelNames,
      double[]... columns) {
    if (columnNames.size() != columns.length) {
      throw new IllegalArgumentException(
          name + " has " + columns.length + " columns but " + columnNames.size() + " names");
    }
    Set<String> seen = new HashSet<>();
    for (String column : columnNames) {
      if (!seen.add(column)) {
        throw new IllegalArgumentException(
            name + " names the column \"" + column + "\" twice: column names must be distinct");
      }
    }
    double[][] copy = new double[columns.length][];
    for (int j = 0; j < copy.length; j++) {
      copy[j] = columns[j].clone();
    }
    return new Variable(
        name, List.copyOf(columnNames), List.copyOf(kinds), List.copyOf(levelNames), copy);
  }

  /**
   * A variable given by rows, one observation each.
   *
   * @param name its name in messages
   * @param rows n rows of d values each
   * @return the variable
   * @throws IllegalArgumentException if a row has another length than the first, d &lt; 1, n &lt; 2
   *     or a value is not finite
   */
  public static Variable ofRows(String name, double[][] rows) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(rows, "rows");
    if (rows.length == 0) {
      throw new IllegalArgumentException(name + " is empty: at least 2 rows are needed");
    }
    int d = rows[0].length;
    double[][] columns = new double[d][rows.length];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != d) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s[%d] has %d values but %s[0] has %d: rows must have equal length",
                name,
                i,
                rows[i].length,
                name,
                d));
      }
      for (int j = 0; j < d; j++) {
        columns[j][i] = rows[i][j];
      }
    }
    return new Variable(
        name,
        defaultNames(name, d),
        allOf(ColumnKind.CONTINUOUS, d),
        Collections.nCopies(d, List.of()),
        columns);
  }

  private static List<String> defaultNames(String name, int d) {
    if (d == 1) {
      return List.of(name);
    }
    List<String> names = new ArrayList<>(d);
    for (int j = 0; j < d; j++) {
      names.add(name + j);
    }
    return List.copyOf(names);
  }

  /** Column by column, which is quicker than row by row. */
  private boolean isFinite() {
    for (double[] column : columns) {
      for (double value : column) {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
          return false;
        }
      }
    }
    return true;
  }

  private void check() {
    if (columns.length == 0) {
      throw new IllegalArgumentException(name + " has no columns: at least 1 is needed");
    }
    int n = columns[0].length;
    for (int j = 1; j < columns.length; j++) {
      if (columns[j].length != n) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s column %d has %d rows but column 0 has %d: columns must have equal length",
                name,
                j,
                columns[j].length,
                n));
      }
    }
    if (n == 0) {
      throw new IllegalArgumentException(name + " is empty: at least 2 rows are needed");
    }
    if (n == 1) {
      throw new IllegalArgumentException(name + " has 1 row: at least 2 are needed");
    }
    if (isFinite()) {
      return;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < columns.length; j++) {
        if (!Double.isFinite(columns[j][i])) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "%s[%d][%d] is %s: values must be finite",
                  name,
                  i,
                  j,
                  columns[j][i]));
        }
      }
    }
  }

  /**
   * The variable's name.
   *
   * @return the name that messages use
   */
  public String name() {
    return name;
  }

  /**
   * The number of observations.
   *
   * @return n
   */
  public int n() {
    return columns[0].length;
  }

  /**
   * The number of dimensions.
   *
   * @return d
   */
  public int d() {
    return columns.length;
  }

  /**
   * The names of the columns.
   *
   * @return d names
   */
  public List<String> columnNames() {
    return columnNames;
  }

  /**
   * One value.
   *
   * @param i the observation, from 0
   * @param j the dimension, from 0
   * @return the value
   */
  public double get(int i, int j) {
    return columns[j][i];
  }

  /**
   * One column.
   *
   * @param j the dimension, from 0
   * @return a copy of its n values
   */
  public double[] column(int j) {
    return columns[j].clone();
  }

  /** One column, not copied: for reading. */
  double[] values(int j) {
    return columns[j];
  }

  /**
   * All columns.
   *
   * @return a copy, d by n
   */
  public double[][] columns() {
    double[][] copy = new double[columns.length][];
    for (int j = 0; j < copy.length; j++) {
      copy[j] = columns[j].clone();
    }
    return copy;
  }

  /**
   * Whether a column holds one value only.
   *
   * @param j the dimension, from 0
   * @return true if all n values are equal
   */
  public boolean isConstant(int j) {
    for (double v : columns[j]) {
      if (v != columns[j][0]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether every column holds one value only.
   *
   * @return true if no column varies
   */
  public boolean isConstant() {
    return IntStream.range(0, d()).allMatch(this::isConstant);
  }

  /**
   * This variable with other values in the same columns.
   *
   * @param newColumns d columns of equal length
   * @return a variable with this one's name, column names and kinds
   * @throws IllegalArgumentException as {@link #ofColumns(String, List, double[][])}
   */
  public Variable withColumns(double[]... newColumns) {
    Objects.requireNonNull(newColumns, "newColumns");
    return of(name, columnNames, kinds, levelNames, newColumns);
  }

  /**
   * The kinds of the columns.
   *
   * @return d kinds
   */
  public List<ColumnKind> kinds() {
    return kinds;
  }

  /**
   * The names of the levels of a discrete column.
   *
   * @param j the column, from 0
   * @return the name of the level of each code from 0; empty if they have none
   */
  public List<String> levelNames(int j) {
    return levelNames.get(j);
  }

  /**
   * A value for people: the name of the level, where it has one, else the number.
   *
   * @param i the observation, from 0
   * @param j the column, from 0
   * @return the name, or the number without a fraction where it is whole
   */
  public String shown(int i, int j) {
    double value = columns[j][i];
    List<String> names = levelNames.get(j);
    if (value >= 0 && value < names.size() && value == Math.rint(value)) {
      return names.get((int) value);
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /**
   * This variable under other column names.
   *
   * @param newNames d distinct names
   * @return a variable with the same values, kinds and names of levels
   * @throws IllegalArgumentException if there are more or fewer names than columns or a name occurs
   *     twice
   */
  public Variable withColumnNames(List<String> newNames) {
    Objects.requireNonNull(newNames, "newNames");
    return of(name, newNames, kinds, levelNames, columns);
  }

  /**
   * Whether every column is continuous.
   *
   * @return true if none is discrete
   */
  public boolean isContinuous() {
    return !kinds.contains(ColumnKind.DISCRETE);
  }

  /**
   * Whether every column is discrete.
   *
   * @return true if none is continuous
   */
  public boolean isDiscrete() {
    return !kinds.contains(ColumnKind.CONTINUOUS);
  }

  /**
   * The columns of one kind.
   *
   * @param kind continuous or discrete
   * @return a variable of this one's name with those columns in their order; empty if there are
   *     none
   */
  public Optional<Variable> part(ColumnKind kind) {
    Objects.requireNonNull(kind, "kind");
    return columns(IntStream.range(0, d()).filter(j -> kinds.get(j) == kind).toArray());
  }

  /**
   * The columns that hold more than one value.
   *
   * @return a variable of this one's name with those columns in their order; empty if there are
   *     none
   */
  public Optional<Variable> varying() {
    return columns(IntStream.range(0, d()).filter(j -> !isConstant(j)).toArray());
  }

  private Optional<Variable> columns(int[] chosen) {
    if (chosen.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        of(
            name,
            Arrays.stream(chosen).mapToObj(columnNames::get).toList(),
            Arrays.stream(chosen).mapToObj(kinds::get).toList(),
            Arrays.stream(chosen).mapToObj(levelNames::get).toList(),
            Arrays.stream(chosen).mapToObj(j -> columns[j]).toArray(double[][]::new)));
  }

  /**
   * The level of each observation: those that agree in every column, whatever its kind, share one.
   *
   * @return n levels, from 0, in lexicographic order of the columns' values
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public int[] levels() {
    int[] levels = Ranks.dense(columns[0]);
    for (int j = 1; j < columns.length; j++) {
      Interrupts.throwIfStopped("the comparison of rows");
      levels = Ranks.dense(levels, Ranks.dense(columns[j]));
    }
    return levels;
  }

  /**
   * Refuses discrete columns, on behalf of an estimator of continuous variables.
   *
   * @param estimator its label
   * @throws IllegalArgumentException if a column is discrete, naming it
   */
  public void requireContinuous(String estimator) {
    Objects.requireNonNull(estimator, "estimator");
    int discrete = kinds.indexOf(ColumnKind.DISCRETE);
    if (discrete >= 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is discrete, but %s is for continuous variables: leave the choice of estimator"
                  + " to miscope, or take one for discrete or mixed data",
              columnNames.get(discrete),
              estimator));
    }
  }

  /**
   * Refuses continuous columns, on behalf of an estimator of discrete variables.
   *
   * @param estimator its label
   * @throws IllegalArgumentException if a column is continuous, naming it
   */
  public void requireDiscrete(String estimator) {
    int continuous = kinds.indexOf(ColumnKind.CONTINUOUS);
    if (continuous >= 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is continuous, but %s is for discrete variables: bin it, or take an estimator"
                  + " for continuous or mixed data",
              columnNames.get(continuous),
              estimator));
    }
  }

  /**
   * Some of the observations, in the given order.
   *
   * @param indices which ones, from 0; may repeat
   * @return the variable of those observations
   * @throws IllegalArgumentException if an index is out of range or there are fewer than 2
   */
  public Variable rows(int... indices) {
    Objects.requireNonNull(indices, "indices");
    for (int index : indices) {
      if (index < 0 || index >= n()) {
        throw new IllegalArgumentException(
            name + " has no row " + index + ": rows are 0.." + (n() - 1));
      }
    }
    double[][] chosen = new double[columns.length][indices.length];
    for (int j = 0; j < chosen.length; j++) {
      for (int i = 0; i < indices.length; i++) {
        chosen[j][i] = columns[j][indices[i]];
      }
    }
    return new Variable(name, columnNames, kinds, levelNames, chosen);
  }

  /** Names, kinds and the bits of all values; names of levels are labels, and do not count. */
  @Override
  public void identify(IdentityDigest digest) {
    Objects.requireNonNull(digest, "digest");
    digest.add("name", name).add("columnNames", columnNames).add("kinds", kinds);
    digest.add("columns", columns);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Variable other
        && name.equals(other.name)
        && columnNames.equals(other.columnNames)
        && kinds.equals(other.kinds)
        && Arrays.deepEquals(columns, other.columns);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.deepHashCode(columns);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s (n = %d, d = %d)", name, n(), d());
  }
}
