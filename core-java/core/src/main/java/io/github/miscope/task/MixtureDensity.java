package io.github.miscope.task;

import io.github.miscope.internal.mean.LogSum;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.List;

/** The density of a mixture of normal vectors: samples of it, and the information between parts. */
final class MixtureDensity {

  /** One component: its logarithmic weight and the densities of (X, Y), X and Y. */
  private record WeightedNormal(double logWeight, Normal joint, Normal x, Normal y) {}

  private final WeightedNormal[] parts;
  private final double[] cumulative;
  private final int dX;

  MixtureDensity(List<GaussianMixture.Component> components, int dX) {
    this.dX = dX;
    this.parts = new WeightedNormal[components.size()];
    this.cumulative = new double[parts.length];
    double total = components.stream().mapToDouble(GaussianMixture.Component::weight).sum();
    double before = 0;
    for (int c = 0; c < parts.length; c++) {
      GaussianMixture.Component component = components.get(c);
      double[] mean = component.mean();
      double[][] covariance = component.covariance();
      parts[c] =
          new WeightedNormal(
              Math.log(component.weight() / total),
              Normal.of(mean, covariance, 0, mean.length),
              Normal.of(mean, covariance, 0, dX),
              Normal.of(mean, covariance, dX, mean.length));
      before += component.weight() / total;
      cumulative[c] = before;
    }
  }

  int dimension() {
    return parts[0].joint.dimension();
  }

  /** n rows, as columns. */
  double[][] sample(int n, Seed seed) {
    int d = dimension();
    double[] choice = Draws.uniform(n, seed, "component", 0);
    double[][] z = new double[d][];
    for (int j = 0; j < d; j++) {
      z[j] = Draws.normal(n, seed, "z", j);
    }
    double[] row = new double[d];
    for (int i = 0; i < n; i++) {
      Sampling.poll(i);
      for (int j = 0; j < d; j++) {
        row[j] = z[j][i];
      }
      parts[component(choice[i])].joint.place(row);
      for (int j = 0; j < d; j++) {
        z[j][i] = row[j];
      }
    }
    return z;
  }

  private int component(double u) {
    int c = 0;
    while (c < parts.length - 1 && u >= cumulative[c]) {
      c++;
    }
    return c;
  }

  /** The mean of log p(x, y) - log p(x) - log p(y) over random points. */
  MonteCarlo information(int points, Seed seed) {
    double[][] columns = sample(points, seed);
    double[] pointwise = new double[points];
    double[] row = new double[columns.length];
    double[] scratch = new double[columns.length];
    double[][] logs = new double[3][parts.length];
    for (int i = 0; i < points; i++) {
      Sampling.poll(i);
      for (int j = 0; j < row.length; j++) {
        row[j] = columns[j][i];
      }
      for (int c = 0; c < parts.length; c++) {
        WeightedNormal part = parts[c];
        logs[0][c] = part.logWeight + part.joint.logDensity(row, 0, scratch);
        logs[1][c] = part.logWeight + part.x.logDensity(row, 0, scratch);
        logs[2][c] = part.logWeight + part.y.logDensity(row, dX, scratch);
      }
      pointwise[i] = LogSum.of(logs[0]) - LogSum.of(logs[1]) - LogSum.of(logs[2]);
    }
    return MonteCarlo.of(pointwise);
  }

  /** A normal density by the Cholesky factor of its covariance. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Normal(double[] mean, double[][] factor, double logPeak) {

    static Normal of(double[] mean, double[][] covariance, int from, int to) {
      double[][] factor =
          Matrices.choleskyFactor("covariance", Matrices.block(covariance, from, to));
      double logPeak =
          -Matrices.logDeterminant(factor) / 2 - (to - from) / 2.0 * Math.log(2 * Math.PI);
      return new Normal(Arrays.copyOfRange(mean, from, to), factor, logPeak);
    }

    int dimension() {
      return mean.length;
    }

    /** Turns standard normal values into a row of this distribution, in place. */
    void place(double[] z) {
      for (int j = mean.length - 1; j >= 0; j--) {
        double sum = mean[j];
        for (int l = 0; l <= j; l++) {
          sum += factor[j][l] * z[l];
        }
        z[j] = sum;
      }
    }

    /** The logarithmic density at the values that start at an offset of the row. */
    double logDensity(double[] row, int offset, double[] whitened) {
      double square = 0;
      for (int j = 0; j < mean.length; j++) {
        double rest = row[offset + j] - mean[j];
        double[] factors = factor[j];
        for (int l = 0; l < j; l++) {
          rest -= factors[l] * whitened[l];
        }
        whitened[j] = rest / factors[j];
        square += whitened[j] * whitened[j];
      }
      return logPeak - square / 2;
    }
  }
}
