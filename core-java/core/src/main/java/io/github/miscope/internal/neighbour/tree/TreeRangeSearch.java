package io.github.miscope.internal.neighbour.tree;

import io.github.miscope.internal.neighbour.kernel.KernelChoice;
import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.range.RangeCounts;
import io.github.miscope.internal.neighbour.range.RangeCut;
import io.github.miscope.internal.neighbour.range.RangeSearch;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import io.github.miscope.internal.neighbour.space.Nearest;
import io.github.miscope.internal.neighbour.space.Space;
import io.github.miscope.internal.neighbour.space.Unscaled;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Neighbour counts for variables of several columns, range by range: a block of the leaves of a
 * tree over (X, Y) looks for its joint neighbours in that tree, and its points, which are close to
 * each other in X and in Y, too, are counted in a tree over each variable. Of the trees it reads
 * the blocks that it comes to.
 *
 * @param joint the points of (X, Y)
 * @param divisor what columns of Y in the joint tree were multiplied by
 * @param x the points of X
 * @param normX distance within X
 * @param dX columns of X
 * @param y the points of Y
 * @param normY distance within Y
 * @param dY columns of Y
 * @param c what distances within Y are multiplied by
 * @param rule which neighbours count
 * @param k the number of joint neighbours
 */
public record TreeRangeSearch(
    BlockTree joint,
    double divisor,
    MarginalCounts x,
    DistanceKernel normX,
    int dX,
    MarginalCounts y,
    DistanceKernel normY,
    int dY,
    double c,
    CountRule rule,
    int k)
    implements RangeSearch {

  private static final int LEAF = TreeBoxes.LEAF;

  /**
   * Cuts points into ranges.
   *
   * @param c the scale: what distances within Y are multiplied by, positive and finite
   * @param rule which neighbours count
   * @param k the number of joint neighbours, from 1 to n - 1
   * @param points about how many a range has
   * @param wrap makes of a block what travels in its place
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static RangeCut cut(
      Coordinates x,
      Coordinates y,
      double c,
      CountRule rule,
      int k,
      int points,
      UnaryOperator<Supplier<double[]>> wrap)
      throws InterruptedException {
    int perBlock = Math.max(1, points / LEAF);
    Space space = Space.joint(x, y, c, rule.distance());
    BlockTree.Cut joint = BlockTree.of(space, perBlock, rule == CountRule.RECTANGLE, wrap);
    TreeRangeSearch search =
        new TreeRangeSearch(
            joint.tree(),
            space.parts().size() == 1 ? c : 1,
            MarginalCounts.of(x, perBlock, wrap),
            x.norm(),
            x.d(),
            MarginalCounts.of(y, perBlock, wrap),
            y.norm(),
            y.d(),
            c,
            rule,
            k);
    return new RangeCut(search, joint.order());
  }

  @Override
  public int ranges() {
    return joint.blocks();
  }

  @Override
  public int first(int range) {
    return joint.firstLeaf(range) * LEAF;
  }

  @Override
  public RangeCounts count(int range) throws InterruptedException {
    int firstLeaf = joint.firstLeaf(range);
    int endLeaf = joint.endLeaf(range);
    int first = first(range);
    int points = joint.boxes().end(endLeaf - 1) - first;
    int d = dX + dY;
    // As many pairs as a search in a tree looks at; see Engine.
    Kernels kernels = KernelChoice.forWork(points * Math.min(joint.n(), 16 * Math.pow(2, d)) * d);
    double[] boundsX = new double[points];
    double[] boundsY = new double[points];
    boolean rectangle = rule == CountRule.RECTANGLE;
    new TreeNeighbours(
            kernels,
            joint,
            k,
            rectangle,
            (position, nearest) -> {
              double epsX = rule.distance().value(nearest.value(k));
              double epsY = epsX;
              if (rectangle) {
                double[] sides = rectangle(position, nearest);
                epsX = sides[0];
                epsY = sides[1];
              }
              boundsX[position - first] = rule.strict(epsX);
              boundsY[position - first] = Unscaled.bound(rule.strict(epsY), rectangle ? 1 : c);
            })
        .run(firstLeaf, endLeaf);
    double[] rowsX = new double[points * dX];
    double[] rowsY = new double[points * dY];
    double[] both = new double[d];
    for (int p = 0; p < points; p++) {
      copyPoint(first + p, both);
      System.arraycopy(both, 0, rowsX, p * dX, dX);
      System.arraycopy(both, dX, rowsY, p * dY, dY);
    }
    return new RangeCounts(x.below(kernels, rowsX, boundsX), y.below(kernels, rowsY, boundsY));
  }

  /** The largest distances within X and within Y to the neighbours of a point. */
  private double[] rectangle(int position, Nearest nearest) {
    double[] own = new double[dX + dY];
    double[] other = new double[dX + dY];
    double[] x = new double[2 * dX];
    double[] y = new double[2 * dY];
    copyPoint(position, own);
    System.arraycopy(own, 0, x, 0, dX);
    System.arraycopy(own, dX, y, 0, dY);
    double[] sides = new double[2];
    for (int j = 1; j <= k; j++) {
      copyPoint(nearest.tag(j), other);
      System.arraycopy(other, 0, x, dX, dX);
      System.arraycopy(other, dX, y, dY, dY);
      sides[0] = Math.max(sides[0], normX.distance(x, dX, 0, 1));
      sides[1] = Math.max(sides[1], normY.distance(y, dY, 0, 1));
    }
    return sides;
  }

  /** Copies the coordinates of a point: X, then Y. */
  private void copyPoint(int position, double[] out) {
    joint.copyPoint(position, out, 0);
    for (int j = dX; j < out.length; j++) {
      // Multiplied only where no bit was lost.
      out[j] /= divisor;
    }
  }
}
