package io.github.miscope.neural.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.neural.bound.Bound;
import io.github.miscope.neural.critic.Critic;
import io.github.miscope.neural.libtorch.Libtorch;
import io.github.miscope.neural.training.Training;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

/** Batches that are put together ahead are those that would be put together one by one. */
@SuppressWarnings("try") // Scopes act by being there.
class BatchesTest {

  @Test
  void aheadOrNotScoresAreTheSameToTheBit() {
    Libtorch.require();
    int d = 8;
    // Negatives so many that all batches, some, or one are put together at once.
    check(Critic.concatenated(6), d, 1000, 64, 1);
    check(Critic.concatenated(6), d, 5000, 500, 9);
    check(Critic.concatenated(6), d, 1000, 200, 199);
    check(Critic.separable(), d, 300, 64, 63);
    // A single row is left over; a batch would hold all but one; there are fewer rows than a batch.
    check(Critic.concatenated(6), d, 1001, 100, 3);
    check(Critic.separable(), d, 65, 64, 64);
    check(Critic.concatenated(6), d, 10, 64, 1);
  }

  @Test
  void anEpochHasAllRows() {
    assertEquals(3, Batches.count(10_000, 3334));
    assertEquals(2, Batches.count(6668, 3334));
    assertEquals(2, Batches.count(6669, 3334));
    assertEquals(3, Batches.count(6670, 3334));
    assertEquals(1, Batches.count(100, 3334));
    assertEquals(1, Batches.count(3, 2));
    Libtorch.require();
    Samples samples = Tasks.correlatedGaussians(1, 0.5).sample(10_000, Seed.of(1));
    Training training = Training.sisakMine();
    Split split = Split.of(10_000, training.evaluation(), 0, 1, Seed.of(2));
    try (Data data = new Data(samples, false);
        CriticTraining critic =
            new CriticTraining(
                Bound.donskerVaradhan(), Critic.sisak(), training, data, split, 0, Seed.of(3))) {
      assertEquals(800 * 3, critic.steps());
    }
  }

  private static void check(Critic critic, int d, int n, int batch, int negatives) {
    Samples samples = Tasks.correlatedGaussians(d, 0.5).sample(n, Seed.of(1));
    Dropout none = new Dropout(0, Seed.of(2).generator());
    try (Data data = new Data(samples, false);
        Weights weights = new Weights(Seed.of(3).generator())) {
      Network network = Network.of(critic, d, d, weights);
      try (Batches batches = new Batches(network, data, batch, negatives)) {
        for (boolean reversed : List.of(false, true)) {
          int[] order = IntStream.range(0, n).map(i -> reversed ? n - 1 - i : i).toArray();
          batches.start(order);
          int seen = 0;
          int count = 0;
          while (batches.hasNext()) {
            // All that is left, if it is the last batch; a single row does not stay alone.
            int size = n - seen <= batch + 1 ? n - seen : batch;
            int others = Math.min(negatives, size - 1);
            try (PointerScope scope = new PointerScope()) {
              int[] rows = IntStream.range(seen, seen + size).map(i -> order[i]).toArray();
              Tensor x = rows(data.x(), rows);
              Tensor y = rows(data.y(), rows);
              ScoreTensors expected = network.scores(x, y, others, none);
              ScoreTensors found = batches.next(none);
              same(expected.joint(), found.joint());
              same(expected.product(), found.product());
            }
            seen += size;
            count++;
          }
          assertEquals(n, seen);
          assertEquals(Batches.count(n, batch), count);
        }
      }
    }
  }

  private static Tensor rows(Tensor all, int... rows) {
    return torch.index_select(all, 0, Tensors.indices(rows));
  }

  private static void same(Tensor expected, Tensor found) {
    assertArrayEquals(Tensors.floats(expected.detach()), Tensors.floats(found.detach()));
  }
}
