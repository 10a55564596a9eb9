package io.github.miscope.encoder;

import io.github.miscope.internal.check.Check;
import java.util.Objects;

/**
 * What compression can lose, and between which values entropies then lie, in nats. Source: Butakov
 * et al. 2024, "Information Bottleneck Analysis of Deep Neural Networks via Lossy Compression",
 * ICLR, arXiv:2305.08013; names of corollaries and statements are those of its appendix.
 *
 * <p>Throughout, X has d columns, Z is independent Gaussian noise of standard deviation sigma in
 * each of them, and E keeps the projections on the d' principal axes of X.
 */
public final class CompressionBounds {

  /** h of a standard normal variable: (1/2) log(2 pi e). */
  private static final double NORMAL_ENTROPY = 0.5 * Math.log(2 * Math.PI * Math.E);

  private CompressionBounds() {}

  /**
   * Corollaries 5 and 6: the most that principal components of noisy data lose, 0 &le; I(X+Z;Y) -
   * I(E(X+Z);Y) &le; (d - d')/2 log(1 + lambda / sigma&sup2;).
   *
   * @param dimension d
   * @param latentDimension d'
   * @param nextEigenvalue lambda, the largest eigenvalue of the covariance of X that is left out:
   *     number d' + 1 in descending order, without the noise
   * @param noise sigma
   * @return the bound in nats
   * @throws IllegalArgumentException unless 0 &le; d' &le; d, lambda &ge; 0 and sigma &gt; 0
   */
  public static double principalComponentLoss(
      int dimension, int latentDimension, double nextEigenvalue, double noise) {
    requireDimensions(dimension, latentDimension);
    requireNotNegative("eigenvalue", nextEigenvalue);
    requirePositive("noise", noise);
    return (dimension - latentDimension) / 2.0 * Math.log1p(nextEigenvalue / (noise * noise));
  }

  /**
   * Statement 11, lower side: (d - d')/2 log(2 pi e sigma&sup2;) &le; h(X+Z) - h(E(X+Z)).
   *
   * @param dimension d
   * @param latentDimension d'
   * @param noise sigma
   * @return the least difference of entropies, in nats
   * @throws IllegalArgumentException unless 0 &le; d' &le; d and sigma &gt; 0
   */
  public static double leastEntropyDifference(int dimension, int latentDimension, double noise) {
    requireDimensions(dimension, latentDimension);
    requirePositive("noise", noise);
    return (dimension - latentDimension) * (NORMAL_ENTROPY + Math.log(noise));
  }

  /**
   * Statement 11, upper side: h(X+Z) - h(E(X+Z)) &le; (d - d')/2 log(2 pi e (lambda +
   * sigma&sup2;)).
   *
   * @param dimension d
   * @param latentDimension d'
   * @param nextEigenvalue lambda, as in {@link #principalComponentLoss}
   * @param noise sigma
   * @return the largest difference of entropies, in nats
   * @throws IllegalArgumentException unless 0 &le; d' &le; d, lambda &ge; 0 and sigma &gt; 0
   */
  public static double largestEntropyDifference(
      int dimension, int latentDimension, double nextEigenvalue, double noise) {
    return leastEntropyDifference(dimension, latentDimension, noise)
        + principalComponentLoss(dimension, latentDimension, nextEigenvalue, noise);
  }

  /**
   * Statement 10: the largest entropy of data that are restored from noisy codes, h(X) &le;
   * h(E(X)+Z) - d'(c + log(sigma&sup2;)/2) + d (c + log(Sigma&sup2;)/2), c = log(2 pi e)/2. The
   * paper says it for any encoder E and decoder D.
   *
   * @param noisyCodeEntropy h(E(X)+Z), Z of d' columns, in nats
   * @param dimension d
   * @param latentDimension d'
   * @param noise sigma, of the codes
   * @param reconstructionError Sigma&sup2; = E||X - D(E(X)+Z)||&sup2; / d
   * @return the bound in nats
   * @throws IllegalArgumentException unless 0 &le; d' &le; d, sigma &gt; 0 and Sigma&sup2; &gt; 0
   */
  public static double largestEntropy(
      double noisyCodeEntropy,
      int dimension,
      int latentDimension,
      double noise,
      double reconstructionError) {
    requireDimensions(dimension, latentDimension);
    requirePositive("noise", noise);
    requirePositive("reconstruction error", reconstructionError);
    return noisyCodeEntropy
        - latentDimension * (NORMAL_ENTROPY + Math.log(noise))
        + dimension * (NORMAL_ENTROPY + 0.5 * Math.log(reconstructionError));
  }

