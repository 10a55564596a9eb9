package io.github.miscope.internal.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Linear algebra that polls for interrupts has the bits of EJML's, and stops. */
class StoppableAlgebraTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "5, 5", "6, 14", "7, 4", "30, 300", "101, 101", "400, 400"})
  void bitsAreThoseOfTheLibrary(int rows, int columns) throws InterruptedException {
    Random random = new Random(rows);
    DMatrixRMaj a = RandomMatrices_DDRM.rectangle(rows, columns, random);
    DMatrixRMaj b = RandomMatrices_DDRM.rectangle(columns, rows, random);
    DMatrixRMaj product = new DMatrixRMaj(rows, rows);
    CommonOps_DDRM.mult(a, b, product);
    assertArrayEquals(product.data, Products.of(a, b).data);

    DMatrixRMaj transposed = new DMatrixRMaj(columns, columns);
    CommonOps_DDRM.multTransA(0.37, a, a, transposed);
    assertArrayEquals(transposed.data, Products.transposed(0.37, a, a).data);

    var svd = DecompositionFactory_DDRM.svd(rows, columns, true, true, true);
    assertTrue(svd.decompose(a.copy()));
    SingularValues polled = SingularValues.of(a.copy());
    assertArrayEquals(svd.getSingularValues(), polled.getSingularValues());
    assertArrayEquals(svd.getU(null, false).data, polled.getU(null, false).data);
    assertArrayEquals(svd.getV(null, false).data, polled.getV(null, false).data);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "5", "6", "50", "300"})
  void symmetricMatricesHaveTheBitsOfTheLibrary(int d) throws InterruptedException {
    DMatrixRMaj symmetric = RandomMatrices_DDRM.symmetricPosDef(d, new Random(d));
    var eigen = DecompositionFactory_DDRM.eig(d, true, true);
    assertTrue(eigen.decompose(symmetric.copy()));
    SymmetricEigen polled = SymmetricEigen.of(symmetric.copy());
    for (int i = 0; i < d; i++) {
      assertEquals(eigen.getEigenvalue(i).getReal(), polled.values()[i]);
      for (int j = 0; j < d; j++) {
        assertEquals(eigen.getEigenVector(i).get(j), polled.vectors().get(i, j));
      }
    }
    var cholesky = DecompositionFactory_DDRM.chol(d, true);
    assertTrue(cholesky.decompose(symmetric));
    var solver = LinearSolverFactory_DDRM.lu(d);
    assertTrue(solver.setA(cholesky.getT(null)));
    DMatrixRMaj inverse = new DMatrixRMaj(d, d);
    solver.invert(inverse);
    assertArrayEquals(inverse.data, Products.inverse(cholesky.getT(null)).orElseThrow().data);
  }

  @Test
  void anInterruptStopsEach() {
    DMatrixRMaj square = RandomMatrices_DDRM.symmetricPosDef(20, new Random(1));
    stops(() -> Products.of(square, square));
    stops(() -> Products.transposed(1, square, square));
    stops(() -> Products.inverse(square.copy()));
    stops(() -> SingularValues.of(square.copy()));
    stops(() -> SymmetricEigen.of(square.copy()));
    stops(() -> Moments.products(new double[20][100]));
  }

  private static void stops(Executable work) {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, work);
    assertFalse(Thread.currentThread().isInterrupted(), "the interrupt is taken");
  }

  /** The first dependent column of many: by halving, since each attempt is a decomposition. */
  @Test
  void theFirstDependentColumnIsNamed() throws InterruptedException {
    Random random = new Random(2);
    for (int dependent : new int[] {1, 2, 17, 39}) {
      double[][] columns = new double[40][200];
      for (double[] column : columns) {
        for (int i = 0; i < column.length; i++) {
          column[i] = random.nextGaussian();
        }
      }
      columns[dependent] = columns[dependent - 1].clone();
      assertEquals(
          dependent, Cholesky.of(Standardised.of(columns).correlations()).dependentColumn());
    }
  }
}
