package io.github.miscope.neural.internal;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/** The weights of a critic, with a copy of those that were best. */
final class Weights implements AutoCloseable {

  private final UniformRandomProvider random;
  private final List<Tensor> current = new ArrayList<>();
  private final List<Tensor> best = new ArrayList<>();

  Weights(UniformRandomProvider random) {
    this.random = random;
  }

  /** Uniform on (-1, 1) / sqrt(inputs), as libtorch draws those of its own layers. */
  @SuppressWarnings("try") // The scope acts by being there.
  Tensor draw(int inputs, long... shape) {
    float[] values = uniform(random, inputs, shape);
    try (PointerScope scope = new PointerScope()) {
      best.add(Tensors.keep(Tensors.of(values, shape)));
      Tensor tensor = Tensors.keep(Tensors.of(values, shape));
      current.add(tensor);
      tensor.set_requires_grad(true);
      return tensor;
    }
  }

  /** Uniform on (-1, 1) / sqrt(inputs), as many as a tensor of that shape has. */
  static float[] uniform(UniformRandomProvider random, int inputs, long... shape) {
    float[] values = new float[Math.toIntExact(Tensors.count(shape))];
    double width = 1 / Math.sqrt(inputs);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (width * (2 * random.nextDouble() - 1));
    }
    return values;
  }

  /** The weights in the form that an optimiser takes; belongs to the caller's scope. */
  TensorVector vector() {
    return new TensorVector(current.toArray(new Tensor[0]));
  }

  List<Tensor> all() {
    return current;
  }

  void remember() {
    copy(current, best);
  }

  void recall() {
    copy(best, current);
  }

  private static void copy(List<Tensor> from, List<Tensor> to) {
    Tensors.withoutGradient(
        () -> {
          for (int i = 0; i < from.size(); i++) {
            to.get(i).copy_(from.get(i));
          }
        });
  }

  @Override
  public void close() {
    current.forEach(Tensors::release);
    best.forEach(Tensors::release);
    current.clear();
    best.clear();
  }
}
