package io.github.miscope.internal.neighbour.range;

/**
 * Neighbour counts by ranges of points, each of which reads those blocks of the data that hold its
 * neighbours. Counts are those of {@link io.github.miscope.internal.neighbour.NeighbourCounts},
 * whatever the ranges.
 */
public interface RangeSearch {

  /** The number of ranges. */
  int ranges();

  /** The first point of a range, in the search's own order. */
  int first(int range);

  /**
   * Counts for the points of a range.
   *
   * @throws InterruptedException if the calling thread is interrupted
   */
  RangeCounts count(int range) throws InterruptedException;
}
