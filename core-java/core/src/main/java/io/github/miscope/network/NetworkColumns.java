package io.github.miscope.network;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a network: n rows of d columns, in which values may be missing. A pair is
 * estimated from the rows in which neither value is missing. Immutable.
 */
public final class NetworkColumns implements Identified {

  private final int n;
  private final List<String> names;

  /** Of each column the values that are there. */
  private final List<Variable> observed;

  /** The rows of these, ascending; null where none is missing. */
  private final List<int @Nullable []> rows;

  private NetworkColumns(
      int n, List<String> names, List<Variable> observed, List<int @Nullable []> rows) {
    this.n = n;
    this.names = List.copyOf(names);
    this.observed = List.copyOf(observed);
    this.rows = rows;
    if (names.size() < 2) {
      throw new IllegalArgumentException(
          "a network needs at least 2 columns: columns=" + names.size());
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(
            "column names must differ: \"" + name + "\" occurs twice");
      }
    }
  }

  /**
   * Columns without missing values.
   *
   * @param columns variables of one column each, continuous or discrete, with distinct names
   * @return the columns
   * @throws IllegalArgumentException if there are fewer than 2, one has several columns, two have
   *     the same name, or they differ in the number of observations
   */
  public static NetworkColumns of(List<Variable> columns) {
    Objects.requireNonNull(columns, "columns");
    int n = columns.isEmpty() ? 0 : columns.get(0).n();
    List<int @Nullable []> rows = new ArrayList<>();
    for (Variable column : columns) {
      if (column.d() != 1) {
        throw new IllegalArgumentException(
            column.name() + " must be a single column: it has " + column.d());
      }
      if (column.n() != n) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s has %d rows but %s has %d: observations must be paired",
                column.name(),
                column.n(),
                columns.get(0).name(),
                n));
      }
      rows.add(null);
    }
    return new NetworkColumns(n, columns.stream().map(Variable::name).toList(), columns, rows);
  }

  /**
   * Columns of numbers, in which NaN is a missing value.
   *
   * @param names d distinct names
   * @param columns d columns of n values
   * @return the columns
   * @throws IllegalArgumentException if there are fewer than 2, lengths differ, two names are the
   *     same, a value is infinite, or a column has fewer than 2 values
   */
  public static NetworkColumns of(List<String> names, double[]... columns) {
    Objects.requireNonNull(names, "names");
    Objects.requireNonNull(columns, "columns");
    if (names.size() != columns.length) {
      throw new IllegalArgumentException(
          "there must be a name for each column: names="
              + names.size()
              + ", columns="
              + columns.length);
    }
    List<Variable> observed = new ArrayList<>();
    List<int @Nullable []> rows = new ArrayList<>();
    for (int j = 0; j < columns.length; j++) {
      double[] column = columns[j];
      if (column.length != columns[0].length) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s has %d rows but %s has %d: observations must be paired",
                names.get(j),
                column.length,
                names.get(0),
                columns[0].length));
      }
      int[] there =
          IntStream.range(0, column.length).filter(i -> !Double.isNaN(column[i])).toArray();
      if (there.length < 2) {
        throw new IllegalArgumentException(
            names.get(j) + " must have at least 2 values that are not missing: " + there.length);
      }
      observed.add(
          Variable.of(names.get(j), Arrays.stream(there).mapToDouble(i -> column[i]).toArray()));
      rows.add(there.length == column.length ? null : there);
    }
    return new NetworkColumns(columns.length == 0 ? 0 : columns[0].length, names, observed, rows);
  }

  /**
   * The number of columns.
   *
   * @return d, at least 2
   */
  public int d() {
    return names.size();
  }

  /**
   * The number of rows.
   *
   * @return n, those with missing values included
   */
  public int n() {
    return n;
  }

  /**
   * The names of the columns.
   *
   * @return d distinct names
   */
  public List<String> names() {
    return names;
  }

  /**
   * The values of a column that are not missing.
   *
   * @param column its number
   * @return the values, in the order of their rows
   */
  public Variable observed(int column) {
    return observed.get(column);
  }

  /**
   * Whether no value of a column is missing.
   *
   * @param column its number
   * @return true if there are n values
   */
  public boolean isComplete(int column) {
    return rows.get(column) == null;
  }

  /**
   * Whether no value is missing.
   *
   * @return true if all columns are complete
   */
  public boolean isComplete() {
    return rows.stream().allMatch(Objects::isNull);
  }

  /**
   * The observations of a pair: the rows in which neither value is missing.
   *
   * @param x the number of one column
   * @param y the number of another
   * @return the samples
   * @throws IllegalArgumentException if there are fewer than 2 such rows
   */
  public Samples pair(int x, int y) {
    int[] rowsX = rows.get(x);
    int[] rowsY = rows.get(y);
    if (rowsX == null && rowsY == null) {
      return new Samples(observed.get(x), observed.get(y));
    }
    int[] placesX = new int[n];
    int[] placesY = new int[n];
    int common = 0;
    int atX = 0;
    int atY = 0;
    for (int row = 0; row < n; row++) {
      boolean inX = rowsX == null || (atX < rowsX.length && rowsX[atX] == row);
      boolean inY = rowsY == null || (atY < rowsY.length && rowsY[atY] == row);
      if (inX && inY) {
        placesX[common] = atX;
        placesY[common++] = atY;
      }
      atX += inX ? 1 : 0;
      atY += inY ? 1 : 0;
    }
    if (common < 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s and %s have values together in %d of %d rows: at least 2 are needed",
              names.get(x),
              names.get(y),
              common,
              n));
    }
    return new Samples(
        observed.get(x).rows(Arrays.copyOf(placesX, common)),
        observed.get(y).rows(Arrays.copyOf(placesY, common)));
  }

  /** Names and values, and which are missing. */
  @Override
  public void identify(IdentityDigest digest) {
    Objects.requireNonNull(digest, "digest");
    digest.add("n", n).add("observed", observed);
    for (int[] there : rows) {
      digest.add("rows", there);
    }
  }

  @Override
  public String toString() {
    return d() + " columns of " + n + " rows";
  }
}
