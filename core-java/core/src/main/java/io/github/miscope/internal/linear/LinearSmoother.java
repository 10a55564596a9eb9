package io.github.miscope.internal.linear;

/** The linear map from observed to fitted values of a ridge regression with a fixed penalty. */
public final class LinearSmoother {

  /** Directions with smaller weights add nothing. */
  private static final double NEGLIGIBLE = 1e-6;

  private final RidgeBasis basis;
  private final double[] weights;
  private final double degrees;
  private final double unexplained;

  private LinearSmoother(RidgeBasis basis, double[] weights, double degrees, double unexplained) {
    this.basis = basis;
    this.weights = weights;
    this.degrees = degrees;
    this.unexplained = unexplained;
  }

  /**
   * The penalty of least generalised cross-validation, rss / n / (1 - degrees / n)^2 (Golub, Heath
   * and Wahba, Technometrics 21, 215, 1979).
   *
   * @param basis the terms
   * @param values what to fit, of mean square one
   * @param mostDegrees the most degrees of freedom that a fit may have
   */
  static LinearSmoother of(RidgeBasis basis, double[] values, double mostDegrees) {
    int n = values.length;
    int m = basis.shrunk().length;
    double[] squares = new double[m];
    double outside = RidgeBasis.dot(values, values);
    for (double[] direction : basis.free()) {
      double coefficient = RidgeBasis.dot(direction, values);
      outside -= coefficient * coefficient;
    }
    for (int e = 0; e < m; e++) {
      double coefficient = RidgeBasis.dot(basis.shrunk()[e], values);
      squares[e] = coefficient * coefficient;
      outside -= squares[e];
    }
    outside = Math.max(outside, 1e-14 * n);
    double largest = 0;
    for (double variance : basis.variances()) {
      largest = Math.max(largest, variance);
    }
    LinearSmoother best = at(basis, squares, outside, n, Double.POSITIVE_INFINITY);
    for (double penalty = 16 * largest; m > 0 && penalty > 1e-12 * largest; penalty /= 2) {
      LinearSmoother next = at(basis, squares, outside, n, penalty);
      if (next.degrees > mostDegrees) {
        break;
      }
      best = next.unexplained < best.unexplained ? next : best;
    }
    return best;
  }

  private static LinearSmoother at(
      RidgeBasis basis, double[] squares, double outside, int n, double penalty) {
    double[] weights = new double[squares.length];
    double degrees = basis.free().length;
    double rest = outside;
    for (int e = 0; e < weights.length; e++) {
      weights[e] = basis.variances()[e] / (basis.variances()[e] + penalty);
      degrees += weights[e];
      rest += (1 - weights[e]) * (1 - weights[e]) * squares[e];
    }
    double left = 1 - degrees / n;
    return new LinearSmoother(basis, weights, degrees, rest / n / (left * left));
  }

  /**
   * The trace of the map.
   *
   * @return at least 1
   */
  public double degrees() {
    return degrees;
  }

  /**
   * The estimate, by cross-validation, of the mean square that the fit leaves unexplained of values
   * of mean square one.
   *
   * @return above 0
   */
  public double unexplained() {
    return unexplained;
  }

  /**
   * Smooths.
   *
   * @param values n values
   * @return the fitted values
   */
  public double[] fitted(double... values) {
    double[] fitted = new double[values.length];
    for (double[] direction : basis.free()) {
      RidgeBasis.add(fitted, direction, RidgeBasis.dot(direction, values));
    }
    for (int e = 0; e < weights.length; e++) {
      if (weights[e] > NEGLIGIBLE) {
        double[] direction = basis.shrunk()[e];
        RidgeBasis.add(fitted, direction, weights[e] * RidgeBasis.dot(direction, values));
      }
    }
    return fitted;
  }

  /**
   * What smoothing leaves.
   *
   * @param values n values
   * @return values less fitted values
   */
  public double[] residuals(double... values) {
    double[] residuals = fitted(values);
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = values[i] - residuals[i];
    }
    return residuals;
  }
}
