package io.github.miscope.neural.internal;

import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.layer.ConvolutionLayer;
import io.github.miscope.neural.layer.DenseLayer;
import io.github.miscope.neural.layer.Layer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.TransformLayer;
import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * The weights of a noisy network. As arrays, in the order of layers: weights and biases, and with
 * batch normalisation scale, shift, running mean and running variance.
 */
public final class NetworkTensors implements AutoCloseable {

  /**
   * One layer.
   *
   * @param all weights and biases, with batch normalisation scale, shift, running mean and running
   *     variance; empty for a layer without weights
   */
  record OfLayer(List<Tensor> all) {

    Tensor weight() {
      return all.get(0);
    }

    Tensor bias() {
      return all.get(1);
    }

    List<Tensor> norm() {
      return all.size() > 2 ? all.subList(2, all.size()) : List.of();
    }

    /** Those that follow the gradient: not the running mean and variance. */
    List<Tensor> learnt() {
      return all.subList(0, Math.min(4, all.size()));
    }
  }

  private final List<OfLayer> layers = new ArrayList<>();

  @SuppressWarnings("try") // The scope acts by being there.
  NetworkTensors(NoisyNetwork network, float[][] values, boolean learning) {
    requireFits(network, values);
    try (PointerScope scope = new PointerScope()) {
      int next = 0;
      for (int l = 1; l <= network.depth(); l++) {
        List<Tensor> tensors = new ArrayList<>();
        for (long[] shape : shapes(network, l)) {
          tensors.add(Tensors.keep(Tensors.of(values[next++], shape)));
        }
        OfLayer layer = new OfLayer(List.copyOf(tensors));
        if (learning) {
          layer.learnt().forEach(tensor -> tensor.set_requires_grad(true));
        }
        layers.add(layer);
      }
    }
  }

  /** A layer's tensors; the number is from 1. */
  OfLayer layer(int number) {
    return layers.get(number - 1);
  }

  /** What follows the gradient. */
  List<Tensor> learnt() {
    return layers.stream().flatMap(layer -> layer.learnt().stream()).toList();
  }

  /** The weights without biases, one tensor for each layer. */
  List<Tensor> matrices() {
    return layers.stream().filter(layer -> !layer.all().isEmpty()).map(OfLayer::weight).toList();
  }

  /** Copies of all values. */
  float[][] values() {
    return Tensors.values(layers.stream().flatMap(layer -> layer.all().stream()).toList());
  }

  /**
   * Initial weights: weights and biases uniform on (-1, 1) / sqrt(inputs of a unit).
   *
   * @return one array for each tensor
   */
  public static float[][] initial(NoisyNetwork network, Seed seed) {
    UniformRandomProvider random = seed.derive("weights").generator();
    List<float[]> values = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      List<long[]> shapes = shapes(network, l);
      if (shapes.isEmpty()) {
        continue;
      }
      int inputs = Math.toIntExact(Tensors.count(shapes.get(0)) / shapes.get(0)[0]);
      values.add(Weights.uniform(random, inputs, shapes.get(0)));
      values.add(Weights.uniform(random, inputs, shapes.get(1)));
      for (int part = 2; part < shapes.size(); part++) {
        float[] constant = new float[(int) shapes.get(part)[0]];
        // Scale and running variance start at 1, shift and running mean at 0.
        Arrays.fill(constant, part == 2 || part == 5 ? 1 : 0);
        values.add(constant);
      }
    }
    return values.toArray(new float[0][]);
  }

  /**
   * The place of a layer's weights among the arrays; its biases come next.
   *
   * @param number from 1
   */
  public static int place(NoisyNetwork network, int number) {
    int place = 0;
    for (int l = 1; l < number; l++) {
      place += shapes(network, l).size();
    }
    return place;
  }

  /**
   * Refuses arrays that are not a network's.
   *
   * @throws IllegalArgumentException if there are more or fewer arrays or values than needed
   */
  public static void requireFits(NoisyNetwork network, float[][] values) {
    List<long[]> shapes = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      shapes.addAll(shapes(network, l));
    }
    boolean fits = shapes.size() == values.length;
    for (int i = 0; fits && i < values.length; i++) {
      fits = Tensors.count(shapes.get(i)) == values[i].length;
    }
    if (!fits) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "weights must be those of %s: it has %s values, given are %s",
              network,
              shapes.stream().map(Tensors::count).toList(),
              Arrays.stream(values).map(v -> v.length).toList()));
    }
  }

  /**
   * Refuses values that are not finite.
   *
   * @throws IllegalArgumentException naming the first
   */
  public static void requireFinite(String name, float[][] values) {
    for (int a = 0; a < values.length; a++) {
      for (int i = 0; i < values[a].length; i++) {
        if (!Float.isFinite(values[a][i])) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "%s[%d][%d] is %s: values must be finite",
                  name,
                  a,
                  i,
                  values[a][i]));
        }
      }
    }
  }

  /** How many values each array of a network has, in the order of layers. */
  public static int[] lengths(NoisyNetwork network) {
    List<Integer> lengths = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      shapes(network, l).forEach(shape -> lengths.add(Math.toIntExact(Tensors.count(shape))));
    }
    return lengths.stream().mapToInt(length -> length).toArray();
  }

  /** How many values each array of an optimiser's state has: of means, then of squares. */
  public static int[] stateLengths(NoisyNetwork network) {
    List<Integer> learnt = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      List<long[]> shapes = shapes(network, l);
      // Weights and biases, scale and shift; not the running mean and variance.
      shapes
          .subList(0, Math.min(4, shapes.size()))
          .forEach(shape -> learnt.add(Math.toIntExact(Tensors.count(shape))));
    }
    List<Integer> both = new ArrayList<>(learnt);
    both.addAll(learnt);
    return both.stream().mapToInt(length -> length).toArray();
  }

  private static List<long[]> shapes(NoisyNetwork network, int number) {
    Layer layer = network.layer(number);
    ImageShape before = network.outputShape(number - 1);
    List<long[]> shapes = new ArrayList<>();
    if (layer instanceof TransformLayer) {
      return shapes;
    }
    long units;
    if (layer instanceof DenseLayer dense) {
      units = dense.units();
      shapes.add(new long[] {units, before.columns()});
    } else {
      ConvolutionLayer c = (ConvolutionLayer) layer;
      units = c.channels();
      shapes.add(new long[] {units, before.channels(), c.kernel(), c.kernel()});
    }
    for (int vectors = layer.batchNorm() ? 5 : 1; vectors > 0; vectors--) {
      shapes.add(new long[] {units});
    }
    return shapes;
  }

  @Override
  public void close() {
    layers.forEach(layer -> layer.all().forEach(Tensors::release));
    layers.clear();
  }
}
