package io.github.miscope.estimator.gaussian;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.linear.Cholesky;
import io.github.miscope.sample.Samples;
import java.util.Arrays;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A correlation matrix of (X, Y) shrunk towards the identity (Sch&auml;fer and Strimmer 2005, table
 * 1, target D with unit variances): every correlation is multiplied by 1 - lambda, lambda = sum
 * Var(r_ij) / sum r_ij&sup2;, at most 1.
 */
record ShrunkCorrelation(DMatrixRMaj matrix, int dX, double intensity) {

  /** Keeps duplicated columns from being perfectly correlated, and the matrix from singularity. */
  private static final double MIN_INTENSITY = 1e-9;

  private static final String INTERRUPTED = "the shrunk correlation matrix";

  static ShrunkCorrelation of(Samples samples) {
    double[][] x = CanonicalAnalysis.standardised(samples.x());
    double[][] y = CanonicalAnalysis.standardised(samples.y());
    double[][] columns = Stream.of(x, y).flatMap(Stream::of).toArray(double[][]::new);
    int n = samples.n();
    int d = columns.length;
    DMatrixRMaj matrix = CommonOps_DDRM.identity(d);
    double variances = 0;
    double squares = 0;
    double[] products = new double[n];
    for (int a = 0; a < d; a++) {
      EstimationInterruptedException.throwIfInterrupted(INTERRUPTED);
      for (int b = 0; b < a; b++) {
        for (int i = 0; i < n; i++) {
          products[i] = columns[a][i] * columns[b][i];
        }
        double mean = Arrays.stream(products).sum() / n;
        double scatter = 0;
        for (double w : products) {
          scatter += (w - mean) * (w - mean);
        }
        // Equation 10 of the paper, for columns whose variance with 1/n is one.
        variances += scatter / n / (n - 1.0);
        squares += mean * mean;
        matrix.set(a, b, mean);
        matrix.set(b, a, mean);
      }
    }
    double intensity = Math.max(MIN_INTENSITY, Math.min(1, variances / squares));
    for (int a = 0; a < d; a++) {
      for (int b = 0; b < d; b++) {
        matrix.set(a, b, a == b ? 1 : (1 - intensity) * matrix.get(a, b));
      }
    }
    return new ShrunkCorrelation(matrix, x.length, intensity);
  }

  double mutualInformation() {
    int d = matrix.numRows;
    double halves =
        logDeterminant(CommonOps_DDRM.extract(matrix, 0, dX, 0, dX))
            + logDeterminant(CommonOps_DDRM.extract(matrix, dX, d, dX, d));
    return (halves - logDeterminant(matrix)) / 2;
  }

  private static double logDeterminant(DMatrixRMaj correlations) {
    try {
      Cholesky cholesky = Cholesky.of(correlations);
      if (cholesky.dependentColumn() >= 0) {
        throw new IllegalStateException("a shrunk correlation matrix must be positive definite");
      }
      return cholesky.logDeterminant();
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(INTERRUPTED + " was interrupted", e);
    }
  }
}
