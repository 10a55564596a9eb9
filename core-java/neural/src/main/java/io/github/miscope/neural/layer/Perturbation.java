package io.github.miscope.neural.layer;

import io.github.miscope.internal.check.Check;

/** What disturbs the values of a layer after its nonlinearity. */
public sealed interface Perturbation {

  /** Nothing: the layer is a function of what is below it. */
  Perturbation NONE = new None();

  /**
   * Gaussian noise, in training and when samples are propagated (Goldfeld et al. 2019, section 2).
   *
   * @param beta the standard deviation of Z, above 0
   * @return T = S + Z with Z from N(0, beta^2 I)
   * @throws IllegalArgumentException if beta is not positive and finite
   */
  static Perturbation noise(double beta) {
    return new Noise(beta);
  }

  /**
   * Gaussian noise in proportion to the values, in training and when samples are propagated (also
   * called Gaussian dropout; Butakov et al. 2024, arXiv:2305.08013, section 6). Sample propagation
   * needs noise of equal variance everywhere and refuses it.
   *
   * @param ratio of noise to signal, sigma above 0
   * @return T = S (1 + sigma E) with E from N(0, I)
   * @throws IllegalArgumentException if the ratio is not positive and finite
   */
  static Perturbation relativeNoise(double ratio) {
    return new RelativeNoise(ratio);
  }

  /**
   * Dropout, in training only.
   *
   * @param share of units that a training step leaves out, in (0, 1)
   * @return units set to zero at random, the others divided by 1 - share
   * @throws IllegalArgumentException if the share is outside (0, 1)
   */
  static Perturbation dropout(double share) {
    return new Dropout(share);
  }

  /** Nothing. */
  record None() implements Perturbation {

    @Override
    public String toString() {
      return "";
    }
  }

  /**
   * Gaussian noise.
   *
   * @param beta its standard deviation
   */
  record Noise(double beta) implements Perturbation {

    /**
     * Gaussian noise.
     *
     * @param beta its standard deviation
     * @throws IllegalArgumentException if beta is not positive and finite
     */
    public Noise {
      Check.positive("beta", beta);
    }

    @Override
    public String toString() {
      return "beta=" + beta;
    }
  }

  /**
   * Gaussian noise in proportion to the values.
   *
   * @param ratio of noise to signal
   */
  record RelativeNoise(double ratio) implements Perturbation {

    /**
     * Gaussian noise in proportion to the values.
     *
     * @param ratio of noise to signal
     * @throws IllegalArgumentException if the ratio is not positive and finite
     */
    public RelativeNoise {
      Check.positive("ratio", ratio);
    }

    @Override
    public String toString() {
      return "noise to signal=" + ratio;
    }
  }

  /**
   * Dropout.
   *
   * @param share of units that a training step leaves out
   */
  record Dropout(double share) implements Perturbation {

    /**
     * Dropout.
     *
     * @param share of units that a training step leaves out
     * @throws IllegalArgumentException if the share is outside (0, 1)
     */
    public Dropout {
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException("dropout must be in (0, 1): dropout=" + share);
      }
    }

    @Override
    public String toString() {
      return "dropout=" + share;
    }
  }
}
