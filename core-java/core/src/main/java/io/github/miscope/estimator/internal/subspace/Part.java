package io.github.miscope.estimator.internal.subspace;

import io.github.miscope.internal.neighbour.Coordinates;
import io.github.miscope.internal.neighbour.DistanceKernel;
import io.github.miscope.sample.ColumnKind;
import io.github.miscope.sample.Variable;

/**
 * A part of the joint space: continuous columns under the max norm, levels, or both. Points of
 * different levels are infinitely far apart.
 */
public final class Part {

  private final double[][] columns;
  private final int[] levels;

  private Part(double[][] columns, int[] levels) {
    this.columns = columns;
    this.levels = levels;
  }

  /** Continuous columns; not copied. */
  public static Part ofColumns(double[][] columns) {
    return new Part(columns, new int[0]);
  }

  /** Levels; not copied. */
  public static Part ofLevels(int[] levels) {
    return new Part(new double[0][], levels);
  }

  /** Columns and levels, of which there may be none; not copied. */
  static Part of(double[][] columns, int[] levels) {
    return new Part(columns, levels);
  }

  /** The columns of a variable by their kinds. */
  public static Part of(Variable variable) {
    return new Part(
        variable.part(ColumnKind.CONTINUOUS).map(Variable::columns).orElse(new double[0][]),
        variable.part(ColumnKind.DISCRETE).map(Variable::levels).orElse(new int[0]));
  }

  /** The continuous columns; none if there are only levels. Not copied. */
  double[][] columns() {
    return columns;
  }

  /** A level for each point; empty if there are only columns. Not copied. */
  int[] levels() {
    return levels;
  }

  /** Whether there are columns and no levels. */
  boolean isPlain() {
    return columns.length > 0 && levels.length == 0;
  }

  /** The columns as points. */
  Coordinates points() {
    return new Coordinates(columns, DistanceKernel.LINF);
  }
}
