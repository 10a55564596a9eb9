package io.github.miscope.neural.internal;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** The weights of a critic, with a copy of those that were best. */
final class Weights implements AutoCloseable {

  private final UniformRandomProvider random;
  private final List<Tensor> current = new ArrayList<>();
  private final List<Tensor> best = new ArrayList<>();
  private @Nullable Tensor joined;
  private @Nullable Tensor gradients;

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

  /**
   * All weights one after the other in one tensor with one gradient, of which they become parts: an
   * optimiser then does each of its operations once, and not for every layer. No weights can be
   * drawn afterwards.
   */
  @SuppressWarnings("try") // The scope acts by being there.
  Tensor joined() {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      TensorVector flat = new TensorVector();
      current.forEach(weight -> flat.push_back(weight.view(-1)));
      Tensor all = Tensors.keep(torch.cat(flat));
      gradients = Tensors.keep(torch.zeros_like(all));
      all.mutable_grad().put(gradients);
      long from = 0;
      for (Tensor weight : current) {
        weight.set_(part(all, from, weight));
        weight.mutable_grad().put(part(gradients, from, weight));
        from += weight.numel();
      }
      joined = all;
      return all;
    }
  }

  private static Tensor part(Tensor all, long from, Tensor weight) {
    return all.narrow(0, from, weight.numel()).view_as(weight);
  }

  /** Makes the gradient of joined weights zero; that of a step is added to it. */
  void forgetGradients() {
    if (gradients != null) {
      gradients.zero_();
    }
  }

  List<Tensor> all() {
    return current;
  }

  /** Whether no weight is infinite or not a number. */
  boolean areFinite() {
    boolean[] finite = {true};
    Tensors.withoutGradient(
        () -> {
          for (Tensor weight : current) {
            finite[0] &= weight.isfinite().all().item_bool();
          }
        });
    return finite[0];
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
    if (joined != null && gradients != null) {
      Tensors.release(joined);
      Tensors.release(gradients);
    }
    current.clear();
    best.clear();
  }
}
