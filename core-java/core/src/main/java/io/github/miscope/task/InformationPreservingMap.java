package io.github.miscope.task;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Objects;

/**
 * A map of one variable that keeps its mutual information with any other: a {@link Bijection}, or
 * an {@link Embedding} into more dimensions. Sealed, so that nobody keeps a known truth by way of a
 * map that does not keep it. Immutable; {@code toString()} is its label.
 */
public sealed interface InformationPreservingMap permits Bijection, Embedding {

  /**
   * Maps the observations, row by row: the first rows of the result do not depend on later ones.
   *
   * @param variable n by d observations
   * @param seed for maps with random parts (a random matrix, added noise dimensions)
   * @return n observations of the mapped variable
   * @throws IllegalArgumentException if the variable is outside the map's domain, or if the map
   *     loses some of its information by rounding
   */
  Variable apply(Variable variable, Seed seed);

  /**
   * The number of dimensions after the map.
   *
   * @param d the number before
   * @return the number after
   * @throws IllegalArgumentException if the map does not apply to d dimensions
   */
  int dimension(int d);

  /**
   * What becomes of a variable before it is embedded: the part of this map that comes before a
   * first embedding, and that part of the embedding which is a bijection.
   *
   * @return this map if it is a bijection; the identity if nothing comes before
   */
  Bijection latent();

  /**
   * This map followed by another. The order of brackets does not matter: {@code f.then(g).then(h)}
   * and {@code f.then(g.then(h))} are equal, and what {@code f} does with a seed does not depend on
   * what follows it.
   *
   * @param next what is applied to the result of this map
   * @return the composition
   */
  default InformationPreservingMap then(InformationPreservingMap next) {
    Objects.requireNonNull(next, "next");
    return Steps.compose(this, next);
  }
}
