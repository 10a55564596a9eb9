package io.github.miscope.neural.internal;

import io.github.miscope.neural.bound.Scores;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What a critic says of a batch.
 *
 * @param joint b scores of the pairs
 * @param product b rows of m scores: row i has those of y_i with other x; empty where m = 0
 */
record ScoreTensors(Tensor joint, Tensor product) {

  /**
   * The scores as bounds want them.
   *
   * @param summed whether sums over the other x are enough
   */
  Scores plain(boolean summed) {
    Scores[] scores = new Scores[1];
    Tensors.withoutGradient(
        () -> {
          double[] joints = doubles(joint);
          int m = Math.toIntExact(product.size(1));
          if (summed) {
            scores[0] = Scores.summed(joints, doubles(torch.logsumexp(product, 1)), m);
          } else {
            double[] products = doubles(product);
            double[][] rows = new double[joints.length][m];
            for (int i = 0; i < rows.length; i++) {
              System.arraycopy(products, i * m, rows[i], 0, m);
            }
            scores[0] = new Scores(joints, rows);
          }
        });
    return scores[0];
  }

  private static double[] doubles(Tensor tensor) {
    float[] values = Tensors.floats(tensor);
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
