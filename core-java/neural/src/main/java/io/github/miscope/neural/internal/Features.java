package io.github.miscope.neural.internal;

import io.github.miscope.neural.critic.Activation;
import io.github.miscope.neural.critic.ImageShape;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** What a critic makes of one variable before it looks at both: nothing, or convolutions. */
final class Features {

  private static final int KERNEL = 3;

  private final ImageShape shape;
  private final Activation activation;
  private final List<Tensor> kernels = new ArrayList<>();
  private final List<Tensor> biases = new ArrayList<>();
  private final int count;

  private Features(ImageShape shape, Activation activation, int count) {
    this.shape = shape;
    this.activation = activation;
    this.count = count;
  }

  static Features none(int d) {
    return new Features(ImageShape.vector(d), Activation.RELU, d);
  }

  static Features of(
      ImageShape shape, List<Integer> channels, Activation activation, Weights weights) {
    if (shape.isVector()) {
      return none(shape.channels());
    }
    int blocks = channels.size();
    int last = blocks == 0 ? shape.channels() : channels.get(blocks - 1);
    int pixels = (shape.height() >> blocks) * (shape.width() >> blocks);
    Features features = new Features(shape, activation, last * pixels);
    int before = shape.channels();
    for (int after : channels) {
      int inputs = before * KERNEL * KERNEL;
      features.kernels.add(weights.draw(inputs, after, before, KERNEL, KERNEL));
      features.biases.add(weights.draw(inputs, after));
      before = after;
    }
    return features;
  }

  /** The number of features of a row. */
  int count() {
    return count;
  }

  /** Whether there is nothing but the rows themselves. */
  boolean areTheRows() {
    return shape.isVector();
  }

  Tensor apply(Tensor rows) {
    if (shape.isVector()) {
      return rows;
    }
    Tensor values = rows.view(-1, shape.channels(), shape.height(), shape.width());
    for (int b = 0; b < kernels.size(); b++) {
      values = Images.convolve(values, kernels.get(b), biases.get(b), KERNEL);
      values = Images.pool(values, 2);
      values = Perceptron.activate(activation, values);
    }
    return values.flatten(1, -1);
  }
}
