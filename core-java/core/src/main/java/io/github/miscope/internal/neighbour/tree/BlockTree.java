package io.github.miscope.internal.neighbour.tree;

import io.github.miscope.internal.neighbour.space.Metric;
import io.github.miscope.internal.neighbour.space.Space;
import io.github.miscope.internal.neighbour.space.Tiles;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A k-d tree whose leaves are cut into blocks, which are read when a search first comes to them.
 * Searches of one process share what they have read, as long as there is memory. Points are known
 * by their positions.
 */
final class BlockTree implements SearchTree {

  private static final int LEAF = TreeBoxes.LEAF;

  private final int n;
  private final Metric metric;

  /** Leaves of a block; the last one may have fewer. */
  private final int perBlock;

  /** Lower and upper ends of the boxes. */
  private final List<? extends Supplier<double[]>> ends;

  /** By part, by block: the tiles of the points. */
  private final List<? extends List<? extends Supplier<double[]>>> parts;

  /** By block, by position: the row in the data; empty where nobody asks. */
  private final List<? extends Supplier<double[]>> rows;

  private transient volatile @Nullable Held held;

  /**
   * A tree, and the row of each position.
   *
   * @param tree the tree
   * @param order by position
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Cut(BlockTree tree, int[] order) {}

  private BlockTree(
      TreeBoxes boxes,
      int perBlock,
      List<? extends Supplier<double[]>> ends,
      List<? extends List<? extends Supplier<double[]>>> parts,
      List<? extends Supplier<double[]>> rows) {
    n = boxes.n();
    metric = boxes.metric();
    this.perBlock = perBlock;
    this.ends = ends;
    this.parts = parts;
    this.rows = rows;
  }

  /**
   * Makes a tree.
   *
   * @param perBlock leaves of a block
   * @param ordered whether {@link #row} will be asked for
   * @param wrap makes of a block what travels in its place
   * @throws InterruptedException if the calling thread is interrupted
   */
  static Cut of(Space space, int perBlock, boolean ordered, UnaryOperator<Supplier<double[]>> wrap)
      throws InterruptedException {
    Halves halves = Halves.of(space);
    TreeBoxes boxes = halves.boxes();
    int[] order = halves.order();
    List<List<Supplier<double[]>>> parts = new ArrayList<>();
    for (Space.Factor part : space.parts()) {
      double[][] columns = part.points().columns();
      parts.add(blocks(boxes, perBlock, wrap, (a, b) -> Tiles.data(columns, order, a, b, LEAF)));
    }
    BlockTree tree =
        new BlockTree(
            boxes,
            perBlock,
            List.of(wrap.apply(boxes::low), wrap.apply(boxes::high)),
            List.copyOf(parts),
            ordered ? blocks(boxes, perBlock, wrap, (a, b) -> rows(order, a, b)) : List.of());
    return new Cut(tree, order);
  }

  /** What is told of the positions from one to before another. */
  @FunctionalInterface
  private interface Extract {
    double[] of(int from, int to);
  }

  private static List<Supplier<double[]>> blocks(
      TreeBoxes boxes, int perBlock, UnaryOperator<Supplier<double[]>> wrap, Extract extract) {
    List<Supplier<double[]>> blocks = new ArrayList<>();
    for (int leaf = 0; leaf < boxes.leaves(); leaf += perBlock) {
      int from = leaf * LEAF;
      int to = boxes.end(Math.min(boxes.leaves(), leaf + perBlock) - 1);
      blocks.add(wrap.apply(() -> extract.of(from, to)));
    }
    return List.copyOf(blocks);
  }

  private static double[] rows(int[] order, int from, int to) {
    double[] rows = new double[to - from];
    for (int p = from; p < to; p++) {
      rows[p - from] = order[p];
    }
    return rows;
  }

  Metric metric() {
    return metric;
  }

  /** The number of points. */
  int n() {
    return n;
  }

  /** The number of blocks. */
  int blocks() {
    return parts.get(0).size();
  }

  /** The first leaf of a block. */
  int firstLeaf(int block) {
    return block * perBlock;
  }

  /** The leaf after a block's last. */
  int endLeaf(int block) {
    return Math.min(TreeBoxes.leaves(n), (block + 1) * perBlock);
  }

  @Override
  public TreeBoxes boxes() {
    return held().boxes;
  }

  @Override
  public Tiles tiles(int part, int leaf) {
    return held().tiles(part, leaf / perBlock);
  }

  @Override
  public int tile(int leaf) {
    return leaf % perBlock;
  }

  @Override
  public int point(int position) {
    return position;
  }

  @Override
  public int row(int position) {
    int size = perBlock * LEAF;
    return (int) held().tiles(parts.size(), position / size).data()[position % size];
  }

  /** Copies the coordinates of the point at a position. */
  void copyPoint(int position, double[] out, int at) {
    int size = perBlock * LEAF;
    int to = at;
    for (int p = 0; p < parts.size(); p++) {
      Tiles tiles = tiles(p, position / LEAF);
      tiles.copyPoint(position % size, out, to, 1);
      to += tiles.d();
    }
  }

  private Held held() {
    Held known = held;
    return known == null ? hold() : known;
  }

  private synchronized Held hold() {
    Held known = held;
    if (known == null) {
      known = new Held();
      held = known;
    }
    return known;
  }

  /** What this process has read. */
  private final class Held {

    private final TreeBoxes boxes = new TreeBoxes(metric, n, ends.get(0).get(), ends.get(1).get());

    /** By part and block; rows come after the parts. */
    private final AtomicReferenceArray<@Nullable SoftReference<Tiles>> read =
        new AtomicReferenceArray<>((parts.size() + 1) * blocks());

    Tiles tiles(int part, int block) {
      int at = part * blocks() + block;
      SoftReference<Tiles> reference = read.get(at);
      Tiles known = reference == null ? null : reference.get();
      if (known == null) {
        boolean isPart = part < parts.size();
        double[] data = (isPart ? parts.get(part) : rows).get(block).get();
        int d = isPart ? metric.parts().get(part).d() : 1;
        known = new Tiles(data, boxes.end(endLeaf(block) - 1) - firstLeaf(block) * LEAF, d, LEAF);
        read.set(at, new SoftReference<>(known));
      }
      return known;
    }
  }
}
