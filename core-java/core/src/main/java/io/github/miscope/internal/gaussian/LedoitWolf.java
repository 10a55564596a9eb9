package io.github.miscope.internal.gaussian;

/** Shrinkage of a correlation matrix towards the identity. */
public final class LedoitWolf {

  private LedoitWolf() {}

  /**
   * The intensity of Ledoit and Wolf (Journal of Multivariate Analysis 88, 365, 2004, section 3.3)
   * for standardised columns, whose target is the identity: the estimated variance of the
   * correlation matrix over its distance from the identity, at most 1.
   *
   * @param standardised columns of standard deviation 1
   * @param correlations their correlation matrix
   * @return lambda in [0, 1]: the shrunk matrix is (1 - lambda) R + lambda I
   */
  public static double intensity(Standardised standardised, double[][] correlations) {
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
    for (double[] row : correlations) {
      for (double r : row) {
        squares += r * r;
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
  public static void shrink(double[][] correlations, double lambda) {
    for (int a = 0; a < correlations.length; a++) {
      for (int b = 0; b < correlations.length; b++) {
        if (a != b) {
          correlations[a][b] *= 1 - lambda;
        }
      }
    }
  }
}
