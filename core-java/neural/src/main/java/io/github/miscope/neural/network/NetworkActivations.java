package io.github.miscope.neural.network;

import io.github.miscope.activation.ActivationSource;
import io.github.miscope.activation.EpochScores;
import io.github.miscope.estimator.propagation.NoisyChannel;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Layers of a trained network on given inputs, after each epoch that was kept. Noise is off unless
 * it is asked for; dropout acts in training only.
 *
 * @param name for titles
 * @param network with its snapshots
 * @param layers those to look at, from 1
 * @param data the inputs and their classes
 * @param seed of the noise, see {@link #noisyActivations}
 */
public record NetworkActivations(
    String name, TrainedNetwork network, List<Integer> layers, LabelledData data, Seed seed)
    implements ActivationSource {

  /**
   * Layers of a network on inputs.
   *
   * @param name for titles
   * @param network with its snapshots
   * @param layers those to look at, from 1
   * @param data the inputs and their classes
   * @param seed of the noise
   * @throws IllegalArgumentException if there is no layer to look at, it is not the network's, or
   *     the inputs have another shape
   */
  public NetworkActivations {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(layers, "layers");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(seed, "seed");
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("there must be a layer to look at: layers=[]");
    }
    layers.forEach(layer -> network.first().channel(layer, data));
  }

  @Override
  public List<Integer> epochs() {
    return network.snapshots().stream().map(Snapshot::epoch).toList();
  }

  @Override
  public Variable inputs() {
    return data.inputs();
  }

  @Override
  public Optional<Variable> labels() {
    return Optional.of(data.classVariable());
  }

  @Override
  public Variable activations(int epoch, int layer) {
    return at(epoch).activations(layer, data);
  }

  @Override
  public Variable noisyActivations(int epoch, int layer) {
    return at(epoch).noisyActivations(layer, data, seed);
  }

  @Override
  public Optional<NoisyChannel> channel(int epoch, int layer) {
    return Optional.of(at(epoch).channel(layer, data));
  }

  @Override
  public EpochScores scores(int epoch) {
    Snapshot snapshot = at(epoch);
    return new EpochScores(
        snapshot.training().loss(),
        snapshot.test().loss(),
        snapshot.training().accuracy(),
        snapshot.test().accuracy());
  }

  private Snapshot at(int epoch) {
    return network.snapshots().stream()
        .filter(snapshot -> snapshot.epoch() == epoch)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no snapshot of epoch " + epoch + ", only of " + epochs()));
  }

  /** The name, then the layers. */
  @Override
  public String toString() {
    return name + ", layers " + layers + ", n = " + data.n();
  }
}
