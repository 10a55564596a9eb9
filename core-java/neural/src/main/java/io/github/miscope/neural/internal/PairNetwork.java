package io.github.miscope.neural.internal;

import io.github.miscope.neural.critic.Layers;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** A perceptron on the features of x and of y. */
final class PairNetwork implements Network {

  private final Features ofX;
  private final Features ofY;
  private final Perceptron head;

  PairNetwork(Features ofX, Features ofY, Layers layers, Weights weights) {
    this.ofX = ofX;
    this.ofY = ofY;
    this.head = new Perceptron(weights, ofX.count() + ofY.count(), layers, 1);
  }

  @Override
  public ScoreTensors scores(Tensor x, Tensor y, int negatives, @Nullable Dropout dropout) {
    int b = Math.toIntExact(x.size(0));
    Tensor pairs = Tensors.beside(shifted(ofX.apply(x), b, negatives), repeated(y, negatives));
    // Row s: each y with the x that is s rows further, so that row 0 has the observed pairs.
    Tensor scores = head.apply(pairs, dropout).view(negatives + 1L, b);
    Tensor joint = scores.narrow(0, 0, 1).view(-1);
    return new ScoreTensors(joint, scores.narrow(0, 1, negatives).t());
  }

  private Tensor repeated(Tensor y, int negatives) {
    return ofY.apply(y).repeat(negatives + 1L, 1);
  }

  private static Tensor shifted(Tensor features, int b, int negatives) {
    int[] rows = new int[(negatives + 1) * b];
    for (int s = 0; s <= negatives; s++) {
      for (int i = 0; i < b; i++) {
        rows[s * b + i] = (i + s) % b;
      }
    }
    return torch.index_select(features, 0, Tensors.indices(rows));
  }
}
