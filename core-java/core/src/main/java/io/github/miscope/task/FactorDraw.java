package io.github.miscope.task;

import io.github.miscope.sample.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** How the lower triangular factor L of a random covariance LL' is drawn. */
enum FactorDraw {
  /** Ones on the diagonal, and entries uniform on (-1, 1) below it. */
  UNIT_DIAGONAL("randomFactorGaussian", "factor") {
    @Override
    double[] row(int i, int d, UniformRandomProvider random) {
      double[] row = new double[i + 1];
      for (int l = 0; l < i; l++) {
        row[l] = 2 * random.nextDouble() - 1;
      }
      row[i] = 1;
      return row;
    }

    @Override
    double variance(double[] row) {
      double sum = 0;
      for (double v : row) {
        sum += v * v;
      }
      return sum;
    }
  },
  /**
   * The correlation matrix of a Wishart matrix with 2d degrees of freedom (Bartlett 1933): normal
   * entries below the diagonal, chi-distributed ones on it, and each row divided by its length.
   */
  CORRELATION("randomGaussian", "covariance") {
    @Override
    double[] row(int i, int d, UniformRandomProvider random) {
      var normal = ZigguratSampler.NormalizedGaussian.of(random);
      double[] row = new double[i + 1];
      double square = 0;
      for (int l = 0; l < i; l++) {
        row[l] = normal.sample();
        square += row[l] * row[l];
      }
      double chiSquare =
          AhrensDieterMarsagliaTsangGammaSampler.of(random, (2 * d - i) / 2.0, 2).sample();
      row[i] = Math.sqrt(chiSquare);
      double length = Math.sqrt(square + chiSquare);
      for (int l = 0; l <= i; l++) {
        row[l] /= length;
      }
      return row;
    }

    @Override
    double variance(double[] row) {
      return 1;
    }
  };

  private final String label;
  private final String purpose;

  FactorDraw(String label, String purpose) {
    this.label = label;
    this.purpose = purpose;
  }

  /** The name of the task in labels. */
  String label() {
    return label;
  }

  /** The seed of a trial's factor. */
  Seed seed(Seed trial) {
    return trial.derive(purpose);
  }

  /** Row i of the factor of a d x d matrix, up to the diagonal. */
  abstract double[] row(int i, int d, UniformRandomProvider random);

  /** The variance that a row of the factor gives. */
  abstract double variance(double[] row);

  /** LL' of a factor drawn from the seed. */
  double[][] covariance(int d, Seed seed) {
    double[][] rows = new double[d][];
    for (int i = 0; i < d; i++) {
      rows[i] = row(i, d, seed.derive("row", i).generator());
    }
    double[][] covariance = new double[d][d];
    for (int i = 0; i < d; i++) {
      Sampling.poll();
      for (int j = 0; j < i; j++) {
        for (int l = 0; l <= j; l++) {
          covariance[i][j] += rows[i][l] * rows[j][l];
        }
        covariance[j][i] = covariance[i][j];
      }
      covariance[i][i] = variance(rows[i]);
    }
    return covariance;
  }
}
