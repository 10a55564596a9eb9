package io.github.miscope.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.critic.Layers;
import io.github.miscope.neural.data.Spirals;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.training.Budget;
import io.github.miscope.neural.training.SnapshotEpochs;
import io.github.miscope.neural.training.Training;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Absurd sizes are refused at once, by a message that names the option. */
class NeuralLimitsTest {

  private static final int MAX = Integer.MAX_VALUE;

  private static DynamicTest refused(String option, Executable use) {
    return DynamicTest.dynamicTest(
        option,
        () -> {
          String message = assertThrows(IllegalArgumentException.class, use).getMessage();
          assertTrue(message.contains(option), message);
        });
  }

  @TestFactory
  Stream<DynamicTest> sizesAreLimited() {
    Samples samples = Tasks.correlatedGaussians(1000, 0.1).sample(30, Seed.of(1));
    return Stream.of(
        refused("widths=[100000, 100000]", () -> Layers.of(100_000, 100_000)),
        refused("widths=[65536, 65536]", () -> Layers.of(1 << 16, 1 << 16)),
        refused("width", () -> Layers.of(MAX)),
        // The columns of X and Y count, too.
        refused(
            "inputs=2000",
            () ->
                NeuralPresets.mine()
                    .withCritic(NeuralPresets.mine().critic().withWidths(100_000))
                    .estimate(samples)),
        refused("step=1, last=" + MAX, () -> SnapshotEpochs.every(1, MAX)),
        refused("count", () -> SnapshotEpochs.logSpaced(MAX, MAX)),
        refused("members", () -> Training.withDefaults().withMembers(MAX)),
        refused("epochs=" + MAX, () -> new Budget(MAX, Budget.Unit.EPOCHS).steps(2)),
        refused("channels * height * width", () -> new ImageShape(3, 1 << 16, 1 << 16)),
        refused("weights", () -> NoisyNetwork.dense(Nonlinearity.TANH, 10, 100_000, 100_000, 2)),
        refused("n=" + MAX, () -> Spirals.of(MAX, 3, 1, 0, Seed.of(1))));
  }

  /** The last epoch but one step is near the largest whole number. */
  @Test
  void epochsDoNotOverflow() {
    int step = 1_500_000_000;
    assertEquals(List.of(step), SnapshotEpochs.every(step, MAX).epochs());
  }
}
