package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.CountSink;
import io.github.miscope.internal.neighbour.space.Space;
import io.github.miscope.internal.neighbour.space.Unscaled;
import io.github.miscope.internal.neighbour.tree.PointTree;
import io.github.miscope.internal.neighbour.tree.TreeNeighbours;
import io.github.miscope.internal.parallel.Blocks;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Neighbour counts by trees over (X, Y), X and Y; a single column is sorted instead. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TreeSearch(
    Kernels kernels, Coordinates x, Coordinates y, CountRule rule, int[] ks, CountSink sink) {

  /** Counts at one scale; cell is the sink's first argument for the first k. */
  void run(double c, int cell) throws InterruptedException {
    int n = x.n();
    boolean rectangle = rule == CountRule.RECTANGLE;
    double[][] boundsX = new double[ks.length][n];
    double[][] boundsY = new double[ks.length][n];
    int most = 1;
    for (int k : ks) {
      most = Math.max(most, k);
    }
    PointTree joint = new PointTree(Space.joint(x, y, c, rule.distance()));
    double[] rowsX = rectangle ? x.rows() : new double[0];
    double[] rowsY = rectangle ? y.rows() : new double[0];
    new TreeNeighbours(
            kernels,
            joint,
            most,
            rectangle,
            (i, nearest) -> {
              for (int a = 0; a < ks.length; a++) {
                double eps = rule.distance().value(nearest.value(ks[a]));
                double epsX = eps;
                double epsY = eps;
                if (rectangle) {
                  epsX = 0;
                  epsY = 0;
                  for (int j = 1; j <= ks[a]; j++) {
                    epsX = Math.max(epsX, x.norm().distance(rowsX, x.d(), i, nearest.tag(j)));
                    epsY = Math.max(epsY, y.norm().distance(rowsY, y.d(), i, nearest.tag(j)));
                  }
                }
                boundsX[a][i] = rule.strict(epsX);
                boundsY[a][i] = Unscaled.bound(rule.strict(epsY), rectangle ? 1 : c);
              }
            })
        .run();
    // The order of each variable's columns, side by side.
    Blocks.both(n, () -> WithinCounts.prepare(x), () -> WithinCounts.prepare(y));
    int[] order =
        IntStream.range(0, ks.length)
            .boxed()
            .sorted(Comparator.comparingInt(a -> ks[a]))
            .mapToInt(a -> a)
            .toArray();
    double[][] ascendingX = ascending(boundsX, order);
    double[][] ascendingY = ascending(boundsY, order);
    int[][] countsX = new int[ks.length][n];
    int[][] countsY = new int[ks.length][n];
    WithinCounts.below(kernels, x, ascendingX, countsX, y, ascendingY, countsY);
    for (int b = 0; b < order.length; b++) {
      for (int i = 0; i < n; i++) {
        sink.accept(cell + order[b], i, countsX[b][i], countsY[b][i]);
      }
    }
  }

  private static double[][] ascending(double[][] bounds, int[] order) {
    return Arrays.stream(order).mapToObj(a -> bounds[a]).toArray(double[][]::new);
  }
}
