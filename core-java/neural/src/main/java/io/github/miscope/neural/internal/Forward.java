package io.github.miscope.neural.internal;

import io.github.miscope.neural.critic.Activation;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.layer.ConvolutionLayer;
import io.github.miscope.neural.layer.Layer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.neural.layer.ResidualLayer;
import io.github.miscope.neural.layer.TransformLayer;
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
    Tensor values = input.isVector() ? rows : image(rows, input);
    for (int l = 1; l <= layer; l++) {
      Layer shape = network.layer(l);
      values =
          shape instanceof TransformLayer transform
              ? activate(transform.nonlinearity(), transformed(values, transform, l))
              : shape instanceof ResidualLayer residual
                  ? block(values, residual, weights.layer(l))
                  : centres(values, shape, weights.layer(l).get(0));
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

  private Tensor transformed(Tensor before, TransformLayer layer, int number) {
    if (layer.transform() instanceof TransformLayer.Identity) {
      return before;
    }
    if (layer.transform() instanceof TransformLayer.Reshaping reshaping) {
      Tensor rows = before.dim() > 2 ? before.flatten(1, -1) : before;
      return reshaping.shape().isVector() ? rows : image(rows, reshaping.shape());
    }
    Tensor images = before.dim() > 2 ? before : image(before, network.outputShape(number - 1));
    return layer.transform() instanceof TransformLayer.Upsampling upsampling
        ? Images.enlarge(images, upsampling.factor())
        : Images.mean(images);
  }

  private static Tensor image(Tensor rows, ImageShape shape) {
    return rows.view(-1, shape.channels(), shape.height(), shape.width());
  }

  private Tensor centres(Tensor before, Layer shape, NetworkTensors.Sum sum) {
    Tensor values;
    if (shape instanceof ConvolutionLayer c) {
      int padding = c.padded() ? c.kernel() / 2 : 0;
      values = Images.convolvePadded(before, sum.weight(), sum.bias(), padding);
    } else {
      Tensor rows = before.dim() > 2 ? before.flatten(1, -1) : before;
      values = torch.linear(rows, sum.weight(), sum.bias());
    }
    return activate(shape.nonlinearity(), normalised(values, sum));
  }

  private Tensor block(Tensor below, ResidualLayer shape, List<NetworkTensors.Sum> sums) {
    int padding = ResidualLayer.KERNEL / 2;
    Tensor first = activate(shape.nonlinearity(), sum(below, sums.get(0), padding, shape.stride()));
    Tensor second = sum(first, sums.get(1), padding, 1);
    Tensor skip = sums.size() == 2 ? below : sum(below, sums.get(2), 0, shape.stride());
    return activate(shape.nonlinearity(), second.add(skip));
  }

  private Tensor sum(Tensor images, NetworkTensors.Sum sum, int padding, int stride) {
    return normalised(Images.convolve(images, sum.weight(), sum.bias(), padding, stride), sum);
  }

  private Tensor normalised(Tensor values, NetworkTensors.Sum sum) {
    List<Tensor> norm = sum.norm();
    return norm.isEmpty()
        ? values
        : torch.batch_norm(
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

  private static Tensor activate(Nonlinearity nonlinearity, Tensor values) {
    if (nonlinearity instanceof Nonlinearity.Rectifier rectifier) {
      if (rectifier.slope() == 1) {
        return values;
      }
      return rectifier.slope() == 0
          ? Perceptron.activate(Activation.RELU, values)
          : torch.leaky_relu(values, new Scalar(rectifier.slope()));
    }
    if (nonlinearity instanceof Nonlinearity.LogSoftmax) {
      return torch.log_softmax(values, 1);
    }
    return nonlinearity instanceof Nonlinearity.Sigmoid
        ? torch.sigmoid(values)
        : Perceptron.activate(Activation.TANH, values);
  }
}
