package io.github.miscope.task;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A map of one variable into as many or more dimensions that keeps its mutual information with any
 * other, because the variable can be had back from the image, and what is added is independent of
 * everything ("Towards Robust Scale-Invariant Mutual Information Estimators", section 6.3).
 */
public sealed interface Embedding extends InformationPreservingMap
    permits DuplicateSelf,
        DuplicateNoise,
        RowEmbedding,
        ManifoldEmbedding,
        RandomNetwork,
        ComposedEmbedding {

  /**
   * Repeats the variable: X' = [X, X, ..., X].
   *
   * @param copies how many times X stands in X', at least 1 (20 in the paper)
   * @return the embedding of d into copies * d dimensions
   * @throws IllegalArgumentException if copies &lt; 1
   */
  static Embedding duplicateSelf(int copies) {
    return new DuplicateSelf(copies);
  }

  /**
   * Appends columns of independent normal noise: X' = [X, noise].
   *
   * @param k how many columns, at least 1 (20 in the paper)
   * @param sigma standard deviation of the noise, positive (0.2 in the paper)
   * @return the embedding of d into d + k dimensions
   * @throws IllegalArgumentException if k &lt; 1 or sigma is not positive and finite
   */
  static Embedding duplicateNoise(int k, double sigma) {
    return new DuplicateNoise(k, sigma);
  }

  /**
   * Draws an image of a blurred spot from a standard normal vector of two coordinates: its centre
   * is (Phi(x1), Phi(x2)), and the pixel at (u, v), on a grid from 0 to 1 in both directions, is
   * exp(-10 ((u - Phi(x1))&sup2; + (v - Phi(x2))&sup2;)). Source: Butakov et al. 2024,
   * arXiv:2305.08013, Section 5.
   *
   * @param size pixels along a side, at least 3
   * @return the embedding of 2 into size * size dimensions, row by row from the top
   * @throws IllegalArgumentException if size &lt; 3
   */
  static Embedding gaussianImages(int size) {
    return new SpotImages(size);
  }

  /**
   * Draws an image of a rectangle from a standard normal vector of four coordinates. Two of them
   * give an end and the length along the horizontal axis, two along the vertical one; a pixel is
   * the part of its area that the rectangle covers, which is at least two pixels long and wide.
   * Source: Butakov et al. 2024, arXiv:2305.08013, Section 5.
   *
   * @param size pixels along a side, at least 3
   * @return the embedding of 4 into size * size dimensions, row by row from the top
   * @throws IllegalArgumentException if size &lt; 3
   */
  static Embedding rectangleImages(int size) {
    return new RectangleImages(size);
  }

  /**
   * Bends a standard normal value x1 and a second one that is independent of everything into a
   * surface of 32 dimensions, on which principal components do badly: with x = 2 Phi(x1) - 1, z
   * uniform on (-1, 1) and a_k = x + k z, column k is the larger of a_k and 0.1 k a_k, for k = 2 to
   * 31; columns 0 and 1 are x and z. Source: Butakov et al. 2024, arXiv:2305.08013, Figure 6c.
   *
   * @return the embedding of 1 into 32 dimensions
   */
  static Embedding bentSurface() {
    return new ManifoldEmbedding();
  }

  /**
   * A random smooth network of two layers: x to g(B g(A x + a) + b), where A and B have orthogonal
   * columns, so that the network can be inverted, and g is asinh(2 t). The matrices and offsets are
   * drawn from the seed at each application. Four times as many units as x has dimensions, or the
   * width if that is less, are in between.
   *
   * @param width the dimensions of the image, at least those of the variable
   * @return the embedding of d into that many dimensions
   * @throws IllegalArgumentException if width &lt; 1
   */
  static Embedding randomNetwork(int width) {
    return new RandomNetwork(width);
  }

  /**
   * A function of rows into more dimensions with a left inverse. At every application, the inverse
   * of the image of each row must be that row again, as for {@link Bijection#of}.
   *
   * @param name its label; other functions need another
   * @param from the dimensions that it takes, at least 1
   * @param to the dimensions that it gives, at least as many
   * @param forward maps a row of {@code from} values to {@code to} values
   * @param leftInverse maps such an image back
   * @return the embedding
   * @throws IllegalArgumentException if the dimensions are out of range
   */
  static Embedding of(
      String name,
      int from,
      int to,
      UnaryOperator<double[]> forward,
      UnaryOperator<double[]> leftInverse) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(forward, "forward");
    Objects.requireNonNull(leftInverse, "leftInverse");
    return new CheckedEmbedding(name, from, to, forward, leftInverse);
  }

  @Override
  default Bijection latent() {
    return Bijection.identity();
  }

  @Override
  default Embedding then(InformationPreservingMap next) {
    Objects.requireNonNull(next, "next");
    return (Embedding) Steps.compose(this, next);
  }
}
