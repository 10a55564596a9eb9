package io.github.miscope.neural.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.propagation.NoisyChannel;
import io.github.miscope.estimator.propagation.PropagationBounds;
import io.github.miscope.estimator.propagation.SamplePropagation;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.layer.DenseLayer;
import io.github.miscope.neural.layer.Layer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubgaussianLayerTest {

  private static final Score NONE = new Score(0, 0);

  private static final LabelledData LINE =
      LabelledData.of(ImageShape.vector(1), new float[] {0, 1, 3}, new int[] {0, 0, 1}, 2);

  private static NoisyNetwork network(Nonlinearity f, int... units) {
    return new NoisyNetwork(
        ImageShape.vector(1),
        Arrays.stream(units)
            .<Layer>mapToObj(u -> DenseLayer.of(u, f).withPerturbation(Perturbation.noise(0.5)))
            .toList());
  }

  @Test
  void constantsByHand() {
    NoisyNetwork linear = network(Nonlinearity.LINEAR, 1, 1);
    NetworkWeights weights =
        NetworkWeights.of(linear, new float[] {1}, new float[] {7}, new float[] {2}, new float[1]);
    Snapshot snapshot = new Snapshot(0, weights, NONE, NONE);
    // S = 2 (x + 7 + Z), Z of 0.5: 1 given x. Values without noise are 14, 16 and 20, at most 10/3
    // from their mean; the mean of the noise is at most 1.
    assertEquals(
        Math.hypot(1, 10.0 / 3 + 1),
        snapshot.channel(2, LINE).subgaussianConstant().orElseThrow(),
        1e-6);

    // Two units, one of which counts three times as much: the norm of (3 0; 0 4) is 4.
    NoisyNetwork three = network(Nonlinearity.RELU, 2, 2, 1);
    NetworkWeights diagonal =
        NetworkWeights.of(
            three,
            new float[] {1, 1},
            new float[2],
            new float[] {3, 0, 0, 4},
            new float[2],
            new float[] {3, 4},
            new float[1]);
    double reach1 = 0.5 * 4 * 5;
    double reach2 = 0.5 * 5;
    // S without noise is 25 x: 0, 25 and 75, whose mean is 100/3.
    double radius = 75 - 100.0 / 3 + (reach1 + reach2) * Math.sqrt(2);
    assertEquals(
        Math.sqrt(reach1 * reach1 + reach2 * reach2 + radius * radius),
        new Snapshot(0, diagonal, NONE, NONE).channel(3, LINE).subgaussianConstant().orElseThrow(),
        1e-4);
  }

  @Test
  void drawsKeepEquationSix() {
    NoisyNetwork network = network(Nonlinearity.RELU, 4, 3, 2);
    Snapshot snapshot = new Snapshot(0, NetworkWeights.random(network, Seed.of(5)), NONE, NONE);
    NoisyChannel channel = snapshot.channel(3, LINE);
    double k = channel.subgaussianConstant().orElseThrow();
    Variable s = channel.centres(0, 3, 4000, Seed.of(1));
    for (double[] a : new double[][] {{1, 0}, {0, -2}, {1, 1}, {-0.3, 0.4}}) {
      double mean = 0;
      for (int i = 0; i < s.n(); i++) {
        mean += (a[0] * s.get(i, 0) + a[1] * s.get(i, 1)) / s.n();
      }
      double moment = 0;
      for (int i = 0; i < s.n(); i++) {
        moment += Math.exp(a[0] * s.get(i, 0) + a[1] * s.get(i, 1) - mean) / s.n();
      }
      double square = a[0] * a[0] + a[1] * a[1];
      assertTrue(moment <= Math.exp(0.5 * k * k * square), k + ", " + moment);
    }
  }

  @Test
  void estimatesOfRectifiersHaveABoundOnTheirRisk() {
    NoisyNetwork network = network(Nonlinearity.RELU, 3, 2);
    Snapshot snapshot = new Snapshot(0, NetworkWeights.random(network, Seed.of(5)), NONE, NONE);
    NoisyChannel channel = snapshot.channel(2, LINE);
    double k = channel.subgaussianConstant().orElseThrow();
    assertEquals(
        2 * PropagationBounds.entropyRisk(2, 0.5, 0, k, 100),
        SamplePropagation.withDefaults().estimate(channel).diagnostics().get("riskBound"),
        1e-9);
  }

  @Test
  void whereWeightsDoNotTellThereIsNone() {
    NoisyNetwork norm =
        new NoisyNetwork(
            ImageShape.vector(1),
            List.of(
                DenseLayer.of(2, Nonlinearity.RELU).withBatchNorm(),
                DenseLayer.of(2, Nonlinearity.RELU)));
    NoisyNetwork relative =
        network(Nonlinearity.RELU, 2, 2).withPerturbation(Perturbation.relativeNoise(0.1));
    NoisyNetwork softmax = network(Nonlinearity.LOG_SOFTMAX, 2, 2);
    for (NoisyNetwork network : List.of(norm, relative, softmax)) {
      Snapshot snapshot = new Snapshot(0, NetworkWeights.random(network, Seed.of(5)), NONE, NONE);
      assertTrue(snapshot.channel(2, LINE).subgaussianConstant().isEmpty(), network.toString());
    }
  }
}
