package io.github.miscope.neural.layer;

import io.github.miscope.internal.check.Check;
import java.util.Objects;

/**
 * A fully connected layer.
 *
 * @param units how many
 * @param batchNorm whether units are normalised over a batch before the nonlinearity
 * @param nonlinearity what units make of their weighted input
 * @param perturbation after the nonlinearity
 */
public record DenseLayer(
    int units, boolean batchNorm, Nonlinearity nonlinearity, Perturbation perturbation)
    implements Layer {

  /**
   * A fully connected layer.
   *
   * @param units how many, at least 1
   * @param batchNorm whether units are normalised over a batch before the nonlinearity
   * @param nonlinearity what units make of their weighted input
   * @param perturbation after the nonlinearity
   * @throws IllegalArgumentException if there is no unit
   */
  public DenseLayer {
    Objects.requireNonNull(nonlinearity, "nonlinearity");
    Objects.requireNonNull(perturbation, "perturbation");
    Check.atLeast("units", units, 1);
  }

  /**
   * A fully connected layer without batch normalisation and without noise.
   *
   * @param units how many
   * @param nonlinearity what units make of their weighted input
   * @return the layer
   * @throws IllegalArgumentException if there is no unit
   */
  public static DenseLayer of(int units, Nonlinearity nonlinearity) {
    Objects.requireNonNull(nonlinearity, "nonlinearity");
    return new DenseLayer(units, false, nonlinearity, Perturbation.NONE);
  }

  /**
   * The same layer with batch normalisation.
   *
   * @return a changed copy
   */
  public DenseLayer withBatchNorm() {
    return new DenseLayer(units, true, nonlinearity, perturbation);
  }

  @Override
  public DenseLayer withPerturbation(Perturbation perturbation) {
    return new DenseLayer(units, batchNorm, nonlinearity, perturbation);
  }

  @Override
  public DenseLayer withNonlinearity(Nonlinearity nonlinearity) {
    return new DenseLayer(units, batchNorm, nonlinearity, perturbation);
  }

  @Override
  public String toString() {
    return LayerLabels.of(Integer.toString(units), this);
  }
}
