package io.github.miscope.scaling;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Adds uniform noise on (-width/2, width/2) to every value.
 *
 * @param width width of the noise, in the units of the data
 * @param seed the seed of the noise; each column of each variable has its own stream, derived from
 *     it, the name and the values
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
    Objects.requireNonNull(seed, "seed");
    if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("jitter width must be positive and finite: " + width);
    }
  }

  @Override
  public Variable apply(Variable variable) {
    Objects.requireNonNull(variable, "variable");
    double[][] columns = variable.columns();
    // Of the values too: two variables of one name must not get the same noise, which they share.
    Seed own = seed.derive(variable.name()).derive("values", Arrays.deepHashCode(columns));
    for (int j = 0; j < columns.length; j++) {
      UniformRandomProvider random = own.derive("column", j).generator();
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
