package io.github.miscope.neural.internal;

import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.neural.critic.Activation;
import io.github.miscope.neural.critic.Layers;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** Linear layers with a nonlinearity between them. */
final class Perceptron {

  private static final double LEAK = 0.01;

  /** Rows of a slice of many. */
  private static final long SLICE = 512;

  private final List<Tensor> matrices = new ArrayList<>();
  private final List<Tensor> biases = new ArrayList<>();
  private final Activation activation;

  Perceptron(Weights weights, int inputs, Layers hidden, int outputs) {
    this.activation = hidden.activation();
    int before = inputs;
    List<Integer> layers = new ArrayList<>(hidden.widths());
    layers.add(outputs);
    Layers.requireWeights(inputs, layers);
    for (int width : layers) {
      matrices.add(weights.draw(before, width, before));
      biases.add(weights.draw(before, width));
      before = width;
    }
  }

  /** Rows of inputs to rows of outputs. */
  Tensor apply(Tensor rows, @Nullable Dropout dropout) {
    return applyFrom(torch.linear(rows, matrices.get(0), biases.get(0)), dropout);
  }

  /** The first layer's sums of some of the inputs, from one on; biases are to be added once. */
  Tensor startOf(Tensor inputs, int from, boolean withBiases) {
    Tensor matrix = matrices.get(0).narrow(1, from, inputs.size(1));
    return withBiases ? torch.linear(inputs, matrix, biases.get(0)) : torch.linear(inputs, matrix);
  }

  /** The number of hidden values of a row. */
  int hidden() {
    int hidden = 0;
    for (int l = 0; l < biases.size() - 1; l++) {
      hidden += (int) biases.get(l).size(0);
    }
    return hidden;
  }

  /** From the first layer's sums to outputs. */
  Tensor applyFrom(Tensor sums, @Nullable Dropout dropout) {
    Tensor values = sums;
    for (int l = 1; l < matrices.size(); l++) {
      values = activate(activation, values);
      if (dropout != null) {
        values = dropout.apply(values);
      }
      values = torch.linear(values, matrices.get(l), biases.get(l));
    }
    return values;
  }

  /**
   * The same, not to be differentiated, and without dropout: a few rows at a time, so that what is
   * between the layers stays in a core's caches and no memory is asked of the system for it.
   */
  @SuppressWarnings("try") // The scope acts by being there.
  Tensor evaluate(Tensor rows) {
    long n = rows.size(0);
    Tensor all = torch.zeros(n, biases.get(biases.size() - 1).size(0));
    for (long from = 0; from < n; from += SLICE) {
      Interrupts.throwIfStopped("a critic");
      try (PointerScope scope = new PointerScope()) {
        long count = Math.min(SLICE, n - from);
        all.narrow(0, from, count).copy_(apply(rows.narrow(0, from, count), null));
      }
    }
    return all;
  }

  static Tensor activate(Activation activation, Tensor values) {
    return switch (activation) {
      case RELU -> torch.relu(values);
      case LEAKY_RELU -> torch.leaky_relu(values, new Scalar(LEAK));
      case ELU -> torch.elu(values);
      case TANH -> torch.tanh(values);
    };
  }
}
