package io.github.miscope.estimator.auto;

import io.github.miscope.internal.linear.RowOrder;
import io.github.miscope.internal.neighbour.NeighbourCounts;
import io.github.miscope.internal.neighbour.PointValues;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import org.apache.commons.numbers.gamma.Digamma;

/** KSG1 (Kraskov, Stoegbauer and Grassberger 2004, equation 8) on columns of normal scores. */
final class NeighbourView {

  private NeighbourView() {}

  static View of(String name, double[][] x, double[][] y, int k) throws InterruptedException {
    double[] pointwise =
        pointwise(
            new Coordinates(x, DistanceKernel.LINF), new Coordinates(y, DistanceKernel.LINF), k);
    return View.ofNeighbours(name, pointwise, x.length + y.length);
  }

  /** The view of all columns, whose rows are put into an order after the search. */
  static View of(String name, Scores x, Scores y, int[] order, int k) throws InterruptedException {
    double[] pointwise = pointwise(x.coordinates(), y.coordinates(), k);
    double[] ordered = RowOrder.apply(order, new double[][] {pointwise})[0];
    return View.ofNeighbours(name, ordered, x.d() + y.d());
  }

  private static double[] pointwise(Coordinates x, Coordinates y, int k)
      throws InterruptedException {
    int n = x.n();
    double[] psi = new double[n + 1];
    for (int count = 1; count <= n; count++) {
      psi[count] = Digamma.value(count);
    }
    double constant = psi[k] + psi[n];
    PointValues pointwise =
        new PointValues(
            1, n, (cell, countX, countY) -> constant - (psi[countX + 1] + psi[countY + 1]));
    NeighbourCounts.count(x, y, new double[] {1}, CountRule.STRICT, new int[] {k}, pointwise);
    return pointwise.of(0);
  }
}
