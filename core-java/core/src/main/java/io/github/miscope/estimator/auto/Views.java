package io.github.miscope.estimator.auto;

import io.github.miscope.internal.linear.CrossFit;
import io.github.miscope.internal.linear.RowOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The views of normal scores, simplest first. */
final class Views {

  private static final int FOLDS = 10;
  private static final int MAX_PAIRS = 3;

  /** Learning needs some observations. */
  private static final int MIN_ROWS = 50;

  /** Ridge of the canonical variates, as a multiple of columns / rows. */
  private static final double RIDGE = 3;

  /** A held-out correlation counts from this many standard errors. */
  private static final double SIGNIFICANT = 3;

  private final int[] order;
  private final Scores scoresX;
  private final Scores scoresY;
  private final double[][] x;
  private final double[][] y;
  private final int k;
  private final List<View> views = new ArrayList<>();

  private Views(Scores x, Scores y, int k) {
    this.order = RowOrder.of(x.columns(), y.columns());
    this.scoresX = x;
    this.scoresY = y;
    this.x = x.inOrder(order);
    this.y = y.inOrder(order);
    this.k = k;
  }

  static List<View> of(Scores x, Scores y, int k) throws InterruptedException {
    Views views = new Views(x, y, k);
    views.addAll();
    return views.views.stream().map(view -> view.reordered(views.order)).toList();
  }

  private void addAll() throws InterruptedException {
    GaussianView.of(x, y).ifPresent(views::add);
    if (views.isEmpty() || x.length + y.length <= mostDimensions(x[0].length)) {
      views.add(NeighbourView.of("KSG on all columns", scoresX, scoresY, order, k));
    }
    if (Math.max(x.length, y.length) > 1 && x[0].length >= MIN_ROWS) {
      addProjections("canonical", Features.linear(x), Features.linear(y));
      double[][] quadraticX = Features.quadratic(x);
      double[][] quadraticY = Features.quadratic(y);
      if (quadraticX.length > 0 && quadraticY.length > 0) {
        addProjections("quadratic", quadraticX, quadraticY);
      }
    }
  }

  /**
   * Where neighbours stop being near: of n points that fill d dimensions, the nearest is at about
   * n^(-1/d) of their spread, at 2 log2 n dimensions at 0.7 of it. From there on distances tell
   * little but the size of the whole vector, and KSG takes shared sizes for more than they say: 0.3
   * nats too high for two Student vectors of 40 dimensions and 5 degrees of freedom, n = 1000.
   */
  private static int mostDimensions(int n) {
    return (int) (2 * Math.log(n) / Math.log(2));
  }

  /**
   * KSG on the 1, 2, ... leading pairs of cross-fitted canonical variates. By the data-processing
   * inequality no function of X and of Y shows more than I(X;Y), if the rows that it is evaluated
   * on did not help to choose it.
   *
   * <p>Several pairs of held-out variates may also show the fold of a row (one of 25 columns each,
   * n = 10000: a third pair that is a function of the first two, other in each fold, brought 0.2
   * nats). One function for all rows cannot, but has seen them; so of the two, which both err
   * upwards, the smaller counts.
   */
  private void addProjections(String kind, double[][] featuresX, double[][] featuresY)
      throws InterruptedException {
    int n = x[0].length;
    CrossFit fit = CrossFit.of(featuresX, featuresY, MAX_PAIRS, FOLDS, RIDGE);
    int significant = fit.pairsAbove(SIGNIFICANT / Math.sqrt(n));
    double[][] u = NormalScores.of(fit.x());
    double[][] v = NormalScores.of(fit.y());
    for (int pairs = 1; pairs <= significant; pairs++) {
      // A variable of no more dimensions than that is better left whole.
      if (pairs < Math.max(x.length, y.length)) {
        String name = "KSG on " + pairs + " " + kind + (pairs == 1 ? " pair" : " pairs");
        View heldOut = NeighbourView.of(name, leading(u, x, pairs), leading(v, y, pairs), k);
        if (pairs == 1 || pairs >= Math.min(x.length, y.length)) {
          views.add(heldOut);
        } else {
          double[][] commonU = leading(NormalScores.of(fit.commonX()), x, pairs);
          double[][] commonV = leading(NormalScores.of(fit.commonY()), y, pairs);
          View common = NeighbourView.of(name, commonU, commonV, k);
          views.add(common.nats() < heldOut.nats() ? common : heldOut);
        }
      }
    }
  }

  private static double[][] leading(double[][] variates, double[][] columns, int pairs) {
    return pairs < columns.length ? Arrays.copyOf(variates, pairs) : columns;
  }
}
