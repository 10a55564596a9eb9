package io.github.miscope.neural.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.neural.critic.Critic;
import io.github.miscope.neural.libtorch.Libtorch;
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
          while (batches.hasNext()) {
            try (PointerScope scope = new PointerScope()) {
              int[] rows = IntStream.range(seen, seen + batch).map(i -> order[i]).toArray();
              Tensor x = rows(data.x(), rows);
              Tensor y = rows(data.y(), rows);
              ScoreTensors expected = network.scores(x, y, negatives, none);
              ScoreTensors found = batches.next(none);
              same(expected.joint(), found.joint());
              same(expected.product(), found.product());
            }
            seen += batch;
          }
          assertEquals(n / batch * batch, seen);
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
