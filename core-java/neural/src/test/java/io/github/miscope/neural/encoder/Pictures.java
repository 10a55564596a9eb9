package io.github.miscope.neural.encoder;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** Small data on bent manifolds. */
final class Pictures {

  private Pictures() {}

  /** Grey images of a bell-shaped spot, whose place is uniform: two dimensions. */
  static Variable spots(int n, int size, Seed seed) {
    UniformRandomProvider random = seed.generator();
    double[][] pixels = new double[size * size][n];
    for (int i = 0; i < n; i++) {
      double u = random.nextDouble();
      double v = random.nextDouble();
      for (int p = 0; p < pixels.length; p++) {
        double dx = p % size / (size - 1.0) - u;
        int row = p / size;
        double dy = row / (size - 1.0) - v;
        pixels[p][i] = Math.exp(-10 * (dx * dx + dy * dy));
      }
    }
    return Variable.ofColumns("x", pixels);
  }

  /**
   * 32 columns on the bent surface of Butakov et al. (2024), Figure 6c: x and z uniform on (-1, 1),
   * a_k = x + k z, v_k = max(a_k, 0.1 k a_k), and v_0 = x, v_1 = z. Each column is then divided by
   * its root mean square, without which z alone is most of the variance.
   */
  static Variable bent(int n, Seed seed) {
    UniformRandomProvider random = seed.generator();
    double[][] columns = new double[32][n];
    for (int i = 0; i < n; i++) {
      double x = 2 * random.nextDouble() - 1;
      double z = 2 * random.nextDouble() - 1;
      for (int k = 0; k < 32; k++) {
        double a = x + k * z;
        columns[k][i] = Math.max(a, 0.1 * k * a);
      }
      columns[0][i] = x;
      columns[1][i] = z;
    }
    for (double[] column : columns) {
      double norm = Math.sqrt(Arrays.stream(column).map(v -> v * v).average().orElseThrow());
      Arrays.setAll(column, i -> column[i] / norm);
    }
    return Variable.ofColumns("x", columns);
  }

  /** Independent uniform columns. */
  static Variable noise(int n, int d, Seed seed) {
    UniformRandomProvider random = seed.generator();
    double[][] columns = new double[d][n];
    for (double[] column : columns) {
      for (int i = 0; i < n; i++) {
        column[i] = random.nextDouble();
      }
    }
    return Variable.ofColumns("x", columns);
  }
}
