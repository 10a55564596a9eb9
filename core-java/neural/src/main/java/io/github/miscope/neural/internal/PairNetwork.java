package io.github.miscope.neural.internal;

import io.github.miscope.neural.critic.CriticOutput;
import io.github.miscope.neural.critic.Layers;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** A perceptron on the features of x and of y. */
final class PairNetwork implements Network {

  private final Features ofX;
  private final Features ofY;
  private final Perceptron head;
  private final CriticOutput output;

  PairNetwork(Features ofX, Features ofY, Layers layers, CriticOutput output, Weights weights) {
    this.ofX = ofX;
    this.ofY = ofY;
    this.output = output;
    this.head = new Perceptron(weights, ofX.count() + ofY.count(), layers, 1);
  }

  /** Whether variables are their own features, so that pairs do not change with the weights. */
  boolean isPlain() {
    return ofX.areTheRows() && ofY.areTheRows();
  }

  @Override
  public ScoreTensors evaluate(Tensor x, Tensor y, int negatives) {
    int b = Math.toIntExact(x.size(0));
    Tensor pairs = pairs(ofX.apply(x), ofY.apply(y), b, negatives);
    return parted(head.evaluate(pairs), b);
  }

  @Override
  public Tensor all(Tensor x, Tensor y) {
    long m = x.size(0);
    long b = y.size(0);
    Tensor featuresX = ofX.apply(x).repeat(b, 1);
    Tensor featuresY = ofY.apply(y).repeat_interleave(m, new LongOptional(0), new LongOptional());
    return end(head.evaluate(Tensors.beside(featuresX, featuresY)).view(b, m));
  }

  @Override
  public ScoreTensors scores(Tensor x, Tensor y, int negatives, @Nullable Dropout dropout) {
    int b = Math.toIntExact(x.size(0));
    return scores(pairs(ofX.apply(x), ofY.apply(y), b, negatives), b, dropout);
  }

  /**
   * Features side by side. A batch has negatives + 1 times b rows: first each y with its own x,
   * then with the x that is one row further, and so on.
   *
   * @param x features of the rows of one batch or of several
   * @param y those of Y, of the same rows
   * @param b rows of a batch
   * @param negatives how many other x for each y
   */
  Tensor pairs(Tensor x, Tensor y, int b, int negatives) {
    int batches = Math.toIntExact(x.size(0)) / b;
    int[] rowsX = new int[batches * (negatives + 1) * b];
    int[] rowsY = new int[rowsX.length];
    int at = 0;
    for (int first = 0; first < batches * b; first += b) {
      for (int s = 0; s <= negatives; s++) {
        for (int i = 0; i < b; i++) {
          rowsX[at] = first + (i + s) % b;
          rowsY[at++] = first + i;
        }
      }
    }
    return Tensors.beside(
        torch.index_select(x, 0, Tensors.indices(rowsX)),
        torch.index_select(y, 0, Tensors.indices(rowsY)));
  }

  /** Scores of one batch of {@link #pairs}. */
  ScoreTensors scores(Tensor pairs, int b, @Nullable Dropout dropout) {
    return parted(head.apply(pairs, dropout), b);
  }

  /** The first layer's sums of x, to which those of y are added. */
  Tensor startX(Tensor x) {
    return head.startOf(ofX.apply(x), 0, false);
  }

  /** The first layer's sums of y, with its biases. */
  Tensor startY(Tensor y) {
    return head.startOf(ofY.apply(y), ofX.count(), true);
  }

  /**
   * Scores of some y with all x of a batch.
   *
   * @param startX b rows of {@link #startX}
   * @param startY m rows of {@link #startY}
   * @return m rows of b scores
   */
  Tensor scoresFrom(Tensor startX, Tensor startY, Dropout dropout) {
    long b = startX.size(0);
    long m = startY.size(0);
    Tensor sums = startX.unsqueeze(0).add(startY.unsqueeze(1)).view(m * b, startX.size(1));
    return end(head.applyFrom(sums, dropout).view(m, b));
  }

  /** How many values the hidden layers have for each pair. */
  int hidden() {
    return head.hidden();
  }

  private Tensor end(Tensor scores) {
    return output == CriticOutput.SOFTPLUS ? torch.softplus(scores) : scores;
  }

  private ScoreTensors parted(Tensor ofPairs, int b) {
    Tensor scores = end(ofPairs.view(-1));
    long negatives = scores.size(0) / b - 1;
    TensorVector parts = scores.split_with_sizes(b, negatives * b);
    return new ScoreTensors(parts.get(0), parts.get(1).view(negatives, b).t());
  }
}
