package io.github.miscope.neural.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    assertEquals(last.noisyActivations(2, INPUTS, Seed.of(3)), activations.activations(epoch, 2));
    assertEquals(0.05, activations.channel(epoch, 1).orElseThrow().beta());
    assertEquals(last.test().accuracy(), activations.scores(epoch).testAccuracy());
    assertEquals(last.training().loss(), activations.scores(epoch).trainingLoss());
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
