package io.github.miscope.internal.neighbour.strips;

import io.github.miscope.internal.neighbour.order.SortedColumn;
import io.github.miscope.internal.neighbour.range.RangeCounts;
import io.github.miscope.internal.neighbour.range.RangeCut;
import io.github.miscope.internal.neighbour.range.RangeSearch;
import io.github.miscope.internal.neighbour.range.SortedBlocks;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.parallel.Interrupts;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Neighbour counts for two variables of one column each, range by range: a search that reads of the
 * points and of the sorted columns only those blocks that hold neighbours of a range. Counts are
 * those of {@link ColumnSearch}, whatever the ranges.
 *
 * @param swapped whether strips are cut across Y, which then is the X of the parts
 * @param strips the points
 * @param x the column that strips are cut across
 * @param y the other column
 * @param cX what distances within X are multiplied by
 * @param cY what distances within Y are multiplied by
 * @param rule which neighbours count
 * @param k the number of joint neighbours
 */
public record StripRangeSearch(
    boolean swapped,
    StripRanges strips,
    SortedBlocks x,
    SortedBlocks y,
    double cX,
    double cY,
    CountRule rule,
    int k)
    implements RangeSearch {

  /**
   * Cuts points into ranges.
   *
   * @param c the scale: what distances within Y are multiplied by, positive and finite
   * @param rule which neighbours count
   * @param k the number of joint neighbours, from 1 to n - 1
   * @param points about how many a range has
   * @param wrap makes of a block what travels in its place
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static RangeCut cut(
      SortedColumn x,
      SortedColumn y,
      double c,
      CountRule rule,
      int k,
      int points,
      UnaryOperator<Supplier<double[]>> wrap)
      throws InterruptedException {
    double wide = ColumnSearch.spread(x, y, k) * c;
    boolean swapped = ColumnSearch.cutsY(wide);
    SortedColumn across = swapped ? y : x;
    SortedColumn along = swapped ? x : y;
    Strips strips =
        new Strips(across, along, ColumnSearch.across(x.n(), k, swapped ? 1 / wide : wide));
    int[] rows = new int[x.n()];
    for (int slot = 0; slot < rows.length; slot++) {
      rows[slot] = along.row(strips.positionY[slot]);
    }
    StripRangeSearch search =
        new StripRangeSearch(
            swapped,
            StripRanges.of(strips, points, rule == CountRule.RECTANGLE ? rows : null, wrap),
            SortedBlocks.of(across, 4 * points, wrap),
            SortedBlocks.of(along, 4 * points, wrap),
            swapped ? c : 1,
            swapped ? 1 : c,
            rule,
            k);
    return new RangeCut(search, rows);
  }

  @Override
  public int ranges() {
    return strips.count();
  }

  @Override
  public int first(int range) {
    return strips.first(range);
  }

  @Override
  public RangeCounts count(int range) throws InterruptedException {
    int points = strips.points(range);
    double[] valuesX = new double[points];
    double[] valuesY = new double[points];
    double[] radiiX = new double[points];
    double[] radiiY = new double[points];
    RangeNeighbours neighbours = new RangeNeighbours(strips, cX, cY, rule, k);
    int first = strips.first(range);
    int firstStrip = range * strips.perRange();
    int endStrip = Math.min(strips.strips(), firstStrip + strips.perRange());
    for (int strip = firstStrip; strip < endStrip; strip++) {
      Interrupts.check();
      for (int slot = strips.firstOf(strip); slot < strips.endOf(strip); slot++) {
        neighbours.find(strip, slot);
        valuesX[slot - first] = neighbours.pointX();
        valuesY[slot - first] = neighbours.pointY();
        radiiX[slot - first] = rule.strict(neighbours.radiusX());
        radiiY[slot - first] = rule.strict(neighbours.radiusY());
      }
    }
    // A rectangle has radii of its own in each variable, which no scale has changed.
    boolean rectangle = rule == CountRule.RECTANGLE;
    int[] countsX = x.count(valuesX, rectangle ? 1 : cX, radiiX);
    int[] countsY = y.count(valuesY, rectangle ? 1 : cY, radiiY);
    return swapped ? new RangeCounts(countsY, countsX) : new RangeCounts(countsX, countsY);
  }
}
