package io.github.miscope.estimator.gaussian;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import io.github.miscope.sample.Weights;

/**
 * Rows whose covariance is the weighted covariance of others, but for a factor that all columns
 * share: each row less the weighted mean, times the root of its weight, and its negative, so that
 * the mean is zero.
 */
final class WeightedRows {

  private WeightedRows() {}

  static Samples of(Samples samples, Weights weights) {
    return new Samples(of(samples.x(), weights), of(samples.y(), weights));
  }

  private static Variable of(Variable variable, Weights weights) {
    int n = variable.n();
    double[][] columns = new double[variable.d()][];
    for (int j = 0; j < columns.length; j++) {
      double[] values = variable.column(j);
      double origin = values[0];
      double mean = 0;
      for (int i = 0; i < n; i++) {
        mean += weights.share(i) * (values[i] - origin);
      }
      double[] rows = new double[2 * n];
      for (int i = 0; i < n; i++) {
        rows[i] = Math.sqrt(weights.share(i) * n) * (values[i] - origin - mean);
        rows[n + i] = -rows[i];
      }
      columns[j] = rows;
    }
    return Variable.ofColumns(variable.name(), variable.columnNames(), columns);
  }
}
