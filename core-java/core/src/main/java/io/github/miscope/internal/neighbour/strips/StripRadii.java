package io.github.miscope.internal.neighbour.strips;

/**
 * Finds the joint neighbours of the points of a strip, and how far marginal neighbours are counted.
 *
 * <p>A point looks up and down its own strip, then into the strips to the right and left that are
 * near enough. One instance serves one thread.
 */
interface StripRadii {

  /**
   * Radii for the points of a strip.
   *
   * @param strip the strip
   * @param out receives the points and the radii of each
   */
  void find(int strip, StripPoints out);
}
