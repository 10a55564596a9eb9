package io.github.miscope.internal.linear;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** The eigenvectors of the largest eigenvalues of a symmetric matrix. */
final class LeadingVectors {

  private LeadingVectors() {}

  /**
   * The vectors.
   *
   * @param symmetric the matrix, changed
   * @param count how many, unless there are fewer
   * @return one column for each, that of the largest eigenvalue first
   */
  static DMatrixRMaj of(DMatrixRMaj symmetric, int count) throws InterruptedException {
    SymmetricEigen eigen = SymmetricEigen.of(symmetric);
    int d = eigen.values().length;
    int[] order =
        IntStream.range(0, d)
            .boxed()
            .sorted((a, b) -> Double.compare(eigen.values()[b], eigen.values()[a]))
            .mapToInt(Integer::intValue)
            .limit(count)
            .toArray();
    DMatrixRMaj vectors = new DMatrixRMaj(d, order.length);
    for (int l = 0; l < order.length; l++) {
      for (int j = 0; j < d; j++) {
        vectors.set(j, l, eigen.vectors().get(order[l], j));
      }
    }
    return vectors;
  }
}
