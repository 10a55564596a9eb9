package io.github.miscope.encoder;

import io.github.miscope.internal.linear.Standardised;
import io.github.miscope.sample.Variable;
import java.util.Arrays;

/** The columns of a variable from which linear combinations are made. */
final class ProjectionColumns {

  private ProjectionColumns() {}

  /**
   * The columns, none of which is constant, standardised; of a discrete variable, a column of 0 and
   * 1 for each combination of its values that occurs, standardised.
   */
  static double[][] of(Variable variable) {
    return Standardised.of(variable.isDiscrete() ? indicators(variable) : variable.columns())
        .columns();
  }

  private static double[][] indicators(Variable variable) {
    int[] levels = variable.levels();
    double[][] indicators = new double[Arrays.stream(levels).max().orElse(0) + 1][levels.length];
    for (int i = 0; i < levels.length; i++) {
      indicators[levels[i]][i] = 1;
    }
    return indicators;
  }
}
