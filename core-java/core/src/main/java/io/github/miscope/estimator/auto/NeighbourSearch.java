package io.github.miscope.estimator.auto;

import io.github.miscope.internal.linear.RowOrder;
import io.github.miscope.internal.neighbour.NeighbourCounts;
import io.github.miscope.internal.neighbour.PointValues;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import java.lang.ref.SoftReference;
import org.apache.commons.numbers.gamma.Digamma;

/** The pointwise values of KSG1 on columns, at any number of neighbours. */
final class NeighbourSearch {

  /** Digamma of 0, 1, ...; made once for many estimates, and longer where that is asked for. */
  private static volatile SoftReference<double[]> table = new SoftReference<>(new double[1]);

  private final Coordinates x;
  private final Coordinates y;

  /** The order that values are put into; empty where it is that of the rows. */
  private final int[] order;

  NeighbourSearch(double[][] x, double[][] y) {
    this(new Coordinates(x, DistanceKernel.LINF), new Coordinates(y, DistanceKernel.LINF));
  }

  NeighbourSearch(Coordinates x, Coordinates y, int... order) {
    this.x = x;
    this.y = y;
    this.order = order;
  }

  int n() {
    return x.n();
  }

  /** The values by number of neighbours, in the order of the numbers. */
  double[][] pointwise(int... ks) throws InterruptedException {
    PointValues values = values(x.n(), ks);
    NeighbourCounts.count(x, y, new double[] {1}, CountRule.STRICT, ks, values);
    double[][] pointwise = new double[ks.length][];
    for (int c = 0; c < ks.length; c++) {
      pointwise[c] = values.of(c);
    }
    return order.length == 0 ? pointwise : RowOrder.apply(order, pointwise);
  }

  /** What makes values of counts. */
  static PointValues values(int n, int... ks) {
    double[] psi = digamma(n);
    return new PointValues(
        ks.length,
        n,
        (cell, countX, countY) -> psi[ks[cell]] + psi[n] - (psi[countX + 1] + psi[countY + 1]));
  }

  /** Digamma of 1, ..., n at least, by number. */
  private static double[] digamma(int n) {
    double[] known = table.get();
    if (known != null && known.length > n) {
      return known;
    }
    double[] values = new double[n + 1];
    for (int count = 1; count <= n; count++) {
      values[count] = Digamma.value(count);
    }
    table = new SoftReference<>(values);
    return values;
  }
}
