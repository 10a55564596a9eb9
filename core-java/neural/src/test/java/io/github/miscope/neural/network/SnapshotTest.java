package io.github.miscope.neural.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.activation.BinGrid;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.estimator.propagation.NoisyChannel;
import io.github.miscope.estimator.propagation.SamplePropagation;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.plane.PlanePlan;
import io.github.miscope.plane.PlaneRow;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Layers of a network as channels and as variables. */
class SnapshotTest {

  private static final Score NONE = new Score(0, 0);

  private static Snapshot snapshot(NoisyNetwork network) {
    return new Snapshot(0, NetworkWeights.random(network, Seed.of(1)), NONE, NONE);
  }

  @Test
  void channelsSayWhatTheLayerIs() {
    NetworkPlan plan = Plans.dense(1);
    LabelledData inputs = plan.data().test();
    Snapshot snapshot = snapshot(plan.network());
    NoisyChannel first = snapshot.channel(1, inputs);
    assertEquals(0.05, first.beta());
    assertEquals(6, first.dimension());
    assertEquals(819, first.inputs());
    assertTrue(first.deterministicCentres());
    assertTrue(first.bounded());
    assertFalse(snapshot.channel(2, inputs).deterministicCentres());
    assertFalse(snapshot.channel(3, inputs).bounded());
    assertEquals(0, snapshot.channel(3, inputs).beta());
    assertEquals(0.2, snapshot.withNoise(0.2).channel(2, inputs).beta());
    NoisyNetwork silent = NoisyNetwork.dense(Nonlinearity.RELU, 12, 6, 2);
    assertTrue(snapshot(silent).channel(2, inputs).deterministicCentres());
    NoisyNetwork dropout = silent.withPerturbation(Perturbation.dropout(0.5));
    assertTrue(snapshot(dropout).channel(2, inputs).deterministicCentres());
    IllegalArgumentException vacuous =
        assertThrows(
            IllegalArgumentException.class,
            () -> SamplePropagation.withDefaults().estimate(snapshot(silent).channel(1, inputs)));
    assertTrue(vacuous.getMessage().contains("beta"), vacuous.getMessage());
  }

