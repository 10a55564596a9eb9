package io.github.miscope.internal.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;

/** Eigenvalues that are given, also several times, and what must hold of their vectors. */
class LeadingEigenTest {

  /** That of principal components. */
  private static final double TOLERANCE = 1e-11;

  /** Values and orthogonality: 60 columns times a rounding of 2e-16, and some. */
  private static final double ROUNDING = 1e-12;

  @Test
  void distinctValues() throws InterruptedException {
    double[] values = new Random(1).doubles(60, 0, 10).toArray();
    agrees(rotated(values, 1), values, 12);
  }

  @Test
  void valuesThatComeSeveralTimes() throws InterruptedException {
    double[] values =
        DoubleStream.concat(
                DoubleStream.of(5, 5, 5, 5, 3, 3, 3), DoubleStream.generate(() -> 1).limit(33))
            .toArray();
    agrees(rotated(values, 2), values, 12);
  }

  @Test
  void closeValues() throws InterruptedException {
    double[] values = new double[50];
    Arrays.setAll(values, i -> 1 + 1e-13 * i);
    agrees(rotated(values, 3), values, 8);
  }

  /** The tridiagonal form is the matrix, and falls into single numbers. */
  @Test
  void diagonalMatrices() throws InterruptedException {
    double[] values = {1, 4, 4, 0, 2, 9, 4, 0, 0, 2};
    agrees(CommonOps_DDRM.diag(values), values, 7);
    double[] ones = new double[30];
    Arrays.fill(ones, 1);
    agrees(CommonOps_DDRM.diag(ones), ones, 5);
  }

  @Test
  void allOfThem() throws InterruptedException {
    double[] values = {7, 6, 6, 1e-9, 0, 0};
    agrees(rotated(values, 4), values, 6);
    agrees(new DMatrixRMaj(new double[][] {{3}}), new double[] {3}, 1);
  }

  @Test
  void nothingOfZero() throws InterruptedException {
    assertTrue(LeadingEigen.of(new DMatrixRMaj(4, 4), 2, TOLERANCE).isEmpty());
  }

  private static void agrees(DMatrixRMaj matrix, double[] values, int count)
      throws InterruptedException {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double largest = sorted[sorted.length - 1];
    DMatrixRMaj before = matrix.copy();
    Eigenpairs eigen = LeadingEigen.of(matrix, count, TOLERANCE).orElseThrow();
    assertArrayEquals(before.data, matrix.data);
    for (int l = 0; l < count; l++) {
      assertEquals(sorted[sorted.length - 1 - l], eigen.values()[l], ROUNDING * largest);
      double[] v = eigen.vectors()[l];
      for (int m = 0; m <= l; m++) {
        assertEquals(m == l ? 1 : 0, dot(v, eigen.vectors()[m]), ROUNDING);
      }
      for (int j = 0; j < v.length; j++) {
        double[] row = Arrays.copyOfRange(matrix.data, j * v.length, (j + 1) * v.length);
        assertEquals(eigen.values()[l] * v[j], dot(row, v), TOLERANCE * largest);
      }
    }
  }

  private static DMatrixRMaj rotated(double[] values, long seed) {
    int d = values.length;
    DMatrixRMaj q = RandomMatrices_DDRM.orthogonal(d, d, new Random(seed));
    DMatrixRMaj half = new DMatrixRMaj(d, d);
    DMatrixRMaj matrix = new DMatrixRMaj(d, d);
    CommonOps_DDRM.mult(q, CommonOps_DDRM.diag(values), half);
    CommonOps_DDRM.multTransB(half, q, matrix);
    return matrix;
  }

  private static double dot(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * v[i];
    }
    return sum;
  }
}
