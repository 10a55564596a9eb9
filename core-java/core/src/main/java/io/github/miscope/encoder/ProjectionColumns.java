package io.github.miscope.encoder;

import io.github.miscope.internal.linear.Standardised;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    double[][] columns = variable.columns();
    int n = variable.n();
    Map<List<Double>, double[]> indicators = new LinkedHashMap<>();
    for (int i = 0; i < n; i++) {
      List<Double> level = new ArrayList<>();
      for (double[] column : columns) {
        level.add(column[i]);
      }
      indicators.computeIfAbsent(level, any -> new double[n])[i] = 1;
    }
    return indicators.values().toArray(double[][]::new);
  }
}
