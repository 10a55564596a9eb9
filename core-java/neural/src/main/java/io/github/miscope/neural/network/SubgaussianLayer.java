package io.github.miscope.neural.network;

import io.github.miscope.internal.linear.MatrixNorm;
import io.github.miscope.neural.layer.DenseLayer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.sample.Variable;
import java.util.OptionalDouble;

/**
 * A subgaussian constant of S, the value of a layer before its own noise, from the weights of the
 * layers before.
 *
 * <p>With z_k the noise of layer k, of standard deviation beta_k in d_k units, S is a function of
 * (z_1, z_2, ...) whose derivative by z_k has a norm of at most P_k, the product over the layers
 * above k of the norm of the weights and of the slope of the nonlinearity. A function of standard
 * normal variables with a gradient of at most L is subgaussian with the constant L, which gives
 * sum_k (beta_k P_k)^2 for S given the input. The mean of S given the input lies within sum_k
 * beta_k P_k sqrt(d_k) of the value without noise, and a mean within r of a fixed place is
 * subgaussian with the constant r (Hoeffding's lemma). The squares add up.
 */
final class SubgaussianLayer {

  /** Larger matrices take seconds. */
  private static final int MAX_SIDE = 256;

  private SubgaussianLayer() {}

  /**
   * The constant.
   *
   * @param snapshot the network
   * @param layer whose S
   * @param quiet S without noise, for each input
   * @return K of equation (6); empty if a layer is not dense, has batch normalisation, noise in
   *     proportion to its values or a nonlinearity without a known slope
   */
  static OptionalDouble constant(Snapshot snapshot, int layer, Variable quiet) {
    NoisyNetwork network = snapshot.network();
    double product = 1;
    double squares = 0;
    double shift = 0;
    for (int k = layer; k >= 1; k--) {
      if (!(network.layer(k) instanceof DenseLayer dense) || dense.batchNorm()) {
        return OptionalDouble.empty();
      }
      double slope = slope(dense.nonlinearity());
      boolean below = k < layer;
      if (Double.isNaN(slope)
          || (below && dense.perturbation() instanceof Perturbation.RelativeNoise)) {
        return OptionalDouble.empty();
      }
      if (below && dense.perturbation() instanceof Perturbation.Noise noise) {
        double reach = noise.beta() * product;
        squares += reach * reach;
        shift += reach * Math.sqrt(dense.units());
      }
      product *= slope * norm(snapshot.weights().matrix(k));
    }
    double radius = radius(quiet) + shift;
    return OptionalDouble.of(Math.sqrt(squares + radius * radius));
  }

  private static double slope(Nonlinearity nonlinearity) {
    if (nonlinearity instanceof Nonlinearity.LogSoftmax) {
      return Double.NaN;
    }
    return nonlinearity instanceof Nonlinearity.Sigmoid ? 0.25 : 1;
  }

  /** The largest distance of a row from the mean of all. */
  private static double radius(Variable s) {
    double[] squares = new double[s.n()];
    for (int j = 0; j < s.d(); j++) {
      double[] column = s.column(j);
      double mean = 0;
      for (double value : column) {
        mean += value / column.length;
      }
      for (int i = 0; i < column.length; i++) {
        squares[i] += (column[i] - mean) * (column[i] - mean);
      }
    }
    double largest = 0;
    for (double square : squares) {
      largest = Math.max(largest, square);
    }
    return Math.sqrt(largest);
  }

  /** The largest singular value, or Frobenius' norm, which is no smaller, of large matrices. */
  private static double norm(float[][] weights) {
    double[][] matrix = new double[weights.length][weights[0].length];
    for (int u = 0; u < matrix.length; u++) {
      for (int i = 0; i < matrix[u].length; i++) {
        matrix[u][i] = weights[u][i];
      }
    }
    return Math.min(matrix.length, matrix[0].length) > MAX_SIDE
        ? MatrixNorm.frobenius(matrix)
        : MatrixNorm.spectral(matrix);
  }
}
