package io.github.miscope.estimator.internal.subspace;

import io.github.miscope.estimator.internal.ties.TieBreaker;
import io.github.miscope.internal.neighbour.order.Exponents;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import io.github.miscope.sample.ColumnKind;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of the joint space: continuous columns under the max norm, levels, or both. Points of
 * different levels are infinitely far apart.
 */
public final class SubspacePart {

  private final double[][] columns;
  private final int[] levels;

  private SubspacePart(double[][] columns, int[] levels) {
    this.columns = columns;
    this.levels = levels;
  }

  /** Continuous columns; not copied. */
  public static SubspacePart ofColumns(double[][] columns) {
    return new SubspacePart(columns, new int[0]);
  }

  /** Levels; not copied. */
  public static SubspacePart ofLevels(int[] levels) {
    return new SubspacePart(new double[0][], levels);
  }

  /** Columns and levels, of which there may be none; not copied. */
  static SubspacePart of(double[][] columns, int[] levels) {
    return new SubspacePart(columns, levels);
  }

  /**
   * The columns of variables by their kinds, for formulas that count equal distances: columns that
   * are rounded have their values exactly on a lattice, and huge or tiny data are all in units of
   * one power of two.
   *
   * @return one part for each variable
   */
  public static List<SubspacePart> of(List<Variable> variables) {
    double[][][] columns =
        variables.stream()
            .map(
                variable ->
                    variable
                        .part(ColumnKind.CONTINUOUS)
                        .map(Variable::columns)
                        .orElse(new double[0][]))
            .toArray(double[][][]::new);
    Exponents.normaliseExtreme(columns);
    List<SubspacePart> parts = new ArrayList<>();
    for (int v = 0; v < columns.length; v++) {
      int[] levels =
          variables.get(v).part(ColumnKind.DISCRETE).map(Variable::levels).orElse(new int[0]);
      parts.add(new SubspacePart(TieBreaker.exact(columns[v], false), levels));
    }
    return parts;
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
