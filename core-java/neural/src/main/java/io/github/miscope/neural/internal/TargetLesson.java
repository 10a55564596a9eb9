package io.github.miscope.neural.internal;

import io.github.miscope.sample.Variable;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Outputs are to be like targets, or to find them.
 *
 * @param targets a row for each input
 * @param temperature by which cosines are divided; NaN for squared errors
 */
record TargetLesson(Inputs inputs, Variable targets, double temperature) implements Lesson {

  @Override
  public Tensor loss(Tensor outputs, Tensor given, int[] rows) {
    int d = targets.d();
    float[] values = new float[Math.multiplyExact(rows.length, d)];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < d; j++) {
        values[i * d + j] = (float) targets.get(rows[i], j);
      }
    }
    Tensor wanted = Tensors.of(values, rows.length, d);
    return Double.isNaN(temperature)
        ? torch.mse_loss(outputs, wanted)
        : NtXent.loss(torch.cat(new TensorVector(wanted, outputs), 0), temperature);
  }
}
