package io.github.miscope.neural.internal;

import io.github.miscope.neural.bound.Bound;
import io.github.miscope.neural.bound.Scores;
import io.github.miscope.neural.critic.Critic;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What a critic says of many rows, taken in chunks. */
final class Valuation {

  /** Rows at once where each y meets a few other x. */
  private static final int PAIRS = 2048;

  /**
   * How many other x each y meets then: the spread of the product term is that of the joint one.
   */
  private static final int SHIFTS = 8;

  /** The largest number of values in a chunk's tensors. */
  private static final int LARGEST = 1 << 23;

  private final Network network;
  private final Data data;
  private final boolean allPairs;
  private final int chunk;

  Valuation(Network network, Data data, Bound bound, Critic critic, int batch) {
    this.network = network;
    this.data = data;
    this.allPairs = critic.scoresAllPairs() || bound.comparesWithMany();
    int width = critic.isDensity() ? data.dY() : 1;
    this.chunk = allPairs ? Math.min(batch, (int) Math.sqrt(LARGEST / (double) width)) : PAIRS;
  }

  /** Scores of rows in random order, at least 2. */
  Scores scores(int... rows) {
    int chunks = (rows.length + chunk - 1) / chunk;
    chunks = Math.max(1, Math.min(chunks, rows.length / 2));
    int smallest = rows.length / chunks;
    int negatives = allPairs ? smallest - 1 : Math.min(SHIFTS, smallest - 1);
    double[] joint = new double[rows.length];
    double[][] product = new double[rows.length][negatives];
    for (int c = 0; c < chunks; c++) {
      int from = (int) ((long) c * rows.length / chunks);
      int to = (int) ((long) (c + 1) * rows.length / chunks);
      Tensors.withoutGradient(() -> score(rows, from, to, joint, product));
    }
    return new Scores(joint, product);
  }

  private void score(int[] rows, int from, int to, double[] joint, double[][] product) {
    int[] chosen = java.util.Arrays.copyOfRange(rows, from, to);
    Tensor indices = Tensors.indices(chosen);
    Tensor x = torch.index_select(data.x(), 0, indices);
    Tensor y = torch.index_select(data.y(), 0, indices);
    int negatives = product[from].length;
    ScoreTensors scores = network.evaluate(x, y, negatives);
    float[] joints = Tensors.floats(scores.joint());
    float[] products = Tensors.floats(scores.product());
    int width = products.length / chosen.length;
    for (int i = 0; i < chosen.length; i++) {
      joint[from + i] = joints[i];
      for (int s = 0; s < negatives; s++) {
        product[from + i][s] = products[i * width + s];
      }
    }
  }
}
