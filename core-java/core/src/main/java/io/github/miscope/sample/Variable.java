package io.github.miscope.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * n observations of one d-dimensional random variable, stored by column. Immutable; copied and
 * checked once, when made: every value is finite, n &ge; 2, d &ge; 1.
 */
public final class Variable {

  private final String name;
  private final List<String> columnNames;
  private final double[][] columns;

  private Variable(String name, List<String> columnNames, double[][] ownedColumns) {
    this.name = name;
    this.columnNames = columnNames;
    this.columns = ownedColumns;
    check();
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
    return new Variable(name, List.copyOf(columnNames), copy);
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
    return new Variable(name, defaultNames(name, d), columns);
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
   * This variable with other values in the same columns.
   *
   * @param newColumns d columns of equal length
   * @return a variable with this one's name and column names
   * @throws IllegalArgumentException as {@link #ofColumns(String, List, double[][])}
   */
  public Variable withColumns(double[]... newColumns) {
    return ofColumns(name, columnNames, newColumns);
  }

  /**
   * Some of the observations, in the given order.
   *
   * @param indices which ones, from 0; may repeat
   * @return the variable of those observations
   * @throws IllegalArgumentException if an index is out of range or there are fewer than 2
   */
  public Variable rows(int... indices) {
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
    return new Variable(name, columnNames, chosen);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Variable other
        && name.equals(other.name)
        && columnNames.equals(other.columnNames)
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
