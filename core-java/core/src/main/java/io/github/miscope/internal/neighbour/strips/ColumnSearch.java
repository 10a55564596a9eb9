package io.github.miscope.internal.neighbour.strips;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.order.SortedColumn;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.CountSink;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Neighbour counts for X and Y of one column each. Strips are cut across the variable that decides
 * which points are near, so that a point finds its neighbours in few of them at every scale.
 */
public final class ColumnSearch {

  /** The fewest points that are worth a strip. */
  private static final int MIN = 8;

  /** Y is cut where it is so many times as wide as X, and not at once, since X is prepared. */
  private static final double WIDER = 2;

  /** Strips are made anew for a scale that wants this many times more or fewer points. */
  private static final double OTHER = 1.4;

  /** Places where a column's values are looked at, to know how far apart they are. */
  private static final int PLACES = 31;

  private final StripQuery query;

  /** How widely Y is spread, X being 1. */
  private final double spread;

  /** That of the last scale. */
  private @Nullable StripSearch search;

  public ColumnSearch(Kernels kernels, SortedColumn x, SortedColumn y, CountRule rule, int[] ks) {
    query = StripQuery.of(kernels, x, y, rule, ks);
    spread = spread(x, y, query.most());
  }

  /** How widely Y is spread, X being 1. */
  static double spread(SortedColumn x, SortedColumn y, int most) {
    double ratio = spacing(y, most) / spacing(x, most);
    return ratio > 0 && ratio < Double.POSITIVE_INFINITY ? ratio : 1;
  }

  /** Whether strips are to be cut across Y, where it is so many times as wide as X. */
  static boolean cutsY(double wide) {
    return wide > WIDER;
  }

  /**
   * How far apart values are between which there are as many points as across a square of
   * neighbours: the median of some places, so that gaps between clusters do not matter.
   */
  private static double spacing(SortedColumn column, int most) {
    int n = column.n();
    int lag = Math.max(1, Math.min(n / 2, (int) Math.sqrt((double) n * most)));
    double[] spacings = new double[Math.min(PLACES, n - lag)];
    for (int q = 0; q < spacings.length; q++) {
      int place = (int) ((long) q * (n - lag) / spacings.length);
      spacings[q] = column.value(place + lag) - column.value(place);
    }
    Arrays.sort(spacings);
    return spacings[spacings.length / 2];
  }

  /**
   * Counts for all points at one scale.
   *
   * @param c the scale: what distances within Y are multiplied by
   * @param cell the sink's first argument for the first k; one more for each following k
   */
  public void count(double c, int cell, CountSink sink) throws InterruptedException {
    double wide = c < Double.POSITIVE_INFINITY ? spread * c : 1;
    boolean cutsY = cutsY(wide);
    double across = across(query.x().n(), query.most(), cutsY ? 1 / wide : wide);
    StripSearch suitable = search;
    if (suitable == null
        || suitable.x() != (cutsY ? query.y() : query.x())
        || isOther(suitable.across(), across)) {
      suitable = new StripSearch(cutsY ? query.swapped() : query, across);
      search = suitable;
    }
    if (cutsY) {
      suitable.count(c, 1, cell, new Swapped(sink));
    } else {
      suitable.count(1, c, cell, sink);
    }
  }

  /**
   * Roughly how many points have an X among those of a point's k neighbours: they are in a square
   * that has k / n of the area of all.
   *
   * @param wide how widely what lies along the strips is spread, what they are cut across being 1
   */
  static double across(int n, int most, double wide) {
    return Math.max(MIN, Math.sqrt((double) n * most * wide));
  }

  private static boolean isOther(double across, double wanted) {
    return across > OTHER * wanted || wanted > OTHER * across;
  }

  /** Takes counts of a search in which X and Y changed places. */
  private record Swapped(CountSink sink) implements CountSink {

    @Override
    public void accept(int cell, int i, int countX, int countY) {
      sink.accept(cell, i, countY, countX);
    }

    @Override
    public void reorder(int cell, int[] points) {
      sink.reorder(cell, points);
    }
  }
}
