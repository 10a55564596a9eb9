package io.github.miscope.estimator.auto;

import io.github.miscope.internal.linear.Cholesky;
import io.github.miscope.internal.linear.Standardised;
import java.util.Arrays;

/**
 * How far from the centre each observation of a variable is. Where contours of the density are
 * ellipses, as of a Student vector, or where columns share a scale, as returns share volatility,
 * this one number has all that the variable tells about the size of another. It is no function of
 * the other variable, so nothing has to be held out.
 */
final class Sizes {

  /** Fewer rows for each column leave covariances too uncertain. */
  private static final int ROWS = 10;

  private Sizes() {}

  /**
   * A single column as it is; of several, the normal scores of their Mahalanobis norm, or of
   * Euclid's if a column is a linear function of others or there are less than ten rows for each.
   */
  static double[][] of(double[][] scores) throws InterruptedException {
    return scores.length == 1
        ? scores
        : NormalScores.of(new double[][] {squaredNorms(Standardised.of(scores))});
  }

  private static double[] squaredNorms(Standardised standardised) throws InterruptedException {
    double[][] columns = standardised.columns();
    int n = columns[0].length;
    double[] squares = new double[n];
    if (ROWS * columns.length <= n) {
      Cholesky cholesky = Cholesky.of(standardised.correlations());
      if (cholesky.dependentColumn() < 0) {
        double[] buffer = new double[columns.length];
        Arrays.setAll(squares, i -> cholesky.squaredNorm(columns, i, buffer));
        return squares;
      }
    }
    for (double[] column : columns) {
      for (int i = 0; i < n; i++) {
        squares[i] += column[i] * column[i];
      }
    }
    return squares;
  }
}
