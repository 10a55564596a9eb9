package io.github.miscope.internal.neighbour.tree;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.parallel.Blocks;

/**
 * The number of points within a distance, or each of several, of each point, by a {@link
 * PointTree}. The points of a leaf search together, for all distances at once.
 */
public final class TreeCounts {

  private static final int LEAF = TreeBoxes.LEAF;

  private final Kernels kernels;
  private final PointTree tree;
  private final double[][] bounds;
  private final int[][] counts;

  /**
   * A count.
   *
   * @param bounds for each distance and point, the number that joined distances are below; no
   *     smaller for a later distance than for the one before
   * @param counts receives for each distance and point the number of others
   */
  public TreeCounts(Kernels kernels, PointTree tree, double[][] bounds, int[][] counts) {
    this.kernels = kernels;
    this.tree = tree;
    this.bounds = bounds;
    this.counts = counts;
  }

  public void run() throws InterruptedException {
    int leaves = tree.boxes().leaves();
    Blocks.run(
        leaves,
        Math.max(1, Math.min(16, leaves / 32)),
        () -> {
          GroupCounts found = new GroupCounts(kernels, tree, bounds.length);
          QueryGroup group = new QueryGroup(tree.boxes().d());
          return (from, to) -> {
            for (int leaf = from; leaf < to; leaf++) {
              count(leaf, group, found);
            }
          };
        });
  }

  private void count(int leaf, QueryGroup group, GroupCounts found) {
    int first = leaf * LEAF;
    group.take(tree, leaf);
    for (int a = 0; a < bounds.length; a++) {
      double[] reach = found.reach(a);
      for (int q = 0; q < group.size(); q++) {
        reach[q] = bounds[a][tree.point(first + q)];
      }
    }
    found.count(group);
    for (int a = 0; a < bounds.length; a++) {
      for (int q = 0; q < group.size(); q++) {
        counts[a][tree.point(first + q)] = found.found(a, q);
      }
    }
  }
}
