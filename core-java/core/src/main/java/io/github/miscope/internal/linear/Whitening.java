package io.github.miscope.internal.linear;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * The linear map of standardised columns to the identity as covariance that changes them least: by
 * the symmetric inverse root of their correlations. Source: Kessy, Lewin and Strimmer 2018,
 * "Optimal whitening and decorrelation", doi:10.1080/00031305.2016.1277159 (ZCA-cor).
 */
public final class Whitening {

  private final double[][] columns;
  private final double logVolume;
  private final int dependent;

  private Whitening(double[][] columns, double logVolume, int dependent) {
    this.columns = columns;
    this.logVolume = logVolume;
    this.dependent = dependent;
  }

  /**
   * Whitens.
   *
   * @param columns d columns of n &gt; d values, none constant; kept
   * @return white columns, or the knowledge that some depend on others
   */
  public static Whitening of(double[]... columns) throws InterruptedException {
    Standardised standardised = Standardised.of(columns);
    int d = columns.length;
    if (d == 1) {
      return new Whitening(standardised.columns(), standardised.logScale(), -1);
    }
    DMatrixRMaj correlations = standardised.correlations();
    Cholesky cholesky = Cholesky.of(correlations);
    if (cholesky.dependentColumn() >= 0) {
      return new Whitening(new double[0][], 0, cholesky.dependentColumn());
    }
    SymmetricEigen eigen = SymmetricEigen.of(correlations);
    // Of V diag(1/sqrt(value)) V', a row of vectors for each value.
    DMatrixRMaj scaled = eigen.vectors().copy();
    for (int l = 0; l < d; l++) {
      double root = Math.sqrt(eigen.values()[l]);
      for (int j = 0; j < d; j++) {
        scaled.set(l, j, scaled.get(l, j) / root);
      }
    }
    DMatrixRMaj weights = Products.transposed(1, eigen.vectors(), scaled);
    double[][] white = CanonicalVariates.project(standardised.columns(), weights, d);
    double logVolume = standardised.logScale() + cholesky.logDeterminant() / 2;
    return new Whitening(white, logVolume, -1);
  }

  /**
   * The first column that is a linear function of those before it.
   *
   * @return its index, -1 if there is none
   */
  public int dependentColumn() {
    return dependent;
  }

  /**
   * The white columns: of mean 0, uncorrelated, their mean square 1.
   *
   * @return d columns of n values, none if there is a dependent one
   */
  public double[][] columns() {
    return Arrays.copyOf(columns, columns.length);
  }

  /**
   * The log of the volume of a unit cube of white columns before whitening.
   *
   * @return log |det A| of the map A back
   */
  public double logVolume() {
    return logVolume;
  }
}
