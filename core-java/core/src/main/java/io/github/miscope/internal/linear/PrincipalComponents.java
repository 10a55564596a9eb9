package io.github.miscope.internal.linear;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** The uncorrelated linear combinations of largest variance. */
public final class PrincipalComponents {

  private PrincipalComponents() {}

  /** The leading components of centred columns, as columns. */
  public static double[][] leading(double[][] columns, int count) throws InterruptedException {
    int d = columns.length;
    DMatrixRMaj products = Moments.products(columns);
    // A little more variance in every direction: exact repetitions of columns defeat the algorithm.
    for (int j = 0; j < d; j++) {
      products.add(j, j, 1e-9 * (1 + j / (double) d) * products.get(j, j));
    }
    SymmetricEigen eigen = SymmetricEigen.of(products);
    int[] order =
        IntStream.range(0, d)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> -eigen.values()[j]))
            .mapToInt(Integer::intValue)
            .toArray();
    DMatrixRMaj weights = new DMatrixRMaj(d, count);
    for (int l = 0; l < count; l++) {
      for (int i = 0; i < d; i++) {
        weights.set(i, l, eigen.vectors().get(order[l], i));
      }
    }
    return CanonicalVariates.project(columns, weights, count);
  }
}
