package io.github.miscope.neural.internal;

import io.github.miscope.internal.parallel.Interrupts;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * InfoNCE on a batch of which not all pairs fit into memory at once: the part of some y in the
 * gradient after that of others. What the network does to each variable alone is done once.
 */
final class LargeBatch {

  /** Hidden values of a slice: 8 MB with what is between the layers, which stay in caches. */
  private static final long SLICE = 1 << 19;

  private LargeBatch() {}

  /**
   * What the critic said before it learnt.
   *
   * @param loss the mean over y of log sum exp F(x_j, y_i) - F(x_i, y_i), in nats
   * @param largest the largest score without its sign
   */
  record Outcome(double loss, double largest) {}

  /** Adds the gradient of the loss to that of the weights. */
  @SuppressWarnings("try") // The scope acts by being there.
  static Outcome learn(PairNetwork network, Tensor x, Tensor y, Dropout dropout) {
    int b = Math.toIntExact(x.size(0));
    Tensor startX = network.startX(x);
    Tensor startY = network.startY(y);
    // Copies without history collect the gradients of all slices.
    Tensor leafX = startX.detach().requires_grad_(true);
    Tensor leafY = startY.detach().requires_grad_(true);
    int slice = (int) Math.max(1, SLICE / ((long) b * network.hidden()));
    double loss = 0;
    double largest = 0;
    for (int from = 0; from < b; from += slice) {
      Interrupts.throwIfStopped("a critic");
      try (PointerScope scope = new PointerScope()) {
        int count = Math.min(slice, b - from);
        Tensor all = network.scoresFrom(leafX, leafY.narrow(0, from, count), dropout);
        Tensor part = Objective.partOfInfoNce(all, all.narrow(1, from, count).diagonal(), b);
        part.backward();
        loss += part.item_double();
        largest = Math.max(largest, all.detach().abs().max().item_double());
      }
    }
    startX.mul(leafX.grad()).sum().add(startY.mul(leafY.grad()).sum()).backward();
    return new Outcome(loss, largest);
  }
}
