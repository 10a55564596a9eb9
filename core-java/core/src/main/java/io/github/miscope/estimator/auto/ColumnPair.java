package io.github.miscope.estimator.auto;

import io.github.miscope.internal.linear.Wishart;
import io.github.miscope.internal.neighbour.order.SortedColumn;
import java.util.Optional;

/**
 * The first two views of one column each, as far as they need no order of rows that looks random:
 * no folds are cut, and no random numbers drawn. Rows are summed up in ascending order of one of
 * the columns, which both have at hand; of which one, their ranks decide, so that neither the order
 * of rows nor that of X and Y changes a bit.
 */
final class ColumnPair {

  private final Scores x;
  private final Scores y;
  private final int n;

  /** Whose order it is. */
  private final SortedColumn order;

  /** The other variable. */
  private final double[] other;

  /**
   * A pair.
   *
   * @param x one column
   * @param y one column that holds the same numbers, each once
   */
  ColumnPair(Scores x, Scores y) throws InterruptedException {
    this.x = x;
    this.y = y;
    n = x.n();
    Scores.sort(x, y);
    boolean byX = isXFirst(x, y);
    order = (byX ? x : y).coordinates().sorted();
    other = (byX ? y : x).columns()[0];
  }

  /** Whether there is a column each, and enough rows for the Gaussian view. */
  static boolean suits(Scores x, Scores y) {
    return x.d() == 1 && y.d() == 1 && GaussianView.suits(2, x.n());
  }

  /**
   * The ranks of Y along X are a permutation, and those of X along Y its inverse: the smaller one
   * comes first. If they are equal, so is whatever is made of them.
   */
  private static boolean isXFirst(Scores x, Scores y) {
    SortedColumn alongX = x.coordinates().sorted();
    SortedColumn alongY = y.coordinates().sorted();
    double[] valuesX = x.columns()[0];
    double[] valuesY = y.columns()[0];
    for (int p = 0; p < valuesX.length; p++) {
      double inX = valuesX[alongY.row(p)];
      double inY = valuesY[alongX.row(p)];
      if (inX != inY) {
        return inY < inX;
      }
    }
    return true;
  }

  /** {@link GaussianView}, where no correlation counts and the copula takes nothing back. */
  Optional<View> gaussian() {
    // The mean of normal scores is zero, but for rounding.
    double squares = 0;
    double products = 0;
    double fourth = 0;
    for (int p = 0; p < n; p++) {
      double score = order.value(p);
      double product = score * other[order.row(p)];
      squares += score * score;
      products += product;
      fourth += product * product;
    }
    double r = Math.abs(products / squares);
    if (!(r <= GaussianView.edge(1, 1, n))) {
      return Optional.empty();
    }
    double wishartBias = Wishart.logDeterminantBias(n, 1) - Wishart.logDeterminantBias(n, 2) / 2;
    double ratio = fourth / squares / squares * n - 2 * r * r;
    double nats = -Math.log((1 - r) * (1 + r)) / 2 - wishartBias * ratio;
    return Optional.of(new View(GaussianView.NAME, nats, new double[n], 0));
  }

  /** {@link NeighbourView}, with what each row contributes in the order of rows. */
  View neighbours(int k) throws InterruptedException {
    double[] pointwise = new NeighbourSearch(x.coordinates(), y.coordinates()).pointwise(k)[0];
    double sum = 0;
    for (int p = 0; p < n; p++) {
      sum += pointwise[order.row(p)];
    }
    return new View(NeighbourView.ALL_COLUMNS, sum / n, pointwise, 2);
  }
}
