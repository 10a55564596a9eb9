package io.github.miscope.internal.linear;

import io.github.miscope.internal.parallel.Blocks;
import org.ejml.data.DMatrixRMaj;

/**
 * Products of a tall matrix, given by columns, with a few vectors: four vectors in one pass over
 * each column, which takes a quarter of the time of EJML's products and no copy of the matrix.
 */
final class TallProducts {

  /** Vectors come in groups of so many. */
  static final int GROUP = 4;

  private TallProducts() {}

  /**
   * X'X v.
   *
   * @param columns d columns of n values: X
   * @param vectors d by l, l a multiple of {@link #GROUP}
   * @return d by l
   */
  static DMatrixRMaj squared(double[][] columns, DMatrixRMaj vectors) throws InterruptedException {
    int vectorCount = vectors.numCols;
    double[][] images = new double[vectorCount][columns[0].length];
    // Each thread has groups of its own, then columns of its own: no sum depends on their number.
    int groups = vectorCount / GROUP;
    Blocks.run(
        groups,
        1,
        () ->
            (first, last) -> {
              for (int group = first; group < last; group++) {
                int l = group * GROUP;
                for (int j = 0; j < columns.length; j++) {
                  addMultiples(columns[j], vectors.data, j * vectorCount + l, images, l);
                }
              }
            });
    DMatrixRMaj products = new DMatrixRMaj(columns.length, vectorCount);
    Blocks.run(
        columns.length,
        Blocks.evenSize(columns.length, 1, 100),
        () ->
            (first, last) -> {
              for (int j = first; j < last; j++) {
                for (int l = 0; l < vectorCount; l += GROUP) {
                  dots(columns[j], images, l, products.data, j * vectorCount + l);
                }
              }
            });
    return products;
  }

  private static void addMultiples(
      double[] column, double[] factors, int at, double[][] sums, int first) {
    double a = factors[at];
    double b = factors[at + 1];
    double c = factors[at + 2];
    double d = factors[at + 3];
    double[] sumA = sums[first];
    double[] sumB = sums[first + 1];
    double[] sumC = sums[first + 2];
    double[] sumD = sums[first + 3];
    for (int i = 0; i < column.length; i++) {
      double value = column[i];
      sumA[i] += a * value;
      sumB[i] += b * value;
      sumC[i] += c * value;
      sumD[i] += d * value;
    }
  }

  private static void dots(
      double[] column, double[][] vectors, int first, double[] products, int at) {
    double[] a = vectors[first];
    double[] b = vectors[first + 1];
    double[] c = vectors[first + 2];
    double[] d = vectors[first + 3];
    double sumA = 0;
    double sumB = 0;
    double sumC = 0;
    double sumD = 0;
    for (int i = 0; i < column.length; i++) {
      double value = column[i];
      sumA += value * a[i];
      sumB += value * b[i];
      sumC += value * c[i];
      sumD += value * d[i];
    }
    products[at] = sumA;
    products[at + 1] = sumB;
    products[at + 2] = sumC;
    products[at + 3] = sumD;
  }
}
