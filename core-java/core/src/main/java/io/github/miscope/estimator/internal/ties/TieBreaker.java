package io.github.miscope.estimator.internal.ties;

import io.github.miscope.estimator.DataWarning.TiedColumn;
import io.github.miscope.internal.neighbour.order.Exponents;
import io.github.miscope.internal.neighbour.order.RadixSort;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the ties of one variable and breaks them by jitter. */
public final class TieBreaker {

  /** A column with ties. */
  private record Tied(int column, TiedValues values, TiedColumn report) {}

  private final double[][] columns;
  private final List<Tied> tied;

  /**
   * Inspects a variable.
   *
   * @param variable n observations
   */
  public TieBreaker(Variable variable) {
    this(variable.columnNames(), variable.columns());
  }

  private TieBreaker(List<String> names, double[][] columns) {
    this(names, columns, common(Exponents.normalise(columns), columns.length), null);
  }

  /**
   * Inspects columns.
   *
   * @param names their names
   * @param columns d columns of n values, the largest magnitude in [1, 2); for reading
   * @param exponents of the powers of two that were taken out of them
   * @param order the only column in order, or null
   */
  public TieBreaker(
      List<String> names, double[][] columns, int[] exponents, @Nullable RadixSort order) {
    this.columns = columns;
    tied = new ArrayList<>();
    for (int j = 0; j < columns.length; j++) {
      TiedValues values = TiedValues.of(columns[j], order);
      if (values != null) {
        tied.add(new Tied(j, values, values.report(names.get(j), exponents[j])));
      }
    }
  }

  /** One exponent for all columns. */
  public static int[] common(int exponent, int d) {
    int[] exponents = new int[d];
    Arrays.fill(exponents, exponent);
    return exponents;
  }

  private TieBreaker(double[][] columns, List<Tied> tied) {
    this.columns = columns;
    this.tied = tied;
  }

  /**
   * For the same observations in another order: what was found of their ties holds.
   *
   * @param rows observation i of the result is observation rows[i] of this; each occurs once
   * @return what an inspection of those observations would give
   */
  public TieBreaker permuted(int[] rows) {
    if (tied.isEmpty()) {
      return this;
    }
    double[][] moved = new double[columns.length][rows.length];
    for (int j = 0; j < moved.length; j++) {
      for (int i = 0; i < rows.length; i++) {
        moved[j][i] = columns[j][rows[i]];
      }
    }
    return new TieBreaker(moved, tied);
  }

  /**
   * The columns that have ties.
   *
   * @return one entry per tied column, in their order; empty if there is none
   */
  public List<TiedColumn> report() {
    return tied.stream().map(Tied::report).toList();
  }

  /**
   * The columns of one replicate: tied ones jittered, the others as they are.
   *
   * @param relativeWidth width of the jitter relative to the column's smallest gap
   * @param seed the seed of the jitter
   * @param stream names the random stream; two variables of one estimate have different ones
   * @param replicate which replicate, from 0
   * @return a copy, d by n; a jittered column has its most frequent value subtracted
   */
  public double[][] columns(double relativeWidth, Seed seed, String stream, int replicate) {
    double[][] copy = new double[columns.length][];
    for (int j = 0; j < copy.length; j++) {
      copy[j] = columns[j].clone();
    }
    for (Tied t : tied) {
      Seed own = seed.derive(stream).derive("column", t.column).derive("replicate", replicate);
      t.values.jitter(copy[t.column], relativeWidth, own.generator());
    }
    return copy;
  }

  /**
   * The columns for a bare formula: those that are rounded to multiples of a step have them
   * exactly, so that equal distances are equal in every unit; the others are as they are.
   *
   * @param columns d columns of n values; not changed
   * @param squares whether the formula compares sums of squared distances
   * @return the same arrays, or others in their place
   */
  public static double[][] exact(double[][] columns, boolean squares) {
    double[][] exact = columns.clone();
    for (int j = 0; j < exact.length; j++) {
      Lattice lattice =
          RadixSort.hasTies(columns[j]) ? Lattice.of(RadixSort.sorted(columns[j])) : null;
      exact[j] = lattice == null ? columns[j] : lattice.exact(columns[j], squares);
    }
    return exact;
  }
}
