package io.github.miscope.inference;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.Warning;
import io.github.miscope.inference.Columns.Column;
import io.github.miscope.internal.linear.CanonicalVariates;
import io.github.miscope.internal.linear.Moments;
import java.util.List;
import java.util.Optional;

/** Whether a linear combination of X equals one of Y: a canonical correlation of one. */
final class LinearDependence {

  private static final double ONE = 1 - 1e-6;

  private static final double MAX_WORK = 2e9;

  private LinearDependence() {}

  static Optional<Warning> between(List<Column> x, List<Column> y) {
    int d = x.size() + y.size();
    if (x.isEmpty() || y.isEmpty() || d == 2) {
      return Optional.empty();
    }
    double n = x.get(0).unit().length;
    // With fewer observations correlations near one are chance; with so many, too much work.
    if (n < 4.0 * d + 10 || n * d * d > MAX_WORK) {
      return Optional.empty();
    }
    return largestCorrelation(units(x), units(y)) > ONE
        ? Optional.of(
            new DataWarning.NearDeterministic(
                "A linear combination of the columns of X equals one of those of Y"))
        : Optional.empty();
  }

  private static double largestCorrelation(double[][] x, double[][] y) {
    try {
      return CanonicalVariates.of(Moments.sums(x, y, 0, 1), 0, 0).correlations()[0];
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException("the check for linear dependence stopped", e);
    }
  }

  private static double[][] units(List<Column> columns) {
    return columns.stream().map(Column::unit).toArray(double[][]::new);
  }
}
