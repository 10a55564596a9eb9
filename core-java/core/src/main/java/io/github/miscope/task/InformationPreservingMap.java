package io.github.miscope.task;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;

/**
 * A map of one variable that keeps its mutual information with any other: a {@link Bijection}, or
 * an {@link Embedding} into more dimensions. Sealed, so that nobody keeps a known truth by way of a
 * map that does not keep it.
 */
public sealed interface InformationPreservingMap permits Bijection, Embedding {

  /**
   * Maps the observations.
   *
   * @param variable n by d observations
   * @param seed for maps with random parts (a random matrix, added noise dimensions)
   * @return n observations of the mapped variable
   * @throws IllegalArgumentException if the variable is outside the map's domain
   */
  Variable apply(Variable variable, Seed seed);

  /**
   * The number of dimensions after the map.
   *
   * @param d the number before
   * @return the number after
   */
  int dimension(int d);
}
