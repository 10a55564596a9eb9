package io.github.miscope.neural.network;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.neural.internal.NetworkTensors;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.TransformLayer;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.Objects;

/** The weights of a noisy network as plain numbers, all finite. Immutable. */
public final class NetworkWeights implements Identified {

  private final NoisyNetwork network;
  private final float[][] values;

  private NetworkWeights(NoisyNetwork network, float[][] ownedValues) {
    NetworkTensors.requireFits(network, ownedValues);
    NetworkTensors.requireFinite("weights", ownedValues);
    this.network = network;
    this.values = ownedValues;
  }

  /**
   * Random weights and biases, uniform on (-1, 1) / sqrt(m), m the number of inputs of a unit.
   *
   * @param network the shape
   * @param seed of the weights
   * @return the weights that a training of that seed starts from
   */
  public static NetworkWeights random(NoisyNetwork network, Seed seed) {
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(seed, "seed");
    return new NetworkWeights(network, NetworkTensors.initial(network, seed));
  }

  /**
   * Weights given by numbers, in the order of layers: for each layer weights (a row for each unit,
   * one after the other) and biases, and with batch normalisation scale, shift, running mean and
   * running variance.
   *
   * @param network the shape
   * @param values one array for each
   * @return the weights
   * @throws IllegalArgumentException if there are more or fewer arrays or numbers than needed, or a
   *     number is not finite
   */
  public static NetworkWeights of(NoisyNetwork network, float[]... values) {
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(values, "values");
    return new NetworkWeights(network, copy(values));
  }

  private static float[][] copy(float[][] values) {
    return Arrays.stream(values).map(float[]::clone).toArray(float[][]::new);
  }

  /**
   * The shape of the network.
   *
   * @return layer by layer
   */
  public NoisyNetwork network() {
    return network;
  }

  /**
   * The weights of a layer.
   *
   * @param layer from 1
   * @return a copy, a row for each unit
   * @throws IllegalArgumentException if there is no layer of that number, or it has no weights
   */
  public float[][] matrix(int layer) {
    requireWeights(layer);
    float[] all = values[NetworkTensors.place(network, layer)];
    int units = biases(layer).length;
    int inputs = all.length / units;
    float[][] rows = new float[units][];
    for (int u = 0; u < units; u++) {
      rows[u] = Arrays.copyOfRange(all, u * inputs, (u + 1) * inputs);
    }
    return rows;
  }

  /**
   * The biases of a layer.
   *
   * @param layer from 1
   * @return a copy, one for each unit
   * @throws IllegalArgumentException if there is no layer of that number, or it has no weights
   */
  public float[] biases(int layer) {
    requireWeights(layer);
    return values[NetworkTensors.place(network, layer) + 1].clone();
  }

  private void requireWeights(int layer) {
    if (network.layer(layer) instanceof TransformLayer) {
      throw new IllegalArgumentException(
          "layer " + layer + " must have weights: " + network.layer(layer));
    }
  }

  /**
   * All numbers, in the order of {@link #of}.
   *
   * @return a copy
   */
  public float[][] values() {
    return copy(values);
  }

  /** Without a copy; not to be changed. */
  float[][] shared() {
    return values;
  }

  /** The network and the bits of all weights. */
  @Override
  public void identify(IdentityDigest digest) {
    Objects.requireNonNull(digest, "digest");
    digest.add("network", network).add("values", values);
  }

  /** Equal to the bit. */
  @Override
  public boolean equals(Object other) {
    return other instanceof NetworkWeights w
        && network.equals(w.network)
        && Arrays.deepEquals(values, w.values);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.stream(values).mapToInt(v -> v.length).sum() + " weights of " + network;
  }
}
