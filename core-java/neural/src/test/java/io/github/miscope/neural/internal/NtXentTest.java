package io.github.miscope.neural.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.neural.libtorch.Libtorch;
import io.github.miscope.sample.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The contrastive loss against plain loops in double precision, its gradient against differences.
 */
class NtXentTest {

  private static final int ROWS = 6;
  private static final int COLUMNS = 3;

  @BeforeAll
  static void load() {
    Libtorch.require();
  }

  /** Equation 1 of Chen et al. (2020), averaged over both directions of all pairs. */
  private static double plain(double[] z, double temperature) {
    double sum = 0;
    for (int i = 0; i < ROWS; i++) {
      double others = 0;
      for (int k = 0; k < ROWS; k++) {
        others += k == i ? 0 : Math.exp(cosine(z, i, k) / temperature);
      }
      sum += Math.log(others) - cosine(z, i, (i + ROWS / 2) % ROWS) / temperature;
    }
    return sum / ROWS;
  }

  private static double cosine(double[] z, int i, int k) {
    return product(z, i, k) / Math.sqrt(product(z, i, i) * product(z, k, k));
  }

  private static double product(double[] z, int i, int k) {
    double sum = 0;
    for (int j = 0; j < COLUMNS; j++) {
      sum += z[i * COLUMNS + j] * z[k * COLUMNS + j];
    }
    return sum;
  }

  @Test
  @SuppressWarnings("try") // The scope acts by being there.
  void valueAndGradient() {
    UniformRandomProvider random = Seed.of(1).generator();
    float[] rows = new float[ROWS * COLUMNS];
    double[] z = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = 2 * random.nextFloat() - 1;
      z[i] = rows[i];
    }
    for (double temperature : new double[] {0.1, 0.5, 2}) {
      float[] gradient;
      try (PointerScope scope = new PointerScope()) {
        Tensor tensor = Tensors.of(rows, ROWS, COLUMNS).set_requires_grad(true);
        Tensor loss = NtXent.loss(tensor, temperature);
        assertEquals(plain(z, temperature), loss.item_float(), 1e-5);
        loss.backward();
        gradient = Tensors.floats(tensor.grad());
      }
      double h = 1e-5;
      for (int i = 0; i < z.length; i++) {
        double at = z[i];
        z[i] = at + h;
        double above = plain(z, temperature);
        z[i] = at - h;
        double below = plain(z, temperature);
        z[i] = at;
        // Single precision of terms up to 1 / temperature.
        assertEquals((above - below) / (2 * h), gradient[i], 2e-6 / temperature);
      }
    }
  }

  /** Equal views at a low temperature find each other at once; views of all alike do not. */
  @Test
  @SuppressWarnings("try") // The scope acts by being there.
  void limits() {
    try (PointerScope scope = new PointerScope()) {
      float[] twice = {1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1};
      assertEquals(
          Math.log(1 + 4 * Math.exp(-20)),
          NtXent.loss(Tensors.of(twice, 6, 3), 0.05).item_float(),
          1e-6);
      float[] alike = {1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3};
      assertEquals(Math.log(5), NtXent.loss(Tensors.of(alike, 6, 3), 0.5).item_float(), 1e-6);
      float[] nothing = new float[18];
      assertEquals(Math.log(5), NtXent.loss(Tensors.of(nothing, 6, 3), 0.5).item_float(), 1e-6);
    }
  }
}
