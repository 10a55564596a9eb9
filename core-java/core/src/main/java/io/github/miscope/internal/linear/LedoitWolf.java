package io.github.miscope.internal.linear;

import org.ejml.data.DMatrixRMaj;

/** Shrinkage of a correlation matrix towards the identity. */
public final class LedoitWolf {

  private LedoitWolf() {}

  /**
   * The intensity of Ledoit and Wolf (Journal of Multivariate Analysis 88, 365, 2004, section 3.3)
   * for standardised columns, whose target is the identity: the estimated variance of the
   * correlation matrix over its distance from the identity, at most 1.
   *
   * @param standardised columns of standard deviation 1, with n - 1
   * @param correlations their correlation matrix
   * @return lambda in [0, 1]: the shrunk matrix is (1 - lambda) R + lambda I
   */
  public static double intensity(Standardised standardised, DMatrixRMaj correlations) {
    double[][] columns = standardised.columns();
    int d = columns.length;
    int n = columns[0].length;
    // Ledoit and Wolf divide by n where the columns were standardised with n - 1.
    double unit = (double) n / (n - 1);
    double fourth = 0;
    for (int i = 0; i < n; i++) {
      double square = 0;
      for (double[] column : columns) {
        square += column[i] * column[i] * unit;
      }
      fourth += square * square / n;
    }
    double squares = 0;
    for (int a = 0; a < d; a++) {
      for (int b = 0; b < d; b++) {
        squares += correlations.get(a, b) * correlations.get(a, b);
      }
    }
    double distance = squares - d;
    double variance = (fourth - squares) / n;
    return distance <= variance ? 1 : Math.max(0, variance) / distance;
  }

  /**
   * Shrinks.
   *
   * @param correlations a correlation matrix, changed
   * @param lambda the intensity
   */
  public static void shrink(DMatrixRMaj correlations, double lambda) {
    for (int a = 0; a < correlations.numRows; a++) {
      for (int b = 0; b < correlations.numCols; b++) {
        if (a != b) {
          correlations.set(a, b, (1 - lambda) * correlations.get(a, b));
        }
      }
    }
  }
}
