package io.github.miscope.estimator.auto;

import io.github.miscope.internal.linear.RowOrder;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.internal.neighbour.LeastCounts;
import io.github.miscope.internal.neighbour.NeighbourCounts;
import io.github.miscope.internal.neighbour.PointValues;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import java.util.OptionalDouble;
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

  /** What the view of all columns is at most, in much less time than it takes, if that suits. */
  static OptionalDouble most(Scores x, Scores y, int k) throws InterruptedException {
    if (!LeastCounts.suits(x.coordinates(), y.coordinates(), k)) {
      return OptionalDouble.empty();
    }
    PointValues pointwise = values(x.n(), k);
    LeastCounts.count(x.coordinates(), y.coordinates(), k, pointwise);
    return OptionalDouble.of(Means.mean(pointwise.of(0)));
  }

  private static double[] pointwise(Coordinates x, Coordinates y, int k)
      throws InterruptedException {
    PointValues pointwise = values(x.n(), k);
    NeighbourCounts.count(x, y, new double[] {1}, CountRule.STRICT, new int[] {k}, pointwise);
    return pointwise.of(0);
  }

  private static PointValues values(int n, int k) {
    double[] psi = new double[n + 1];
    for (int count = 1; count <= n; count++) {
      psi[count] = Digamma.value(count);
    }
    double constant = psi[k] + psi[n];
    return new PointValues(
        1, n, (cell, countX, countY) -> constant - (psi[countX + 1] + psi[countY + 1]));
  }
}
