package io.github.miscope.neural.internal;

import io.github.miscope.neural.critic.Activation;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.layer.ConvolutionLayer;
import io.github.miscope.neural.layer.Layer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.layer.Perturbation;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** A noisy network applied to rows. */
final class Forward {

  private static final double MOMENTUM = 0.1;
  private static final double EPSILON = 1e-5;

  /** Adds noise to a layer's values, or drops some, or leaves them. */
  @FunctionalInterface
  interface Disturber {

    /** Values as they are. */
    Disturber NONE = (perturbation, values) -> values;

    /** The disturbed values, in the shape of the given ones but for the number of rows. */
    Tensor apply(Perturbation perturbation, Tensor values);
  }

  private final NoisyNetwork network;
  private final NetworkTensors weights;
  private final boolean training;

  /**
   * A network with weights.
   *
   * @param training whether batches are normalised by themselves, and not by running moments
   */
  Forward(NoisyNetwork network, NetworkTensors weights, boolean training) {
    this.network = network;
    this.weights = weights;
    this.training = training;
  }

  /** Rows of inputs to rows of a layer's values. */
  Tensor apply(Tensor rows, int layer, Stage stage, Disturber disturber) {
    ImageShape input = network.input();
    Tensor values =
        input.isVector() ? rows : rows.view(-1, input.channels(), input.height(), input.width());
    for (int l = 1; l <= layer; l++) {
      Layer shape = network.layer(l);
      values = centres(values, shape, weights.layer(l));
      if (l == layer && stage == Stage.CENTRES) {
        break;
      }
      values = disturber.apply(shape.perturbation(), values);
      if (l == layer && stage == Stage.NOISY) {
        break;
      }
      if (shape instanceof ConvolutionLayer c && c.pooling() > 1) {
        values = Images.pool(values, c.pooling());
      }
    }
    return values.dim() > 2 ? values.flatten(1, -1) : values;
  }

  private Tensor centres(Tensor before, Layer shape, NetworkTensors.OfLayer tensors) {
    Tensor values;
    if (shape instanceof ConvolutionLayer c) {
      values = Images.convolve(before, tensors.weight(), tensors.bias(), c.kernel());
    } else {
      Tensor rows = before.dim() > 2 ? before.flatten(1, -1) : before;
      values = torch.linear(rows, tensors.weight(), tensors.bias());
    }
    List<Tensor> norm = tensors.norm();
    if (!norm.isEmpty()) {
      values =
          torch.batch_norm(
              values,
              new TensorOptional(norm.get(0)),
              new TensorOptional(norm.get(1)),
              new TensorOptional(norm.get(2)),
              new TensorOptional(norm.get(3)),
              training,
              MOMENTUM,
              EPSILON,
              false);
    }
    return activate(shape.nonlinearity(), values);
  }

  private static Tensor activate(Nonlinearity nonlinearity, Tensor values) {
    if (nonlinearity instanceof Nonlinearity.Rectifier rectifier) {
      if (rectifier.slope() == 1) {
        return values;
      }
      return rectifier.slope() == 0
          ? Perceptron.activate(Activation.RELU, values)
          : torch.leaky_relu(values, new Scalar(rectifier.slope()));
    }
    return Perceptron.activate(Activation.TANH, values);
  }
}
