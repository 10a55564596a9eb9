package io.github.miscope.estimator.auto;

import io.github.miscope.internal.linear.RowOrder;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.internal.neighbour.LeastCounts;
import io.github.miscope.internal.neighbour.PointValues;
import java.util.OptionalDouble;

/** KSG1 (Kraskov, Stoegbauer and Grassberger 2004, equation 8) on columns of normal scores. */
final class NeighbourView {

  static final String ALL_COLUMNS = "KSG on all columns";

  private NeighbourView() {}

  static View of(String name, double[][] x, double[][] y, int k) throws InterruptedException {
    return of(name, new NeighbourSearch(x, y), x.length + y.length, k);
  }

  /**
   * The view of all columns, whose rows are put into an order after the search.
   *
   * @param known what the rows contribute in their own order; empty if that is to be found
   */
  static View ofAll(Scores x, Scores y, int[] order, int k, double... known)
      throws InterruptedException {
    NeighbourSearch search = new NeighbourSearch(x.coordinates(), y.coordinates(), order);
    double[] pointwise =
        known.length == 0
            ? search.pointwise(k)[0]
            : RowOrder.apply(order, new double[][] {known})[0];
    return View.ofNeighbours(ALL_COLUMNS, pointwise, x.d() + y.d()).with(search);
  }

  private static View of(String name, NeighbourSearch search, int dimensions, int k)
      throws InterruptedException {
    return View.ofNeighbours(name, search.pointwise(k)[0], dimensions).with(search);
  }

  /** What the view of all columns is at most, in much less time than it takes, if that suits. */
  static OptionalDouble most(Scores x, Scores y, int k) throws InterruptedException {
    if (!LeastCounts.suits(x.coordinates(), y.coordinates(), k)) {
      return OptionalDouble.empty();
    }
    PointValues pointwise = NeighbourSearch.values(x.n(), k);
    LeastCounts.count(x.coordinates(), y.coordinates(), k, pointwise);
    return OptionalDouble.of(Means.mean(pointwise.of(0)));
  }
}