  /** Noise in proportion to the values is no Gaussian of one variance, whatever is added to it. */
  @Test
  void samplePropagationRefusesRelativeNoise() {
    LabelledData inputs = Plans.dense(1).data().test();
    NoisyNetwork network =
        NoisyNetwork.dense(Nonlinearity.TANH, 12, 6, 3, 2)
            .withPerturbation(Perturbation.relativeNoise(0.1));
    NoisyChannel first = snapshot(network).channel(1, inputs);
    assertTrue(first.hasOtherNoise() && first.deterministicCentres() && first.beta() == 0);
    assertFalse(snapshot(network).channel(3, inputs).hasOtherNoise());
    assertFalse(snapshot(network).channel(3, inputs).deterministicCentres());
    for (NoisyChannel channel : List.of(first, first.withAddedNoise(0.1))) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> SamplePropagation.withDefaults().estimate(channel));
      assertTrue(
          refused.getMessage().contains("noise in proportion to the values"), refused.getMessage());
    }
  }

  /** T of layer 1 is no function of X: its bins do not tell I(X;T). */
  @Test
  void aPlaneKnowsRelativeNoise() {
    NetworkPlan plan =
        NetworkPlan.of(
            NoisyNetwork.dense(Nonlinearity.TANH, 12, 6, 2)
                .withPerturbation(Perturbation.relativeNoise(0.1)),
            NetworkTraining.adam(0.01, 1).withBatch(256),
            Plans.dense(1).data());
    LabelledData inputs = plan.data().test().rows(IntStream.range(0, 60).toArray());
    NetworkActivations source =
        new NetworkActivations("relative", plan.train(), List.of(1), inputs, Seed.of(3));
    PlanePlan plane = PlanePlan.of(source).withBins(new BinGrid.OfWidth(0.1)).withEpochs(1);
    assertTrue(plane.run().binned().get(0).information().isEmpty());
    PlaneRow row =
        plane.withPropagation(SamplePropagation.withDefaults()).withNoise(10).run().rows().get(0);
    assertTrue(
        String.valueOf(row.failure()).contains("noise in proportion to the values"), row::toString);
    PlaneRow seen = PlanePlan.of(source, Presets.gaussianMi()).withEpochs(1).run().rows().get(0);
    Variable t = source.noisyActivations(1, 1);
    assertEquals(
        Presets.gaussianMi().estimate(new Samples(source.inputs(), t)).nats(),
        seen.inputs().orElseThrow().nats());
  }

  /** The loss of log-probabilities is that of the weighted inputs; T differs by their sum. */
  @Test
  void logSoftmaxGivesProbabilities() {
    NetworkPlan plain =
        NetworkPlan.of(
            NoisyNetwork.dense(Nonlinearity.TANH, 12, 6, 2),
            NetworkTraining.adam(0.01, 2).withBatch(256),
            Plans.dense(1).data());
    NoisyNetwork network =
        new NoisyNetwork(
            plain.network().input(),
            List.of(
                plain.network().layer(1),
                plain.network().layer(2).withNonlinearity(Nonlinearity.LOG_SOFTMAX)));
    Snapshot linear = plain.train().last();
    Snapshot own = NetworkPlan.of(network, plain.training(), plain.data()).train().last();
    // Single precision of two epochs of steps.
    assertEquals(linear.test().loss(), own.test().loss(), 1e-4);
    Variable t = own.outputs(plain.data().test());
    for (int i = 0; i < 20; i++) {
      assertEquals(1, Math.exp(t.get(i, 0)) + Math.exp(t.get(i, 1)), 1e-6);
    }
    assertTrue(network.toString().endsWith("2 log-softmax"), network.toString());
  }

  /** Blocks of inputs and parts of draws are no matter: 300 draws are three parts. */
  @Test
  void drawsOfAnInputDoNotDependOnThoseBesideIt() {
    for (NetworkPlan plan : List.of(Plans.dense(1), Plans.images(1))) {
      LabelledData inputs = plan.data().training().rows(IntStream.range(0, 40).toArray());
      NoisyChannel channel = snapshot(plan.network()).channel(2, inputs);
      for (int draws : new int[] {1, 3, 300}) {
        Variable all = channel.centres(0, 40, draws, Seed.of(9));
        Variable some = channel.centres(17, 23, draws, Seed.of(9));
        assertEquals(6 * draws, some.n());
        for (int j = 0; j < all.d(); j++) {
          assertArrayEquals(
              java.util.Arrays.copyOfRange(all.column(j), 17 * draws, 23 * draws), some.column(j));
        }
      }
    }
  }

  /**
   * S of layer 2 is w tanh(w x + b + Z) + b; with linear layers its variance over draws is beta^2
   * |w|^2, here within 5 standard errors, 5 sqrt(2 / 100000), but for 6 seeds in 10^7.
   */
  @Test
  void noiseComesFromTheLayersBelowOnly() {
    NoisyNetwork network = NoisyNetwork.dense(Nonlinearity.LINEAR, 3, 4, 1).withNoise(0.3);
    LabelledData inputs =
        LabelledData.of(ImageShape.vector(3), new float[] {1, 2, 3, -1, 0, 1}, new int[2], 2);
    Snapshot snapshot = snapshot(network);
    int draws = 100_000;
    double[] s = snapshot.channel(2, inputs).centres(1, 2, draws, Seed.of(4)).column(0);
    double centre = snapshot.activations(2, inputs).get(1, 0);
    double norm = 0;
    for (float w : snapshot.weights().matrix(2)[0]) {
      norm += w * w;
    }
    double sum = 0;
    double squares = 0;
    for (double value : s) {
      sum += value - centre;
      squares += (value - centre) * (value - centre);
    }
    double variance = 0.09 * norm;
    assertEquals(0, sum / draws, 5 * Math.sqrt(variance / draws));
    assertEquals(1, squares / draws / variance, 5 * Math.sqrt(2.0 / draws));
    assertEquals(
        snapshot.channel(1, inputs).centres(0, 2, 2, Seed.of(4)).column(3)[0],
        snapshot.activations(1, inputs).get(0, 3));
  }

  @Test
  void noisyActivationsAreCentresAndNoise() {
    NetworkPlan plan = Plans.dense(1);
    Snapshot snapshot = snapshot(plan.network());
    LabelledData inputs = plan.data().test();
    Variable plain = snapshot.activations(1, inputs);
    Variable noisy = snapshot.noisyActivations(1, inputs, Seed.of(1));
    double squares = 0;
    for (int i = 0; i < plain.n(); i++) {
      for (int j = 0; j < plain.d(); j++) {
        squares += Math.pow(noisy.get(i, j) - plain.get(i, j), 2);
      }
    }
    int n = plain.n() * plain.d();
    // A mean of n squares: 5 standard errors of sqrt(2 / n).
    assertEquals(1, squares / n / 0.0025, 5 * Math.sqrt(2.0 / n));
    assertEquals(2, snapshot.outputs(inputs).d());
  }

  @Test
  void imagesAreFlattenedAndPooled() {
    NetworkPlan plan = Plans.images(1);
    Snapshot snapshot = snapshot(plan.network());
    LabelledData inputs = plan.data().test();
    assertEquals(3 * 28 * 28, snapshot.channel(1, inputs).dimension());
    assertEquals(3 * 7 * 7, snapshot.activations(1, inputs).d());
    assertEquals(3 * 7 * 7, snapshot.noisyActivations(1, inputs, Seed.of(1)).d());
  }

  @Test
  void whatIsNotThereIsRefused() {
    Snapshot snapshot = snapshot(Plans.dense(1).network());
    LabelledData inputs = Plans.dense(1).data().test();
    assertThrows(IllegalArgumentException.class, () -> snapshot.channel(4, inputs));
    assertThrows(IllegalArgumentException.class, () -> snapshot.activations(0, inputs));
    assertThrows(
        IllegalArgumentException.class, () -> snapshot.channel(1, Plans.images(1).data().test()));
    assertThrows(
        IllegalArgumentException.class,
        () -> snapshot.channel(1, inputs).centres(0, 820, 1, Seed.of(1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> snapshot.channel(1, inputs).centres(0, 2, 0, Seed.of(1)));
    Thread.currentThread().interrupt();
    assertThrows(
        io.github.miscope.estimator.EstimationInterruptedException.class,
        () -> snapshot.activations(1, inputs));
  }
}
