package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.Objects;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;

/**
 * A multivariate Student vector (X, Y): a normal vector of given dispersion divided by one shared
 * sqrt(chi&sup2;/dof), so that X and Y depend on each other through their lengths even where the
 * dispersion has no correlation.
 *
 * <p>I(X;Y) is that of the normal vector plus c(dX) + c(dY) - c(dX + dY), where c(d) is the entropy
 * of a d-dimensional Student vector of unit dispersion (Arellano-Valle, Contreras-Reyes and Genton,
 * Scandinavian Journal of Statistics 40, 2013, equation 7):
 *
 * <p>c(d) = log Gamma(dof/2) - log Gamma((dof + d)/2) + (d/2) log(dof pi) + ((dof + d)/2) (psi((dof
 * + d)/2) - psi(dof/2)).
 *
 * @param normal the normal vector, whose covariance is the dispersion
 * @param dof degrees of freedom
 */
public record MultivariateStudent(GaussianWithCovariance normal, double dof) implements Sampler {

  /**
   * A Student vector.
   *
   * @param normal the normal vector, whose covariance is the dispersion
   * @param dof degrees of freedom, positive and finite
   * @throws IllegalArgumentException if dof is out of range
   */
  public MultivariateStudent {
    Objects.requireNonNull(normal, "normal");
    Check.positive("dof", dof);
  }

  @Override
  public int dX() {
    return normal.dX();
  }

  @Override
  public int dY() {
    return normal.dY();
  }

  @Override
  public double mutualInformation() {
    return normal.mutualInformation() + entropy(dX()) + entropy(dY()) - entropy(dX() + dY());
  }

  private double entropy(int d) {
    double half = dof / 2;
    double sum = (dof + d) / 2;
    return LogGamma.value(half)
        - LogGamma.value(sum)
        + d / 2.0 * Math.log(dof * Math.PI)
        + sum * (Digamma.value(sum) - Digamma.value(half));
  }

  @Override
  public Samples sample(int n, Seed seed) {
    Objects.requireNonNull(seed, "seed");
    Samples gaussian = normal.sample(n, seed);
    var chiSquare =
        AhrensDieterMarsagliaTsangGammaSampler.of(
            seed.derive("chi square").generator(), dof / 2, 2);
    double[] factor = new double[n];
    for (int i = 0; i < n; i++) {
      Sampling.poll(i);
      factor[i] = Math.sqrt(dof / chiSquare.sample());
    }
    return Samples.ofColumns(
        scaled(factor, gaussian.x().columns()), scaled(factor, gaussian.y().columns()));
  }

  private static double[][] scaled(double[] factor, double[][] columns) {
    for (double[] column : columns) {
      for (int i = 0; i < factor.length; i++) {
        column[i] *= factor[i];
      }
    }
    return columns;
  }

  @Override
  public String toString() {
    return "student(dX = " + dX() + ", dY = " + dY() + ", dof = " + TaskLabels.number(dof) + ")";
  }
}
