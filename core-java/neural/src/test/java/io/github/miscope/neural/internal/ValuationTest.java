package io.github.miscope.neural.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.neural.bound.Bound;
import io.github.miscope.neural.bound.Scores;
import io.github.miscope.neural.critic.Critic;
import io.github.miscope.neural.libtorch.Libtorch;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bounds that compare each pair with many are valued in whole batches. */
@SuppressWarnings("try") // Scopes act by being there.
class ValuationTest {

  private static final int D = 2;

  @BeforeAll
  static void load() {
    Libtorch.require();
  }

  /** The mean over rows of log b + F(x_i, y_i) - log sum_j exp F(x_j, y_i), j in the batch of i. */
  @Test
  void infoNceComparesWithTheBatch() {
    check(Critic.separable(), Bound.infoNce(), 700, 256);
    check(Critic.separable(), Bound.infoNce(), 512, 256);
    check(Critic.separable(), Bound.infoNce(), 200, 256);
    check(Critic.separable(), Bound.infoNce(), 7, 2);
    check(Critic.concatenated(5), Bound.infoNce(), 130, 64);
    check(Critic.conditionalGaussian(), Bound.leaveOneOut(), 130, 64);
  }

  /** More than 2896 rows of a batch do not fit into one tensor. */
  @Test
  void largeBatchesAreTakenInSlices() {
    check(Critic.separable(), Bound.infoNce(), 4000, 3334);
    check(Critic.conditionalGaussian(), Bound.leaveOneOut(), 3000, 2900);
    check(Critic.concatenated(3), Bound.infoNce(), 2950, 2900);
  }

  @Test
  void theCeilingIsThatOfTheBatch() {
    Samples samples = Tasks.correlatedGaussians(D, 0.5).sample(10_000, Seed.of(1));
    try (Data data = new Data(samples, false);
        Weights weights = new Weights(Seed.of(2).generator())) {
      Network network = Network.of(Critic.separable(), D, D, weights);
      Valuation valuation = new Valuation(network, data, Bound.infoNce(), Critic.separable(), 3334);
      assertEquals(3333, valuation.negatives(10_000));
      assertEquals(99, valuation.negatives(100));
      assertEquals(
          Math.log(3334), Bound.infoNce().ceiling(valuation.negatives(10_000)).orElseThrow());
    }
  }

  private static void check(Critic critic, Bound bound, int n, int batch) {
    Samples samples = Tasks.correlatedGaussians(D, 0.9).sample(n, Seed.of(1));
    int[] rows = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
    try (Data data = new Data(samples, false);
        Weights weights = new Weights(Seed.of(2).generator())) {
      Network network = Network.of(critic, D, D, weights);
      Scores found = new Valuation(network, data, bound, critic, batch).scores(rows);
      int b = Math.min(batch, n);
      assertEquals(b - 1, found.negatives());
      assertEquals(n, found.size());
      double sum = 0;
      for (int from = 0; from < n; from += b) {
        // The last batch has the last b rows.
        int first = Math.min(from, n - b);
        int[] chosen = IntStream.range(first, first + b).map(i -> rows[i]).toArray();
        for (int i = from - first; i < b; i++) {
          double[] row = row(network, data, chosen, i);
          double[] others = new double[b - 1];
          System.arraycopy(row, 0, others, 0, i);
          System.arraycopy(row, i + 1, others, i, b - 1 - i);
          sum +=
              bound.needsDensity()
                  ? row[i] - Scores.logSumExp(others) + Math.log(b - 1)
                  : row[i] - Scores.logSumExp(row) + Math.log(b);
        }
      }
      assertEquals(sum / n, bound.value(found), 1e-4, critic + " " + batch);
    }
  }

  /** Scores of one y with each x of its batch. */
  private static double[] row(Network network, Data data, int[] rows, int i) {
    try (PointerScope scope = new PointerScope()) {
      Tensor x = torch.index_select(data.x(), 0, Tensors.indices(rows));
      Tensor y = torch.index_select(data.y(), 0, Tensors.indices(rows[i]));
      float[] scores = Tensors.floats(network.all(x, y).detach());
      double[] row = new double[scores.length];
      Arrays.setAll(row, j -> scores[j]);
      return row;
    }
  }
}
