package io.github.miscope.neural.internal;

import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Small things that libtorch's Java API makes long. Results live as long as the caller's scope. */
final class Tensors {

  private Tensors() {}

  static Tensor of(float[] values, long... shape) {
    return Tensor.create(values, shape);
  }

  /** How many values a tensor of a shape has. */
  static long count(long... shape) {
    long count = 1;
    for (long s : shape) {
      count *= s;
    }
    return count;
  }

  static Tensor indices(int... indices) {
    long[] copy = new long[indices.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = indices[i];
    }
    return Tensor.create(copy);
  }

  static float[] floats(Tensor tensor) {
    Tensor plain = tensor.contiguous();
    float[] values = new float[Math.toIntExact(plain.numel())];
    FloatPointer data = plain.data_ptr_float();
    data.get(values);
    return values;
  }

  static float[][] values(List<Tensor> tensors) {
    float[][] values = new float[tensors.size()][];
    withoutGradient(
        () -> {
          for (int i = 0; i < values.length; i++) {
            values[i] = floats(tensors.get(i));
          }
        });
    return values;
  }

  static Tensor plus(Tensor tensor, double value) {
    return tensor.add(new Scalar(value));
  }

  static Tensor times(Tensor tensor, double value) {
    return tensor.mul(new Scalar(value));
  }

  static Tensor beside(Tensor left, Tensor right) {
    return torch.cat(new TensorVector(left, right), 1);
  }

  /** A tensor that outlives its scope, until it is released. */
  static Tensor keep(Tensor tensor) {
    tensor.retainReference();
    return tensor;
  }

  static void release(Tensor tensor) {
    tensor.releaseReference();
  }

  /** Runs work whose tensors are given back at its end, and which is not differentiated. */
  @SuppressWarnings("try") // The guards act by being there.
  static void withoutGradient(Runnable work) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      work.run();
    }
  }
}
