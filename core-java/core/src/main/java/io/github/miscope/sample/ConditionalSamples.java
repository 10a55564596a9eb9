package io.github.miscope.sample;

import java.util.Locale;
import java.util.Objects;

/**
 * n observations of (X, Y, Z) for estimating I(X;Y|Z): row i of each was observed together.
 * Immutable, and valid once made.
 *
 * @param x the observations of X
 * @param y the observations of Y
 * @param z the observations of what is given
 */
public record ConditionalSamples(Variable x, Variable y, Variable z) {

  /**
   * Joins three variables.
   *
   * @param x the observations of X
   * @param y the observations of Y
   * @param z the observations of what is given
   * @throws IllegalArgumentException if they differ in the number of observations
   */
  public ConditionalSamples {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    Objects.requireNonNull(z, "z");
    Samples.requirePaired(x, y);
    Samples.requirePaired(x, z);
  }

  /**
   * X and Y without what is given.
   *
   * @return the pairs
   */
  public Samples pairs() {
    return new Samples(x, y);
  }

  /**
   * The number of observations.
   *
   * @return n
   */
  public int n() {
    return x.n();
  }

  /**
   * The same observations with X and Y exchanged.
   *
   * @return samples whose X is this one's Y
   */
  public ConditionalSamples swapped() {
    return new ConditionalSamples(y, x, z);
  }

  /**
   * Some of the observations, in the given order.
   *
   * @param indices which ones, from 0; may repeat
   * @return those observations
   * @throws IllegalArgumentException if an index is out of range or there are fewer than 2
   */
  public ConditionalSamples rows(int... indices) {
    Objects.requireNonNull(indices, "indices");
    return new ConditionalSamples(x.rows(indices), y.rows(indices), z.rows(indices));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "ConditionalSamples(n = %d, dX = %d, dY = %d, dZ = %d)",
        n(),
        x.d(),
        y.d(),
        z.d());
  }
}
