package io.github.miscope.estimator.neighbour;

import io.github.miscope.internal.neighbour.range.RangeCounts;
import io.github.miscope.internal.neighbour.range.RangeSearch;
import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.plan.Cells;

/** The ranges of points of one search, each a cell. */
record RangeCells(RangeSearch search) implements Cells<RangeCounts> {

  @Override
  public int count() {
    return search.ranges();
  }

  @Override
  public RangeCounts row(int cell) {
    try {
      return search.count(cell);
    } catch (InterruptedException e) {
      throw Interrupts.cancelled("a search for neighbours", e);
    }
  }

  @Override
  public String label(int cell) {
    return "range " + cell + " of " + count() + " of the points";
  }
}
