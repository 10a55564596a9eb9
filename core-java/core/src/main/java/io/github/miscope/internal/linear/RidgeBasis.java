package io.github.miscope.internal.linear;

import io.github.miscope.internal.parallel.Interrupts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Terms of a linear model in orthonormal directions: those that are free, and those that a ridge
 * penalty shrinks, each with the variance that it has among the terms.
 *
 * @param free orthonormal columns of n values
 * @param shrunk orthonormal columns of n values, orthogonal to the free ones
 * @param variances of the shrunk ones
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RidgeBasis(double[][] free, double[][] shrunk, double[] variances) {

  /** What is left of a free column by those before it, relative to it, if it depends on them. */
  private static final double DEPENDENT = 1e-7;

  /** Smaller variances of directions, relative to the largest, are rounding errors. */
  private static final double NEGLIGIBLE = 1e-11;

  /** Orthonormal columns that span the given ones. */
  static double[][] orthonormal(List<double[]> columns) throws InterruptedException {
    List<double[]> basis = new ArrayList<>();
    for (double[] column : columns) {
      Interrupts.check();
      double[] rest = column.clone();
      double before = Math.sqrt(dot(rest, rest));
      // Twice is enough (Giraud, Langou and Rozloznik 2005).
      for (int pass = 0; pass < 2; pass++) {
        basis.forEach(other -> add(rest, other, -dot(other, rest)));
      }
      double norm = Math.sqrt(dot(rest, rest));
      if (norm > DEPENDENT * before) {
        scale(rest, 1 / norm);
        basis.add(rest);
      }
    }
    return basis.toArray(new double[0][]);
  }

  /**
   * A basis.
   *
   * @param free orthonormal columns
   * @param terms the columns to shrink, whose sum of squared coefficients is the penalty
   */
  static RidgeBasis of(double[][] free, List<double[]> terms) throws InterruptedException {
    int m = terms.size();
    double[][] rest = new double[m][];
    for (int a = 0; a < m; a++) {
      Interrupts.check();
      double[] column = terms.get(a).clone();
      for (double[] other : free) {
        add(column, other, -dot(other, column));
      }
      rest[a] = column;
    }
    if (m == 0) {
      return new RidgeBasis(free, rest, new double[0]);
    }
    return m > free[0].length ? ofRows(free, rest) : ofColumns(free, rest);
  }

  /** By the eigenvectors of the products of columns. */
  private static RidgeBasis ofColumns(double[][] free, double[][] rest)
      throws InterruptedException {
    SymmetricEigen eigen = SymmetricEigen.of(Moments.products(rest));
    int[] kept = kept(eigen.values());
    double[][] shrunk = new double[kept.length][rest[0].length];
    for (int e = 0; e < kept.length; e++) {
      Interrupts.check();
      for (int a = 0; a < rest.length; a++) {
        add(shrunk[e], rest[a], eigen.vectors().get(kept[e], a));
      }
      scale(shrunk[e], 1 / Math.sqrt(eigen.values()[kept[e]]));
    }
    return new RidgeBasis(free, shrunk, variances(eigen, kept));
  }

  /** By the eigenvectors of the products of rows, where there are fewer of them. */
  private static RidgeBasis ofRows(double[][] free, double[][] rest) throws InterruptedException {
    int n = rest[0].length;
    DMatrixRMaj products = new DMatrixRMaj(n, n);
    for (double[] column : rest) {
      Interrupts.check();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          products.add(i, j, column[i] * column[j]);
        }
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(products);
    int[] kept = kept(eigen.values());
    double[][] shrunk = new double[kept.length][n];
    for (int e = 0; e < kept.length; e++) {
      for (int i = 0; i < n; i++) {
        shrunk[e][i] = eigen.vectors().get(kept[e], i);
      }
    }
    return new RidgeBasis(free, shrunk, variances(eigen, kept));
  }

  private static int[] kept(double... values) {
    double largest = Arrays.stream(values).max().orElse(0);
    return IntStream.range(0, values.length)
        .filter(e -> values[e] > NEGLIGIBLE * largest)
        .toArray();
  }

  private static double[] variances(SymmetricEigen eigen, int... kept) {
    return Arrays.stream(kept).mapToDouble(e -> eigen.values()[e]).toArray();
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static void add(double[] to, double[] column, double factor) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * column[i];
    }
  }

  private static void scale(double[] column, double factor) {
    for (int i = 0; i < column.length; i++) {
      column[i] *= factor;
    }
  }
}
