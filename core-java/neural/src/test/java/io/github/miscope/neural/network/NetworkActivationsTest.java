package io.github.miscope.neural.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.activation.BinGrid;
import io.github.miscope.activation.BinnedLayer;
import io.github.miscope.activation.CosineSimilarities;
import io.github.miscope.activation.PairDistances;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.sample.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A trained network as others see it. */
class NetworkActivationsTest {

  private static final TrainedNetwork NETWORK = Plans.dense(1).train();
  private static final LabelledData INPUTS = NETWORK.plan().data().test();

  private static NetworkActivations of(List<Integer> layers) {
    return new NetworkActivations("dense", NETWORK, layers, INPUTS, Seed.of(3));
  }

  @Test
  void valuesAreThoseOfTheSnapshots() {
    NetworkActivations activations = of(List.of(2, 1));
    assertEquals(NETWORK.snapshots().stream().map(Snapshot::epoch).toList(), activations.epochs());
    assertEquals("layer 2", activations.layerName(2));
    assertEquals(INPUTS.inputs(), activations.inputs());
    assertEquals(INPUTS.classVariable(), activations.labels().orElseThrow());
    Snapshot last = NETWORK.last();
    int epoch = last.epoch();
    assertEquals(last.activations(2, INPUTS), activations.activations(epoch, 2));
    assertEquals(
        last.noisyActivations(2, INPUTS, Seed.of(3)), activations.noisyActivations(epoch, 2));
    assertEquals(0.05, activations.channel(epoch, 1).orElseThrow().beta());
    assertEquals(last.test().accuracy(), activations.scores(epoch).testAccuracy());
    assertEquals(last.training().loss(), activations.scores(epoch).trainingLoss());
  }

  /** At test time a network has no noise: views are of the weights alone. */
  @Test
  void viewsDoNotDependOnTheSeedOfTheNoise() {
    NetworkActivations one = of(List.of(1, 2));
    NetworkActivations two =
        new NetworkActivations("dense", NETWORK, List.of(1, 2), INPUTS, Seed.of(4));
    int epoch = NETWORK.last().epoch();
    assertNotEquals(one.noisyActivations(epoch, 1), two.noisyActivations(epoch, 1));
    CosineSimilarities same =
        CosineSimilarities.of(one.activations(epoch, 1), two.activations(epoch, 1), 10);
    assertEquals(1, same.mean(), 1e-12);
    BinGrid bins = new BinGrid.OfWidth(0.01);
    assertEquals(
        BinnedLayer.of(one.activations(epoch, 2), List.of(bins)),
        BinnedLayer.of(two.activations(epoch, 2), List.of(bins)));
    int[] classes = INPUTS.classVariable().levels();
    assertEquals(
        PairDistances.of(one.activations(epoch, 1), classes, 5, 50, Seed.of(0)),
        PairDistances.of(two.activations(epoch, 1), classes, 5, 50, Seed.of(0)));
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThrows(IllegalArgumentException.class, () -> of(List.of()));
    assertThrows(IllegalArgumentException.class, () -> of(List.of(9)));
    IllegalArgumentException epoch =
        assertThrows(IllegalArgumentException.class, () -> of(List.of(1)).activations(12345, 1));
    assertTrue(epoch.getMessage().startsWith("there is no snapshot of epoch 12345"));
  }
}
