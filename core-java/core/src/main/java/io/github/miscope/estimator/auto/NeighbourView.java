package io.github.miscope.estimator.auto;

import io.github.miscope.internal.mean.Means;
import io.github.miscope.internal.neighbour.LeastCounts;
import io.github.miscope.internal.neighbour.PointValues;
import java.util.OptionalDouble;

/** KSG1 (Kraskov, Stoegbauer and Grassberger 2004, equation 8) on columns of normal scores. */
final class NeighbourView {

  private NeighbourView() {}

  static View of(String name, double[][] x, double[][] y, int k) throws InterruptedException {
    return of(name, new NeighbourSearch(x, y), x.length + y.length, k);
  }

  /** The view of all columns, whose rows are put into an order after the search. */
  static View of(String name, Scores x, Scores y, int[] order, int k) throws InterruptedException {
    return of(name, new NeighbourSearch(x.coordinates(), y.coordinates(), order), x.d() + y.d(), k);
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
