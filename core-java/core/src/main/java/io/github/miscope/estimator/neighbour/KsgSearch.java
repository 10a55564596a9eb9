package io.github.miscope.estimator.neighbour;

import io.github.miscope.internal.neighbour.NeighbourCounts;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.CountSink;

/** Where the neighbours of an estimation are counted. */
@FunctionalInterface
interface KsgSearch {

  /**
   * Counts for all points, scales and k, as {@link NeighbourCounts#count}.
   *
   * @param replicate which of the replicates of an estimation, from 0
   * @param replicates how many there are
   */
  void count(
      int replicate,
      int replicates,
      Coordinates x,
      Coordinates y,
      double[] scales,
      CountRule rule,
      int[] ks,
      CountSink sink)
      throws InterruptedException;

  /** On threads of this process. */
  static void here(
      int replicate,
      int replicates,
      Coordinates x,
      Coordinates y,
      double[] scales,
      CountRule rule,
      int[] ks,
      CountSink sink)
      throws InterruptedException {
    NeighbourCounts.count(x, y, scales, rule, ks, sink);
  }
}
