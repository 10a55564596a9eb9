package io.github.miscope.internal.neighbour.strips;

import io.github.miscope.internal.neighbour.space.CountRule;

/** The points of one strip, in ascending order of Y, and how far their neighbours are counted. */
final class StripPoints {

  /** How many. */
  int count;

  /** Positions in the sorted columns. */
  final int[] positionX;

  final int[] positionY;

  /** For each k the radius within X of each point. */
  final double[][] radiiX;

  /** The same for Y; the same arrays where the rule has one radius. */
  final double[][] radiiY;

  /**
   * Room.
   *
   * @param most the most points of a strip
   * @param ks how many k there are
   */
  StripPoints(int most, int ks, CountRule rule) {
    positionX = new int[most];
    positionY = new int[most];
    radiiX = new double[ks][most];
    radiiY = rule == CountRule.RECTANGLE ? new double[ks][most] : radiiX;
  }
}
