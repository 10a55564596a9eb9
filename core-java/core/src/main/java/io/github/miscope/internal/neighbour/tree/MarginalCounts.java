package io.github.miscope.internal.neighbour.tree;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.range.SortedBlocks;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.Space;
import io.github.miscope.internal.parallel.Blocks;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Counts of points within one variable, for points that lie close to each other 64 by 64. */
interface MarginalCounts {

  /**
   * For each of some points the number of others that are nearer than a bound.
   *
   * @param rows the points, value by value, point by point; points of the variable
   * @param bounds for each
   * @throws InterruptedException if the calling thread is interrupted
   */
  int[] below(Kernels kernels, double[] rows, double[] bounds) throws InterruptedException;

  /**
   * Cuts a variable into blocks.
   *
   * @param perBlock leaves of a tree's block
   * @param wrap makes of a block what travels in its place
   * @throws InterruptedException if the calling thread is interrupted
   */
  static MarginalCounts of(Coordinates points, int perBlock, UnaryOperator<Supplier<double[]>> wrap)
      throws InterruptedException {
    if (points.d() == 1) {
      int size = perBlock * TreeBoxes.LEAF;
      return new InColumn(SortedBlocks.of(points.sorted(), size, wrap));
    }
    return new InTree(BlockTree.of(Space.of(points), perBlock, false, wrap).tree());
  }

  /**
   * In one column.
   *
   * @param column in ascending order
   */
  record InColumn(SortedBlocks column) implements MarginalCounts {

    @Override
    public int[] below(Kernels kernels, double[] rows, double[] bounds)
        throws InterruptedException {
      return column.count(rows, 1, bounds);
    }
  }

  /**
   * In several columns.
   *
   * @param tree their points
   */
  record InTree(BlockTree tree) implements MarginalCounts {

    @Override
    public int[] below(Kernels kernels, double[] rows, double[] bounds)
        throws InterruptedException {
      int[] counts = new int[bounds.length];
      int groups = TreeBoxes.leaves(bounds.length);
      Blocks.run(
          groups,
          Math.max(1, Math.min(16, groups / 32)),
          () -> {
            GroupCounts found = new GroupCounts(kernels, tree, 1);
            QueryGroup group = new QueryGroup(tree.boxes().d());
            return (from, to) -> {
              for (int g = from; g < to; g++) {
                int first = g * TreeBoxes.LEAF;
                int size = Math.min(TreeBoxes.LEAF, counts.length - first);
                group.take(rows, first, size);
                System.arraycopy(bounds, first, found.reach(0), 0, size);
                found.count(group);
                for (int q = 0; q < size; q++) {
                  counts[first + q] = found.found(0, q);
                }
              }
            };
          });
      return counts;
    }
  }
}
