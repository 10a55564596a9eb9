package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Given data, whose mutual information is not known. As many observations as there are are the data
 * in their order; fewer are a random subset without replacement, of which the first do not depend
 * on how many follow.
 *
 * @param samples the data
 * @param name its label
 */
public record DataSource(Samples samples, String name) implements Source, Task {

  /**
   * Refuses null.
   *
   * @param samples the data
   * @param name its label
   */
  public DataSource {
    Objects.requireNonNull(samples, "samples");
    Objects.requireNonNull(name, "name");
  }

  /**
   * Data labelled {@code data}.
   *
   * @param samples the data
   */
  public DataSource(Samples samples) {
    this(samples, "data");
  }

  /**
   * Draws observations.
   *
   * @param n how many, from 2 to the size of the data
   * @param seed chooses the subset; without meaning when n is the size of the data
   * @return the data, or a random subset of them
   * @throws IllegalArgumentException if n &lt; 2 or n exceeds the size of the data
   */
  @Override
  public Samples sample(int n, Seed seed) {
    Objects.requireNonNull(seed, "seed");
    Check.atLeast("n", n, 2);
    int size = samples.n();
    if (n > size) {
      throw new IllegalArgumentException(
          "n must be <= number of observations in " + name + ": n=" + n + ", observations=" + size);
    }
    return n == size ? samples : samples.rows(subset(n, size, seed.derive("subset").generator()));
  }

  /** The first n steps of Fisher and Yates' shuffle. */
  private static int[] subset(int n, int size, UniformRandomProvider random) {
    int[] indices = new int[size];
    for (int i = 0; i < size; i++) {
      indices[i] = i;
    }
    int[] chosen = new int[n];
    for (int i = 0; i < n; i++) {
      int j = i + random.nextInt(size - i);
      chosen[i] = indices[j];
      indices[j] = indices[i];
    }
    return chosen;
  }

  @Override
  public OptionalDouble knownMutualInformation() {
    return OptionalDouble.empty();
  }

  @Override
  public OptionalInt mostSamples() {
    return OptionalInt.of(samples.n());
  }

  @Override
  public DataSource source(Seed trial) {
    Objects.requireNonNull(trial, "trial");
    return this;
  }

  @Override
  public String toString() {
    return name + "(n = " + samples.n() + ", dX = " + samples.dX() + ", dY = " + samples.dY() + ")";
  }
}
