package io.github.miscope.neural.internal;

import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.neural.bound.Bound;
import io.github.miscope.neural.bound.Scores;
import io.github.miscope.neural.critic.Critic;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What a critic says of many rows, taken in chunks.
 *
 * <p>Where the bound compares each pair with many, a chunk is a batch, so that the value's ceiling
 * is that of the batch: each y meets all other x of its batch. The last batch of rows begins
 * earlier where rows are left over, and their y meet as many x as others do.
 */
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
  private final boolean comparesWithMany;
  private final boolean allPairs;
  private final int batch;
  private final int width;
  private final int chunk;

  Valuation(Network network, Data data, Bound bound, Critic critic, int batch) {
    this.network = network;
    this.data = data;
    this.comparesWithMany = bound.comparesWithMany();
    this.allPairs = critic.scoresAllPairs();
    this.batch = batch;
    this.width = critic.isDensity() ? data.dY() : 1;
    this.chunk = allPairs ? Math.min(batch, (int) Math.sqrt(LARGEST / (double) width)) : PAIRS;
  }

  /** How many other x each y meets among so many rows. */
  int negatives(int rows) {
    if (comparesWithMany) {
      return Math.min(batch, rows) - 1;
    }
    int smallest = rows / chunks(rows);
    return allPairs ? smallest - 1 : Math.min(SHIFTS, smallest - 1);
  }

  private int chunks(int rows) {
    return Math.max(1, Math.min((rows + chunk - 1) / chunk, rows / 2));
  }

  /** Scores of rows in random order, at least 2. */
  Scores scores(int... rows) {
    if (comparesWithMany) {
      return batchwise(rows);
    }
    int chunks = chunks(rows.length);
    int negatives = negatives(rows.length);
    double[] joint = new double[rows.length];
    double[][] product = new double[rows.length][negatives];
    for (int c = 0; c < chunks; c++) {
      Interrupts.throwIfStopped("a critic");
      int from = (int) ((long) c * rows.length / chunks);
      int to = (int) ((long) (c + 1) * rows.length / chunks);
      Tensors.withoutGradient(() -> score(rows, from, to, joint, product));
    }
    return new Scores(joint, product);
  }

  private void score(int[] rows, int from, int to, double[] joint, double[][] product) {
    int[] chosen = Arrays.copyOfRange(rows, from, to);
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

  private Scores batchwise(int... rows) {
    int b = Math.min(batch, rows.length);
    double[] joint = new double[rows.length];
    double[] logSums = new double[rows.length];
    for (int from = 0; from < rows.length; from += b) {
      Interrupts.throwIfStopped("a critic");
      int first = Math.min(from, rows.length - b);
      int skipped = from - first;
      Tensors.withoutGradient(
          () -> {
            Tensor indices = Tensors.indices(Arrays.copyOfRange(rows, first, first + b));
            Tensor x = torch.index_select(data.x(), 0, indices);
            Tensor y = torch.index_select(data.y(), 0, indices);
            compare(x, y, skipped, first, joint, logSums);
          });
    }
    return Scores.summed(joint, logSums, b - 1);
  }

  /** The y of a batch with all its x: at once, or a few y at a time where memory would be large. */
  private void compare(
      Tensor x, Tensor y, int skipped, int first, double[] joint, double[] logSums) {
    int b = Math.toIntExact(x.size(0));
    int slice = (int) Math.max(1, Math.min(b, LARGEST / ((long) b * width)));
    if (slice == b) {
      ScoreTensors scores = network.evaluate(x, y, b - 1);
      float[] joints = Tensors.floats(scores.joint());
      float[] products = Tensors.floats(scores.product());
      for (int i = skipped; i < b; i++) {
        joint[first + i] = joints[i];
        logSums[first + i] = Scores.logSumExp(others(products, i * (b - 1), b - 1, -1));
      }
      return;
    }
    for (int from = skipped; from < b; from += slice) {
      Interrupts.throwIfStopped("a critic");
      int count = Math.min(slice, b - from);
      int start = from;
      Tensors.withoutGradient(
          () -> {
            float[] all = Tensors.floats(network.all(x, y.narrow(0, start, count)));
            for (int i = 0; i < count; i++) {
              int own = start + i;
              joint[first + own] = all[i * b + own];
              logSums[first + own] = Scores.logSumExp(others(all, i * b, b, own));
            }
          });
    }
  }

  /** Values of a row as doubles, without one of them. */
  private static double[] others(float[] values, int from, int count, int without) {
    double[] others = new double[without < 0 ? count : count - 1];
    int at = 0;
    for (int j = 0; j < count; j++) {
      if (j != without) {
        others[at++] = values[from + j];
      }
    }
    return others;
  }
}
