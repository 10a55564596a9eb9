package io.github.miscope.neural.layer;

import io.github.miscope.neural.critic.ImageShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The shape of a network with noise inside: T_l = f_l(T_{l-1}) + Z_l (Goldfeld et al. 2019, section
 * 2). It says nothing of weights. Layers are counted from 1, T_0 being the input.
 *
 * @param input the columns of the input, as a vector or as an image
 * @param layers from the first hidden layer to the output
 */
public record NoisyNetwork(ImageShape input, List<Layer> layers) {

  /** A snapshot of so many takes 200 MB. */
  private static final int MAX_WEIGHTS = 50_000_000;

  /**
   * A network.
   *
   * @param input the columns of the input
   * @param layers from the first hidden layer to the output
   * @throws IllegalArgumentException if there is no layer, a convolution comes after a dense layer,
   *     or an image is too small for its pooling
   */
  public NoisyNetwork {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(layers, "layers");
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("a network must have a layer: layers=[]");
    }
    ImageShape shape = input;
    long weights = 0;
    for (int l = 0; l < layers.size(); l++) {
      weights = Math.min(Long.MAX_VALUE / 2, weights + weights(shape, layers.get(l)));
      if (weights > MAX_WEIGHTS) {
        throw new IllegalArgumentException(
            "a network must have at most " + MAX_WEIGHTS + " weights: layers=" + layers);
      }
      shape = after(shape, layers.get(l), l + 1);
    }
  }

  /**
   * A fully connected network without noise, with linear outputs: {@code dense(TANH, 12, 10, 7, 5,
   * 4, 3, 2)} has 12 inputs, five hidden layers and 2 outputs.
   *
   * @param nonlinearity of the hidden layers
   * @param widths of the input, the hidden layers and the output
   * @return the network
   * @throws IllegalArgumentException if there are fewer than two widths, or one is below 1
   */
  public static NoisyNetwork dense(Nonlinearity nonlinearity, int... widths) {
    Objects.requireNonNull(nonlinearity, "nonlinearity");
    Objects.requireNonNull(widths, "widths");
    if (widths.length < 2) {
      throw new IllegalArgumentException(
          "a network needs the widths of its input and output: " + widths.length + " given");
    }
    List<Layer> layers = new ArrayList<>();
    for (int l = 1; l < widths.length; l++) {
      layers.add(
          DenseLayer.of(widths[l], l < widths.length - 1 ? nonlinearity : Nonlinearity.LINEAR));
    }
    return new NoisyNetwork(ImageShape.vector(widths[0]), layers);
  }

  /**
   * The same network with Gaussian noise after each hidden layer, and none at the output.
   *
   * @param beta the standard deviation of the noise, above 0
   * @return a changed copy
   * @throws IllegalArgumentException if beta is not positive and finite
   */
  public NoisyNetwork withNoise(double beta) {
    return withPerturbation(Perturbation.noise(beta));
  }

  /**
   * The same network with a perturbation in each hidden layer, and none at the output.
   *
   * @param perturbation noise, dropout or nothing
   * @return a changed copy
   */
  public NoisyNetwork withPerturbation(Perturbation perturbation) {
    Objects.requireNonNull(perturbation, "perturbation");
    List<Layer> changed = new ArrayList<>(layers);
    for (int l = 0; l < changed.size() - 1; l++) {
      changed.set(l, changed.get(l).withPerturbation(perturbation));
    }
    changed.set(
        changed.size() - 1, changed.get(changed.size() - 1).withPerturbation(Perturbation.NONE));
    return new NoisyNetwork(input, changed);
  }

  /**
   * The same network with another standard deviation of the noise, in the layers that have noise.
   *
   * @param beta above 0
   * @return a changed copy
   * @throws IllegalArgumentException if beta is not positive and finite
   */
  public NoisyNetwork withBeta(double beta) {
    Perturbation noise = Perturbation.noise(beta);
    return new NoisyNetwork(
        input,
        layers.stream()
            .map(
                l -> l.perturbation() instanceof Perturbation.Noise ? l.withPerturbation(noise) : l)
            .toList());
  }

  /**
   * The number of layers.
   *
   * @return L, the output included
   */
  public int depth() {
    return layers.size();
  }

  /**
   * A layer.
   *
   * @param number from 1
   * @return the layer
   * @throws IllegalArgumentException if there is no layer of that number
   */
  public Layer layer(int number) {
    if (number < 1 || number > layers.size()) {
      throw new IllegalArgumentException(
          "layer must be in [1, " + layers.size() + "]: layer=" + number);
    }
    return layers.get(number - 1);
  }

  /**
   * The shape of a layer's values where noise is added: after the nonlinearity, before pooling.
   *
   * @param number from 1
   * @return channels, height and width; one pixel for a dense layer
   * @throws IllegalArgumentException if there is no layer of that number
   */
  public ImageShape shape(int number) {
    Layer layer = layer(number);
    ImageShape before = outputShape(number - 1);
    return layer instanceof ConvolutionLayer c
        ? new ImageShape(c.channels(), before.height() - c.margin(), before.width() - c.margin())
        : outputShape(number);
  }

  /**
   * The shape of what a layer hands on.
   *
   * @param number from 1; 0 is the input
   * @return channels, height and width; one pixel for a dense layer
   * @throws IllegalArgumentException if there is no layer of that number
   */
  public ImageShape outputShape(int number) {
    if (number == 0) {
      return input;
    }
    Layer layer = layer(number);
    return after(outputShape(number - 1), layer, number);
  }

  /**
   * The number of outputs.
   *
   * @return columns of the last layer
   */
  public int outputs() {
    return outputShape(layers.size()).columns();
  }

  private static long weights(ImageShape before, Layer layer) {
    if (layer instanceof ConvolutionLayer c) {
      double weights = (double) before.channels() * c.channels() * c.kernel() * c.kernel();
      return (long) Math.min(weights, Long.MAX_VALUE / 4.0);
    }
    if (layer instanceof ResidualLayer r) {
      double own = (double) ResidualLayer.KERNEL * ResidualLayer.KERNEL * r.channels();
      double weights = own * ((double) before.channels() + r.channels());
      double skip = r.projects(before.channels()) ? (double) before.channels() * r.channels() : 0;
      return (long) Math.min(weights + skip, Long.MAX_VALUE / 4.0);
    }
    return layer instanceof DenseLayer dense ? (long) before.columns() * dense.units() : 0;
  }

  private static ImageShape after(ImageShape before, Layer layer, int number) {
    if (layer instanceof DenseLayer dense) {
      return ImageShape.vector(dense.units());
    }
    if (layer instanceof TransformLayer transform) {
      return transform.after(before, number);
    }
    if (layer instanceof ResidualLayer residual) {
      return residual.after(before, number);
    }
    ConvolutionLayer c = (ConvolutionLayer) layer;
    if (before.isVector()) {
      throw new IllegalArgumentException(
          "layer " + number + " is a convolution, but what is before it is no image: " + c);
    }
    int convolvedHeight = before.height() - c.margin();
    int convolvedWidth = before.width() - c.margin();
    if (convolvedHeight < 1 || convolvedWidth < 1) {
      throw new IllegalArgumentException(
          "layer " + number + " has a kernel larger than the image: " + c + " on " + before);
    }
    int height = convolvedHeight / c.pooling();
    int width = convolvedWidth / c.pooling();
    if (height == 0 || width == 0) {
      throw new IllegalArgumentException(
          "layer " + number + " pools more pixels than there are: " + c + " on " + before);
    }
    return new ImageShape(c.channels(), height, width);
  }

  /** "12-10-7-2 tanh beta=0.005" for fully connected networks, else layer by layer. */
  @Override
  public String toString() {
    List<Layer> hidden = layers.subList(0, layers.size() - 1);
    Layer output = layers.get(layers.size() - 1);
    boolean plain =
        input.isVector()
            && !hidden.isEmpty()
            && output.equals(DenseLayer.of(outputs(), Nonlinearity.LINEAR))
            && hidden.stream()
                .allMatch(
                    layer ->
                        layer instanceof DenseLayer
                            && withUnits(layer, 1).equals(withUnits(hidden.get(0), 1)));
    if (plain) {
      String widths =
          layers.stream()
              .map(layer -> Integer.toString(((DenseLayer) layer).units()))
              .collect(Collectors.joining("-"));
      return LayerLabels.of(input.columns() + "-" + widths, hidden.get(0));
    }
    String shape =
        input.isVector()
            ? Integer.toString(input.columns())
            : input.channels() + "x" + input.height() + "x" + input.width();
    return shape + layers.stream().map(layer -> ", " + layer).collect(Collectors.joining());
  }

  private static DenseLayer withUnits(Layer layer, int units) {
    return new DenseLayer(units, layer.batchNorm(), layer.nonlinearity(), layer.perturbation());
  }
}
