package io.github.miscope.internal.density;

import io.github.miscope.internal.parallel.Blocks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kernel sums by a tree: boxes that are far away are left out, boxes that are narrow and hold many
 * points enter by a series, and the rest point by point. The error of each sum is bounded; where
 * the bound exceeds {@link #TOLERANCE} of the sum (points in thin tails), the sum is made anew,
 * point by point.
 */
final class TreeSums implements KernelSums {

  /** The largest relative error of a sum. */
  private static final double TOLERANCE = 1e-5;

  /** Together, the kernels that are left out are at most e^-20 = 2e-9. */
  private static final double LEFT_OUT = 20;

  /** Sums of 1e5 kernels lose digits by rounding: this part of the sum with the point itself. */
  private static final double ROUNDING = 1e-13;

  /** What a term of a series costs, in kernels. */
  private static final double PRICE_OF_TERM = 0.4;

  private final double[][] columns;
  private final PointTree tree;

  TreeSums(double[][] columns) throws InterruptedException {
    this.columns = columns;
    tree = new PointTree(columns);
  }

  @Override
  public At at(double bandwidth) throws InterruptedException {
    int n = columns[0].length;
    @Nullable HermiteExpansion[] series = series(bandwidth);
    double[] logSums = new double[n];
    double[] meanSquares = new double[n];
    double[] errors = new double[n];
    Blocks.run(
        n,
        64,
        () -> {
          Query query = new Query(bandwidth, series);
          return (from, to) -> {
            for (int t = from; t < to; t++) {
              query.sum(t, logSums, meanSquares, errors);
            }
          };
        });
    double error = 0;
    for (double e : errors) {
      error += e / n;
    }
    return new At(logSums, meanSquares, error);
  }

  /** The series of the largest boxes that are narrow enough, if they have the points to pay. */
  private @Nullable HermiteExpansion[] series(double bandwidth) throws InterruptedException {
    List<Integer> chosen = new ArrayList<>();
    collect(0, bandwidth, chosen);
    @Nullable HermiteExpansion[] series = new HermiteExpansion[tree.nodes()];
    Blocks.run(
        chosen.size(),
        1,
        () ->
            (from, to) -> {
              for (int c = from; c < to; c++) {
                int node = chosen.get(c);
                series[node] = new HermiteExpansion(tree, node, bandwidth);
              }
            });
    return series;
  }

  private void collect(int node, double bandwidth, List<Integer> chosen) {
    int order = HermiteExpansion.order(tree.halfWidth[node], bandwidth);
    double worth = PRICE_OF_TERM * HermiteExpansion.termCount(order, columns.length);
    if (order > 0 && worth < tree.count(node)) {
      chosen.add(node);
    } else if (!tree.isLeaf(node)) {
      collect(node + 1, bandwidth, chosen);
      collect(tree.second[node], bandwidth, chosen);
    }
  }

  /** The sums of one point after the other. */
  private final class Query {
    private final double bandwidth;
    private final double factor;
    private final double farthest;
    private final @Nullable HermiteExpansion[] series;
    private final HermiteExpansion.Evaluation evaluation = new HermiteExpansion.Evaluation();
    private final double[] squares = new double[columns[0].length];
    private double sum;
    private double weighted;
    private double error;

    Query(double bandwidth, @Nullable HermiteExpansion[] series) {
      this.bandwidth = bandwidth;
      this.series = series;
      factor = -0.5 / (bandwidth * bandwidth);
      farthest = (LEFT_OUT + Math.log(columns[0].length)) / -factor;
    }

    void sum(int t, double[] logSums, double[] meanSquares, double[] errors) {
      sum = 0;
      weighted = 0;
      error = 0;
      visit(0, t);
      // The point itself was counted with a kernel of 1 and a distance of 0.
      double others = sum - 1;
      double bound = error + Math.exp(-LEFT_OUT) + ROUNDING * sum;
      int i = tree.order[t];
      if (bound < TOLERANCE * others) {
        logSums[i] = Math.log(others);
        meanSquares[i] = weighted / others;
        errors[i] = -Math.log1p(-bound / others);
      } else {
        DirectSums.sum(columns, i, bandwidth, squares, logSums, meanSquares);
      }
    }

    private void visit(int node, int t) {
      if (squaredDistance(node, t) > farthest) {
        return;
      }
      HermiteExpansion expansion = series[node];
      if (expansion != null) {
        evaluation.evaluate(expansion, tree, t);
        sum += evaluation.sum();
        weighted += evaluation.weighted();
        error += evaluation.error();
      } else if (tree.isLeaf(node)) {
        addPoints(node, t);
      } else {
        visit(node + 1, t);
        visit(tree.second[node], t);
      }
    }

    /** From the point to the nearest side of the node's box. */
    private double squaredDistance(int node, int t) {
      double[] centre = tree.centre[node];
      double[] halfWidth = tree.halfWidth[node];
      double squared = 0;
      for (int j = 0; j < centre.length; j++) {
        double outside = Math.max(0, Math.abs(tree.points[j][t] - centre[j]) - halfWidth[j]);
        squared += outside * outside;
      }
      return squared;
    }

    private void addPoints(int node, int t) {
      int from = tree.from[node];
      int to = tree.to[node];
      for (int j = 0; j < tree.points.length; j++) {
        double[] column = tree.points[j];
        double p = column[t];
        for (int m = from; m < to; m++) {
          double difference = column[m] - p;
          squares[m] = (j == 0 ? 0 : squares[m]) + difference * difference;
        }
      }
      for (int m = from; m < to; m++) {
        if (squares[m] < farthest) {
          double kernel = Math.exp(factor * squares[m]);
          sum += kernel;
          weighted += kernel * squares[m];
        }
      }
    }
  }
}
