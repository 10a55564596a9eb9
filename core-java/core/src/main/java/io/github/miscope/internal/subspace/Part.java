package io.github.miscope.internal.subspace;

import io.github.miscope.internal.neighbour.DistanceKernel;
import io.github.miscope.sample.ColumnKind;
import io.github.miscope.sample.Variable;
import java.util.Arrays;

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

  /** The columns of a variable by their kinds. */
  public static Part of(Variable variable) {
    return new Part(
        variable.part(ColumnKind.CONTINUOUS).map(Variable::columns).orElse(new double[0][]),
        variable.part(ColumnKind.DISCRETE).map(Variable::levels).orElse(new int[0]));
  }

  /** Writes the distances from point i, NaN from itself. */
  void distances(int i, double[] out) {
    if (columns.length == 0) {
      Arrays.fill(out, 0);
    } else {
      DistanceKernel.LINF.distances(columns, i, out);
    }
    for (int m = 0; m < levels.length; m++) {
      if (levels[m] != levels[i]) {
        out[m] = Double.POSITIVE_INFINITY;
      }
    }
    // No comparison with NaN holds: the point is neither its own neighbour nor counted.
    out[i] = Double.NaN;
  }
}
