package io.github.miscope.internal.linear;

import io.github.miscope.internal.parallel.Interrupts;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/** The triangular factor L of a correlation matrix R = L L'. */
public final class Cholesky {

  /** A smaller share of a column's variance that the others leave unexplained is rounding error. */
  private static final double NEGLIGIBLE = 1e-12;

  private final DMatrixRMaj factor;
  private final int dependent;

  private Cholesky(DMatrixRMaj factor, int dependent) {
    this.factor = factor;
    this.dependent = dependent;
  }

  /**
   * Decomposes.
   *
   * @param correlations a correlation matrix, kept
   * @return its factor, or the knowledge that it is singular
   */
  public static Cholesky of(DMatrixRMaj correlations) throws InterruptedException {
    Optional<DMatrixRMaj> factor = factor(correlations);
    if (factor.isPresent()) {
      return new Cholesky(factor.get(), -1);
    }
    // The first column that depends on those before it is what a message should name.
    int regular = 0;
    int singular = correlations.numRows;
    while (singular - regular > 1) {
      int size = (regular + singular) / 2;
      if (factor(CommonOps_DDRM.extract(correlations, 0, size, 0, size)).isPresent()) {
        regular = size;
      } else {
        singular = size;
      }
    }
    return new Cholesky(new DMatrixRMaj(0, 0), regular);
  }

  private static Optional<DMatrixRMaj> factor(DMatrixRMaj matrix) throws InterruptedException {
    Interrupts.check();
    var cholesky = DecompositionFactory_DDRM.chol(matrix.numRows, true);
    if (!cholesky.decompose(matrix.copy())) {
      return Optional.empty();
    }
    DMatrixRMaj factor = cholesky.getT(null);
    for (int i = 0; i < factor.numRows; i++) {
      if (!(factor.get(i, i) * factor.get(i, i) > NEGLIGIBLE)) {
        return Optional.empty();
      }
    }
    return Optional.of(factor);
  }

  /**
   * The first column that is a linear function of those before it, but for 1e-12 of its variance.
   *
   * @return its index, -1 if the matrix is regular
   */
  public int dependentColumn() {
    return dependent;
  }

  /**
   * log det R of a regular matrix.
   *
   * @return at most 0
   */
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < factor.numRows; i++) {
      sum += Math.log(factor.get(i, i));
    }
    return 2 * sum;
  }

  /**
   * The squared Mahalanobis norm z' R^-1 z of one observation.
   *
   * @param columns standardised columns
   * @param i the observation
   * @param buffer room for d numbers
   * @return at least 0
   */
  public double squaredNorm(double[][] columns, int i, double[] buffer) {
    for (int j = 0; j < buffer.length; j++) {
      buffer[j] = columns[j][i];
    }
    TriangularSolver_DDRM.solveL(factor.data, buffer, buffer.length);
    double sum = 0;
    for (double value : buffer) {
      sum += value * value;
    }
    return sum;
  }
}
