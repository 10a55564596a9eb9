package io.github.miscope.internal.linear;

import io.github.miscope.internal.parallel.Interrupts;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** Which columns are no linear combination of others: Cholesky's decomposition with pivots. */
final class IndependentColumns {

  private IndependentColumns() {}

  /**
   * The columns, ascending, of which those chosen before leave a part of the variance unexplained.
   *
   * @param products products of the columns, positive semidefinite
   * @param negligible the least part of its own variance that a column must add
   */
  static int[] of(DMatrixRMaj products, double negligible) throws InterruptedException {
    int d = products.numRows;
    double[] left = new double[d];
    for (int j = 0; j < d; j++) {
      left[j] = products.get(j, j);
    }
    double[][] factor = new double[d][d];
    int[] chosen = new int[d];
    int rank = 0;
    while (rank < d) {
      Interrupts.check();
      int pivot =
          IntStream.range(0, d)
              .reduce(0, (a, b) -> share(products, left, b) > share(products, left, a) ? b : a);
      if (!(share(products, left, pivot) > negligible)) {
        break;
      }
      double root = Math.sqrt(left[pivot]);
      for (int j = 0; j < d; j++) {
        double sum = products.get(j, pivot);
        for (int l = 0; l < rank; l++) {
          sum -= factor[l][j] * factor[l][pivot];
        }
        factor[rank][j] = sum / root;
        left[j] -= factor[rank][j] * factor[rank][j];
      }
      left[pivot] = 0;
      chosen[rank++] = pivot;
    }
    int[] kept = Arrays.copyOf(chosen, rank);
    Arrays.sort(kept);
    return kept;
  }

  private static double share(DMatrixRMaj products, double[] left, int j) {
    return products.get(j, j) > 0 ? left[j] / products.get(j, j) : 0;
  }
}
