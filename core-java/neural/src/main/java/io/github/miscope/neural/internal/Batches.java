package io.github.miscope.neural.internal;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The batches of an epoch, one after the other; they hold every row of it. The last one is shorter
 * where rows are left over. A single row has no other x to be compared with, and joins the batch
 * before it.
 *
 * <p>Where a critic looks at pairs as they are, the pairs of many batches are put together at once:
 * a batch is then a part of a tensor that is there.
 */
final class Batches implements AutoCloseable {

  /** About as many values are put together at once: 2 MB, which stay in a core's caches. */
  private static final int AHEAD = 1 << 19;

  /** Pairs of a batch from which on it is large. */
  private static final int LARGE = 1 << 19;

  private final Network network;
  private final Data data;
  private final int batch;
  private final int negatives;
  private final @Nullable PairNetwork ofPairs;
  private final int ahead;

  private Tensor epochX;
  private Tensor epochY;
  private Tensor pairs;
  private int rows;
  private int position;
  private int firstAhead;
  private int lastAhead;

  /** How many batches an epoch has. */
  static int count(int rows, int batch) {
    return Math.max(1, rows / batch + (rows % batch > 1 ? 1 : 0));
  }

  /**
   * Without batches until an epoch is started.
   *
   * @param batch rows of a batch
   * @param negatives how many other x for each y; all others of the batch where these are fewer
   */
  @SuppressWarnings("try") // The scope acts by being there.
  Batches(Network network, Data data, int batch, int negatives) {
    this.network = network;
    this.data = data;
    this.batch = batch;
    this.negatives = negatives;
    ofPairs = network instanceof PairNetwork plain && plain.isPlain() ? plain : null;
    double values = Math.min(negatives + 1.0, batch) * batch * (data.dX() + data.dY());
    ahead = (int) Math.max(1, AHEAD / values);
    try (PointerScope scope = new PointerScope()) {
      epochX = Tensors.keep(data.x().narrow(0, 0, 0));
      epochY = Tensors.keep(data.y().narrow(0, 0, 0));
      pairs = Tensors.keep(data.x().narrow(0, 0, 0));
    }
  }

  /** Whether another batch is left of the epoch. */
  boolean hasNext() {
    return position < rows;
  }

  /** The rows of the batch at a position. */
  private int size(int from) {
    int left = rows - from;
    return left == batch + 1 ? left : Math.min(left, batch);
  }

  private int negatives(int size) {
    return Math.min(negatives, size - 1);
  }

  /** Starts an epoch on rows in the given order. */
  @SuppressWarnings("try") // The scope acts by being there.
  void start(int... order) {
    try (PointerScope scope = new PointerScope()) {
      Tensor indices = Tensors.indices(order);
      Tensors.release(epochX);
      Tensors.release(epochY);
      epochX = Tensors.keep(torch.index_select(data.x(), 0, indices));
      epochY = Tensors.keep(torch.index_select(data.y(), 0, indices));
    }
    rows = order.length;
    position = 0;
    firstAhead = 0;
    lastAhead = 0;
  }

  /**
   * Whether batches have so many pairs that they are better taken some y at a time: all pairs of a
   * batch of 3334 with 30 hidden values each would need some 5 GB with their gradients.
   */
  boolean areLarge() {
    return network instanceof PairNetwork
        && Math.min(negatives + 1L, batch) * Math.min(batch, rows) > LARGE;
  }

  /** The rows of the next batch, x first; they belong to the caller's scope. */
  Tensor[] nextRows() {
    int from = position;
    int size = size(from);
    position += size;
    return new Tensor[] {epochX.narrow(0, from, size), epochY.narrow(0, from, size)};
  }

  /** What the critic says of the next batch; belongs to the caller's scope. */
  ScoreTensors next(Dropout dropout) {
    int from = position;
    int size = size(from);
    position += size;
    if (ofPairs == null) {
      Tensor x = epochX.narrow(0, from, size);
      Tensor y = epochY.narrow(0, from, size);
      return network.scores(x, y, negatives(size), dropout);
    }
    if (from >= lastAhead) {
      lookAhead(ofPairs, from, size);
    }
    long each = (negatives(size) + 1L) * size;
    Tensor own = pairs.narrow(0, (from - firstAhead) / size * each, each);
    return ofPairs.scores(own, size, dropout);
  }

  /** Puts the pairs of a batch together, and those of following batches of the same size. */
  @SuppressWarnings("try") // The scope acts by being there.
  private void lookAhead(PairNetwork network, int from, int size) {
    int count = 1;
    while (count < ahead && from + count * size < rows && size(from + count * size) == size) {
      count++;
    }
    try (PointerScope scope = new PointerScope()) {
      Tensor x = epochX.narrow(0, from, (long) count * size);
      Tensor y = epochY.narrow(0, from, (long) count * size);
      Tensors.release(pairs);
      pairs = Tensors.keep(network.pairs(x, y, size, negatives(size)));
    }
    firstAhead = from;
    lastAhead = from + count * size;
  }

  @Override
  public void close() {
    Tensors.release(epochX);
    Tensors.release(epochY);
    Tensors.release(pairs);
  }
}
