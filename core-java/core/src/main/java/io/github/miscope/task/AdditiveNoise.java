package io.github.miscope.task;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;

/** What tasks of signal and noise have in common: X, and Y = X + scale * noise. */
final class AdditiveNoise {

  /** Draws n values for the column of that purpose and index. */
  interface Draw {
    double[] column(int n, Seed seed, String purpose, int column);
  }

  private AdditiveNoise() {}

  static Samples sample(int d, int n, Seed seed, Draw signal, Draw noise, double scale) {
    Require.samples(n, 2L * d);
    double[][] x = new double[d][];
    double[][] y = new double[d][];
    for (int j = 0; j < d; j++) {
      x[j] = signal.column(n, seed, "x", j);
      y[j] = noise.column(n, seed, "noise", j);
      for (int i = 0; i < n; i++) {
        y[j][i] = x[j][i] + scale * y[j][i];
      }
    }
    return Samples.ofColumns(x, y);
  }

  /** The noise over the signal at which Y, their sum, has this correlation with the signal. */
  static double ratioFor(double rho) {
    Require.positiveCorrelation(rho);
    return Math.sqrt((1 - rho) * (1 + rho)) / rho;
  }
}
