package io.github.miscope.task;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.OptionalDouble;

/** Where samples come from: a distribution of (X, Y), or data. */
public interface Source {

  /**
   * Draws samples.
   *
   * @param n how many, at least 2
   * @param seed what they are drawn from: equal seeds give equal samples
   * @return n paired observations
   * @throws IllegalArgumentException if n &lt; 2, or if the source has fewer observations
   */
  Samples sample(int n, Seed seed);

  /**
   * The exact mutual information, where it is known.
   *
   * @return I(X;Y) in nats, or empty
   */
  OptionalDouble knownMutualInformation();
}
