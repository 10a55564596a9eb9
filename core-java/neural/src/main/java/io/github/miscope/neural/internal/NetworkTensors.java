package io.github.miscope.neural.internal;

import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.layer.ConvolutionLayer;
import io.github.miscope.neural.layer.DenseLayer;
import io.github.miscope.neural.layer.Layer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.ResidualLayer;
import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * The weights of a noisy network. As arrays, in the order of layers: weights and biases, and with
 * batch normalisation scale, shift, running mean and running variance.
 */
public final class NetworkTensors implements AutoCloseable {

  /**
   * A weighted sum: a layer's, or one of those of a residual block.
   *
   * @param all weights and biases, with batch normalisation scale, shift, running mean and running
   *     variance
   */
  record Sum(List<Tensor> all) {

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
      return all.subList(0, Math.min(LEARNT, all.size()));
    }
  }

  /** Weights, biases, scale and shift. */
  private static final int LEARNT = 4;

  private final List<List<Sum>> layers = new ArrayList<>();

  @SuppressWarnings("try") // The scope acts by being there.
  NetworkTensors(NoisyNetwork network, float[][] values, boolean learning) {
    requireFits(network, values);
    try (PointerScope scope = new PointerScope()) {
      int next = 0;
      for (int l = 1; l <= network.depth(); l++) {
        List<Sum> layer = new ArrayList<>();
        for (List<long[]> sum : sums(network, l)) {
          List<Tensor> tensors = new ArrayList<>();
          for (long[] shape : sum) {
            tensors.add(Tensors.keep(Tensors.of(values[next++], shape)));
          }
          Sum made = new Sum(List.copyOf(tensors));
          if (learning) {
            made.learnt().forEach(tensor -> tensor.set_requires_grad(true));
          }
          layer.add(made);
        }
        layers.add(layer);
      }
    }
  }

  /**
   * A layer's weighted sums, none for a layer without weights.
   *
   * @param number from 1
   */
  List<Sum> layer(int number) {
    return layers.get(number - 1);
  }

  private Stream<Sum> all() {
    return layers.stream().flatMap(List::stream);
  }

  /** What follows the gradient. */
  List<Tensor> learnt() {
    return all().flatMap(sum -> sum.learnt().stream()).toList();
  }

  /** The weights without biases, one tensor for each sum. */
  List<Tensor> matrices() {
    return all().map(Sum::weight).toList();
  }

  /** Copies of all values. */
  float[][] values() {
    return Tensors.values(all().flatMap(sum -> sum.all().stream()).toList());
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
      for (List<long[]> shapes : sums(network, l)) {
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
      for (List<long[]> shapes : sums(network, l)) {
        shapes
            .subList(0, Math.min(LEARNT, shapes.size()))
            .forEach(shape -> learnt.add(Math.toIntExact(Tensors.count(shape))));
      }
    }
    List<Integer> both = new ArrayList<>(learnt);
    both.addAll(learnt);
    return both.stream().mapToInt(length -> length).toArray();
  }

  /** The shapes of all arrays of a layer. */
  private static List<long[]> shapes(NoisyNetwork network, int number) {
    return sums(network, number).stream().flatMap(List::stream).toList();
  }

  /** The shapes of the arrays of each weighted sum of a layer. */
  private static List<List<long[]>> sums(NoisyNetwork network, int number) {
    Layer layer = network.layer(number);
    ImageShape before = network.outputShape(number - 1);
    if (layer instanceof DenseLayer dense) {
      return List.of(sum(layer, dense.units(), before.columns()));
    }
    if (layer instanceof ConvolutionLayer c) {
      return List.of(sum(layer, c.channels(), before.channels(), c.kernel(), c.kernel()));
    }
    if (layer instanceof ResidualLayer r) {
      int size = ResidualLayer.KERNEL;
      List<List<long[]>> sums = new ArrayList<>();
      sums.add(sum(layer, r.channels(), before.channels(), size, size));
      sums.add(sum(layer, r.channels(), r.channels(), size, size));
      if (r.projects(before.channels())) {
        sums.add(sum(layer, r.channels(), before.channels(), 1, 1));
      }
      return sums;
    }
    return List.of();
  }

  /** The shapes of weights and biases, and of what normalises a batch. */
  private static List<long[]> sum(Layer layer, long... weights) {
    List<long[]> shapes = new ArrayList<>();
    shapes.add(weights);
    for (int vectors = layer.batchNorm() ? 5 : 1; vectors > 0; vectors--) {
      shapes.add(new long[] {weights[0]});
    }
    return shapes;
  }

  @Override
  public void close() {
    all().forEach(sum -> sum.all().forEach(Tensors::release));
    layers.clear();
  }
}
