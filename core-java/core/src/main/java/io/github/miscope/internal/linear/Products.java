package io.github.miscope.internal.linear;

import io.github.miscope.internal.parallel.Interrupts;
import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.lu.LUDecompositionAlt_DDRM;
import org.ejml.dense.row.linsol.lu.LinearSolverLu_DDRM;

/**
 * Products and inverses of matrices by EJML, some rows or columns at a time, so that an interrupt
 * stops them: each takes seconds at 1000 columns. No bit depends on the parts.
 */
public final class Products {

  /** Multiplications in a part: about 50 ms. */
  private static final long PART = 50_000_000;

  /** From so many columns on, EJML adds in one and the same order. */
  private static final int ONE_ORDER = 15;

  private Products() {}

  /** a b. */
  static DMatrixRMaj of(DMatrixRMaj a, DMatrixRMaj b) throws InterruptedException {
    DMatrixRMaj product = new DMatrixRMaj(a.numRows, b.numCols);
    int rows = (int) Math.max(1, PART / Math.max(1, (long) a.numCols * b.numCols));
    for (int from = 0; from < a.numRows; from += rows) {
      Interrupts.check();
      int count = Math.min(rows, a.numRows - from);
      DMatrixRMaj some = new DMatrixRMaj(count, b.numCols);
      CommonOps_DDRM.mult(rows(a, from, count), b, some);
      System.arraycopy(some.data, 0, product.data, from * b.numCols, count * b.numCols);
    }
    return product;
  }

  /** factor a' b. */
  static DMatrixRMaj transposed(double factor, DMatrixRMaj a, DMatrixRMaj b)
      throws InterruptedException {
    DMatrixRMaj product = new DMatrixRMaj(a.numCols, b.numCols);
    int columns = (int) Math.max(1, PART / Math.max(1, (long) a.numRows * b.numCols));
    if (columns >= a.numCols || b.numCols < ONE_ORDER) {
      Interrupts.check();
      CommonOps_DDRM.multTransA(factor, a, b, product);
      return product;
    }
    for (int from = 0; from < a.numCols; from += columns) {
      Interrupts.check();
      int count = Math.min(columns, a.numCols - from);
      DMatrixRMaj some = new DMatrixRMaj(count, b.numCols);
      CommonOps_DDRM.multTransA(
          factor, CommonOps_DDRM.extract(a, 0, a.numRows, from, from + count), b, some);
      System.arraycopy(some.data, 0, product.data, from * b.numCols, count * b.numCols);
    }
    return product;
  }

  private static DMatrixRMaj rows(DMatrixRMaj matrix, int from, int count) {
    if (count == matrix.numRows) {
      return matrix;
    }
    int columns = matrix.numCols;
    double[] some = Arrays.copyOfRange(matrix.data, from * columns, (from + count) * columns);
    return DMatrixRMaj.wrap(count, columns, some);
  }

  /**
   * The inverse of a matrix by LU decomposition with pivots.
   *
   * @param matrix a square matrix, changed
   * @return its inverse, unless it is singular
   */
  public static Optional<DMatrixRMaj> inverse(DMatrixRMaj matrix) throws InterruptedException {
    LinearSolverLu_DDRM solver = new LinearSolverLu_DDRM(new Lu());
    DMatrixRMaj inverse = new DMatrixRMaj(matrix.numRows, matrix.numRows);
    boolean regular =
        Stop.run(
            () -> {
              if (!solver.setA(matrix)) {
                return false;
              }
              solver.invert(inverse);
              return true;
            });
    return regular ? Optional.of(inverse) : Optional.empty();
  }

  private static final class Lu extends LUDecompositionAlt_DDRM {
    @Override
    public void _solveVectorInternal(double[] vector) {
      Stop.poll();
      super._solveVectorInternal(vector);
    }
  }
}
