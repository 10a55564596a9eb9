package io.github.miscope.activation;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.density.GaussSum;
import io.github.miscope.internal.text.Numbers;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The density of T = S + Z, Z ~ N(0, beta^2), on a grid, for plots of a single unit (Goldfeld et
 * al. 2019, Figure 4).
 *
 * @param t where
 * @param density p_T(t), to a relative 1e-6
 */
public record NoisyDensity(List<Double> t, List<Double> density) {

  private static final int MAX_POINTS = 1_000_000;

  /**
   * A density.
   *
   * @param t where
   * @param density p_T(t)
   */
  public NoisyDensity {
    Objects.requireNonNull(t, "t");
    Objects.requireNonNull(density, "density");
    t = List.copyOf(t);
    density = List.copyOf(density);
  }

  /**
   * The density from four beta below the least centre to four beta above the largest.
   *
   * @param centres values of S, one column
   * @param beta standard deviation of the noise
   * @param points of the grid
   * @return the density
   * @throws IllegalArgumentException if there is more than one column, beta is not positive and
   *     finite or points &lt; 2
   */
  public static NoisyDensity of(Variable centres, double beta, int points) {
    Objects.requireNonNull(centres, "centres");
    if (centres.d() != 1) {
      throw new IllegalArgumentException("a density on a grid needs one column: " + centres);
    }
    Check.positive("beta", beta);
    Check.between("points", points, 2, MAX_POINTS);
    double[] s = centres.column(0);
    double low = Arrays.stream(s).min().orElseThrow() - 4 * beta;
    double high = Arrays.stream(s).max().orElseThrow() + 4 * beta;
    double[] t = new double[points];
    Arrays.setAll(t, i -> low + (high - low) * i / (points - 1));
    try {
      double[] logs =
          GaussSum.of(new double[][] {s}, null, beta, 1e-6)
              .logDensities(new double[][] {t}, null)
              .logs();
      return new NoisyDensity(
          Arrays.stream(t).boxed().toList(), Arrays.stream(logs).map(Math::exp).boxed().toList());
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException("a density was interrupted", e);
    }
  }

  /** The grid: "density at 800 points from -1.2 to 1.3". */
  @Override
  public String toString() {
    return "density at "
        + t.size()
        + " points from "
        + Numbers.brief(t.get(0))
        + " to "
        + Numbers.brief(t.get(t.size() - 1));
  }
}
