package io.github.miscope.neural.internal;

import io.github.miscope.neural.training.Optimiser;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The steps of weights along their gradient. libtorch's own optimisers hide their state, which a
 * training that is resumed to the bit has to keep, and their learning rate.
 */
final class Descent implements AutoCloseable {

  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final Optimiser optimiser;
  private final NetworkTensors weights;
  private final double orthonormality;
  private final double decay;
  private final List<Tensor> means = new ArrayList<>();
  private final List<Tensor> squares = new ArrayList<>();
  private long steps;

  /**
   * An optimiser.
   *
   * @param state what {@link #state()} gave; empty at the start
   * @param steps how many steps were done before
   */
  @SuppressWarnings("try") // The scope acts by being there.
  Descent(
      Optimiser optimiser,
      NetworkTensors weights,
      double orthonormality,
      double decay,
      float[][] state,
      long steps) {
    this.optimiser = optimiser;
    this.weights = weights;
    this.orthonormality = orthonormality;
    this.decay = decay;
    this.steps = steps;
    if (optimiser != Optimiser.ADAM) {
      return;
    }
    List<Tensor> learnt = weights.learnt();
    try (PointerScope scope = new PointerScope()) {
      for (int i = 0; i < 2 * learnt.size(); i++) {
        Tensor weight = learnt.get(i % learnt.size());
        float[] values = state.length == 0 ? new float[Math.toIntExact(weight.numel())] : state[i];
        Tensor moment = Tensors.keep(Tensors.of(values, values.length).view_as(weight));
        (i < learnt.size() ? means : squares).add(moment);
      }
    }
  }

  /** Moves the weights, and forgets their gradients. */
  void step(double rate) {
    steps++;
    Tensors.withoutGradient(
        () -> {
          List<Tensor> learnt = weights.learnt();
          for (int i = 0; i < learnt.size(); i++) {
            Tensor gradient = learnt.get(i).grad();
            if (decay > 0) {
              gradient.add_(learnt.get(i), new Scalar(decay));
            }
            if (optimiser == Optimiser.ADAM) {
              adam(learnt.get(i), gradient, means.get(i), squares.get(i), rate);
            } else {
              learnt.get(i).add_(gradient, new Scalar(-rate));
            }
            gradient.zero_();
          }
          if (orthonormality > 0) {
            weights.matrices().forEach(this::orthonormalise);
          }
        });
  }

  private void adam(Tensor weight, Tensor gradient, Tensor mean, Tensor square, double rate) {
    mean.mul_(new Scalar(BETA1)).add_(gradient, new Scalar(1 - BETA1));
    square.mul_(new Scalar(BETA2)).addcmul_(gradient, gradient, new Scalar(1 - BETA2));
    double first = 1 - Math.pow(BETA1, (double) steps);
    double second = 1 - Math.pow(BETA2, (double) steps);
    Tensor root = Tensors.plus(Tensors.times(square.sqrt(), 1 / Math.sqrt(second)), EPSILON);
    weight.addcdiv_(mean, root, new Scalar(-rate / first));
  }

  /** W - alpha (W W' - I) W; a kernel's row is all that makes one channel. */
  private void orthonormalise(Tensor weight) {
    Tensor rows = weight.dim() > 2 ? weight.flatten(1, -1) : weight;
    Tensor change = torch.mm(torch.mm(rows, rows.t()), rows).sub_(rows);
    rows.add_(change, new Scalar(-orthonormality)); // A view: the weights change.
  }

  /** What a later {@code Descent} needs to go on, one array for each moment; empty for descent. */
  float[][] state() {
    List<Tensor> moments = new ArrayList<>(means);
    moments.addAll(squares);
    return Tensors.values(moments);
  }

  @Override
  public void close() {
    means.forEach(Tensors::release);
    squares.forEach(Tensors::release);
  }
}
