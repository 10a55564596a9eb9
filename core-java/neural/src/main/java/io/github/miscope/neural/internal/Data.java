package io.github.miscope.neural.internal;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/** Samples as libtorch takes them, shared by all critics of an estimate. */
final class Data implements AutoCloseable {

  private final int n;
  private final int dX;
  private final int dY;
  private final Tensor x;
  private final Tensor y;

  @SuppressWarnings("try") // The scope acts by being there.
  Data(Samples samples, boolean centred) {
    n = samples.n();
    dX = samples.dX();
    dY = samples.dY();
    try (PointerScope scope = new PointerScope()) {
      x = Tensors.keep(Tensors.of(rows(samples.x(), centred), n, dX));
      y = Tensors.keep(Tensors.of(rows(samples.y(), centred), n, dY));
    }
  }

  int n() {
    return n;
  }

  int dX() {
    return dX;
  }

  int dY() {
    return dY;
  }

  Tensor x() {
    return x;
  }

  Tensor y() {
    return y;
  }

  private static float[] rows(Variable variable, boolean centred) {
    int d = variable.d();
    float[] rows = new float[variable.n() * d];
    for (int j = 0; j < d; j++) {
      double[] column = variable.column(j);
      double mean = centred ? mean(column) : 0;
      for (int i = 0; i < column.length; i++) {
        rows[i * d + j] = (float) (column[i] - mean);
      }
    }
    return rows;
  }

  private static double mean(double[] column) {
    // From the first value, so that a large offset costs no digits.
    double origin = column[0];
    return origin + Arrays.stream(column).map(v -> v - origin).average().orElseThrow();
  }

  @Override
  public void close() {
    Tensors.release(x);
    Tensors.release(y);
  }
}
