package io.github.miscope.neural.network;

import io.github.miscope.estimator.propagation.NoisyChannel;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.internal.NetworkPass;
import io.github.miscope.neural.internal.Stage;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.OptionalDouble;

/** A layer of a network as a channel. */
final class LayerChannel implements NoisyChannel {

  private final Snapshot snapshot;
  private final int layer;
  private final LabelledData data;
  private final NetworkPass pass;

  LayerChannel(Snapshot snapshot, int layer, LabelledData data) {
    this.snapshot = snapshot;
    this.layer = layer;
    this.data = data;
    this.pass = snapshot.pass(layer, Stage.CENTRES);
  }

  @Override
  public double beta() {
    return snapshot.network().layer(layer).perturbation() instanceof Perturbation.Noise noise
        ? noise.beta()
        : 0;
  }

  @Override
  public int dimension() {
    return pass.dimension();
  }

  @Override
  public int inputs() {
    return data.n();
  }

  @Override
  public boolean deterministicCentres() {
    return !pass.isNoisy();
  }

  @Override
  public boolean hasOtherNoise() {
    return snapshot.network().layer(layer).perturbation() instanceof Perturbation.RelativeNoise;
  }

  @Override
  public boolean bounded() {
    return snapshot.network().layer(layer).nonlinearity().bounded();
  }

  /** From norms of the weights, where all layers up to this one are dense. */
  @Override
  public OptionalDouble subgaussianConstant() {
    Variable quiet = snapshot.variable("s", pass, data, 0, data.n(), 1, null);
    return SubgaussianLayer.constant(snapshot, layer, quiet);
  }

  @Override
  public Variable centres(int from, int to, int drawsPerInput, Seed seed) {
    if (from < 0 || to > data.n() || from >= to || drawsPerInput < 1) {
      throw new IllegalArgumentException(
          "inputs must be in [0, "
              + data.n()
              + ") and draws >= 1: from="
              + from
              + ", to="
              + to
              + ", drawsPerInput="
              + drawsPerInput);
    }
    return snapshot.variable("s", pass, data, from, to, drawsPerInput, seed);
  }

  @Override
  public String toString() {
    return "layer " + layer + " of " + snapshot.network() + " after epoch " + snapshot.epoch();
  }
}