  /**
   * Statement 7: the largest entropy of a variable with given variances along its principal axes,
   * that of a Gaussian.
   *
   * @param eigenvalues of its covariance
   * @return the bound in nats
   * @throws IllegalArgumentException if there is no eigenvalue or one is not positive
   */
  public static double gaussianEntropy(double... eigenvalues) {
    Objects.requireNonNull(eigenvalues, "eigenvalues");
    if (eigenvalues.length == 0) {
      throw new IllegalArgumentException("eigenvalues is empty: at least 1 is needed");
    }
    double sum = 0;
    for (double eigenvalue : eigenvalues) {
      requirePositive("eigenvalue", eigenvalue);
      sum += NORMAL_ENTROPY + 0.5 * Math.log(eigenvalue);
    }
    return sum;
  }

  /**
   * Statement 8: the least entropy of X + Z, that of the noise.
   *
   * @param dimension d
   * @param noise sigma
   * @return the bound in nats
   * @throws IllegalArgumentException unless d &ge; 1 and sigma &gt; 0
   */
  public static double noiseEntropy(int dimension, double noise) {
    Check.between("dimension", dimension, 1, Integer.MAX_VALUE);
    return leastEntropyDifference(dimension, 0, noise);
  }

  /**
   * Statement 9: the least entropy of noise multiplied by an independent random matrix, h(X Z) &ge;
   * h(Z) + E log|det X|, with equality where the matrix is constant.
   *
   * @param noiseEntropy h(Z) in nats
   * @param meanLogDeterminant E log|det X|
   * @return the bound in nats
   */
  public static double matrixNoiseEntropy(double noiseEntropy, double meanLogDeterminant) {
    return noiseEntropy + meanLogDeterminant;
  }

  /**
   * Corollary 4: the least entropy of X times noise, column by column: h(X &middot; Z) &ge; h(Z) +
   * sum of E log|X_j|. It is {@link #matrixNoiseEntropy Statement 9} for a diagonal matrix.
   *
   * @param noiseEntropy h(Z) in nats; that of 1 + sigma Z equals {@link #noiseEntropy}
   * @param meanLogs E log|X_j| for each column
   * @return the bound in nats
   */
  public static double multiplicativeNoiseEntropy(double noiseEntropy, double... meanLogs) {
    Objects.requireNonNull(meanLogs, "meanLogs");
    double sum = noiseEntropy;
    for (double mean : meanLogs) {
      sum += mean;
    }
    return sum;
  }

  /**
   * Statement 3: how much more information a code can have than what it encodes, where X can be
   * computed from f(X, Z): I(X;Y) &le; I(f(X,Z);Y) &le; I(X;Y) + h(Z) - h(Z|X,Y). With Z
   * independent of X and Y that is nothing (Corollary 2).
   *
   * @param entropy h(Z) in nats
   * @param conditionalEntropy h(Z|X,Y) in nats
   * @return the largest gain in nats
   * @throws IllegalArgumentException if h(Z|X,Y) exceeds h(Z)
   */
  public static double largestGain(double entropy, double conditionalEntropy) {
    if (!(conditionalEntropy <= entropy)) {
      throw new IllegalArgumentException(
          "h(Z|X,Y) must be <= h(Z): h(Z|X,Y)=" + conditionalEntropy + ", h(Z)=" + entropy);
    }
    return entropy - conditionalEntropy;
  }

  private static void requireDimensions(int dimension, int latentDimension) {
    Check.between("dimension", dimension, 1, Integer.MAX_VALUE);
    Check.between("latent dimension", latentDimension, 0, dimension);
  }

  private static void requireNotNegative(String name, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " must be finite and >= 0: " + name + "=" + value);
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " must be finite and > 0: " + name + "=" + value);
    }
  }
}
