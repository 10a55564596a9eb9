package io.github.miscope.neural.layer;

/**
 * One layer of a noisy network: weights and biases (but for {@link TransformLayer}), batch
 * normalisation if wanted, a nonlinearity, and a perturbation.
 */
public sealed interface Layer permits DenseLayer, ConvolutionLayer, ResidualLayer, TransformLayer {

  /**
   * Whether units are normalised over a batch before the nonlinearity (Ioffe and Szegedy 2015).
   *
   * @return so with batch normalisation
   */
  boolean batchNorm();

  /**
   * What units make of their weighted input.
   *
   * @return the nonlinearity
   */
  Nonlinearity nonlinearity();

  /**
   * What disturbs the units after the nonlinearity.
   *
   * @return noise, dropout or nothing
   */
  Perturbation perturbation();

  /**
   * The same layer with another perturbation.
   *
   * @param newPerturbation noise, dropout or nothing
   * @return a changed copy
   */
  Layer withPerturbation(Perturbation newPerturbation);

  /**
   * The same layer with another nonlinearity.
   *
   * @param newNonlinearity what units make of their weighted input
   * @return a changed copy
   */
  Layer withNonlinearity(Nonlinearity newNonlinearity);
}
