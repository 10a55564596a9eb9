package io.github.miscope.scaling;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Adds uniform noise on (-width/2, width/2) to every value.
 *
 * @param width width of the noise, in the units of the data
 * @param seed the seed of the noise; each variable and column has its own stream, derived from it
 */
public record Jitter(double width, Seed seed) implements Scaling {

  /**
   * Jitter of a given width.
   *
   * @param width width of the noise, in the units of the data
   * @param seed the seed of the noise
   * @throws IllegalArgumentException if the width is not positive and finite
   */
  public Jitter {
    if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("jitter width must be positive and finite: " + width);
    }
  }

  @Override
  public Variable apply(Variable variable) {
    double[][] columns = variable.columns();
    for (int j = 0; j < columns.length; j++) {
      UniformRandomProvider random = seed.derive(variable.name()).derive("jitter", j).generator();
      for (int i = 0; i < columns[j].length; i++) {
        columns[j][i] += width * (random.nextDouble() - 0.5);
      }
    }
    return variable.withColumns(columns);
  }

  @Override
  public String toString() {
    return "jitter(" + width + ")";
  }
}
