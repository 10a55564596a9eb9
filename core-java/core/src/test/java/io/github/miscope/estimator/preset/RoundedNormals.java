package io.github.miscope.estimator.preset;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** A pair of standard normals with correlation rho, each rounded to multiples of h. */
public record RoundedNormals(double rho, double h) {

  /** Beyond eight standard deviations there is 1e-15 of probability. */
  private static final double REACH = 8;

  private static final double[] NODES = {
    -0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526
  };
  private static final double[] WEIGHTS = {
    0.34785484513745385, 0.6521451548625461, 0.6521451548625461, 0.34785484513745385
  };

  public Samples sample(int n, Seed seed) {
    Samples exact = Tasks.correlatedGaussians(1, rho).sample(n, seed);
    return Samples.of(rounded(exact.x().column(0)), rounded(exact.y().column(0)));
  }

  private double[] rounded(double[] values) {
    double[] rounded = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = Math.rint(values[i] / h) * h;
    }
    return rounded;
  }

  /**
   * The mutual information of the two rounded variables: cell probabilities by Gauss-Legendre
   * quadrature over x of the conditional normal probability of y's cell. Each cell of x is split
   * into parts of at most a tenth of a standard deviation (of y given x, if that is smaller), where
   * four nodes leave an error far below 1e-6.
   */
  public double mutualInformation() {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double s = Math.sqrt(1 - rho * rho);
    int half = (int) Math.ceil(REACH / h);
    int cells = 2 * half + 1;
    double[] marginal = new double[cells];
    for (int j = 0; j < cells; j++) {
      marginal[j] = normal.probability((j - half - 0.5) * h, (j - half + 0.5) * h);
    }
    int parts = (int) Math.ceil(h / (0.1 * s));
    double information = 0;
    for (int i = 0; i < cells; i++) {
      if (marginal[i] < 1e-14) {
        continue;
      }
      double[] joint = new double[cells];
      for (int part = 0; part < parts; part++) {
        double width = h / parts;
        double middle = (i - half - 0.5) * h + (part + 0.5) * width;
        for (int q = 0; q < NODES.length; q++) {
          double x = middle + 0.5 * width * NODES[q];
          double weight = 0.5 * width * WEIGHTS[q] * normal.density(x);
          // Only cells of y within reach of the conditional mean matter.
          int from = Math.max(0, (int) Math.floor((rho * x - REACH * s) / h) + half);
          int to = Math.min(cells - 1, (int) Math.ceil((rho * x + REACH * s) / h) + half);
          double below = normal.cumulativeProbability(((from - half - 0.5) * h - rho * x) / s);
          for (int j = from; j <= to; j++) {
            double above = normal.cumulativeProbability(((j - half + 0.5) * h - rho * x) / s);
            joint[j] += weight * (above - below);
            below = above;
          }
        }
      }
      for (int j = 0; j < cells; j++) {
        if (joint[j] > 0 && marginal[j] > 0) {
          information += joint[j] * Math.log(joint[j] / (marginal[i] * marginal[j]));
        }
      }
    }
    return information;
  }
}
