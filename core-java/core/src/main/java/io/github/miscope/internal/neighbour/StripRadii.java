package io.github.miscope.internal.neighbour;

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
   * @param radiiX receives, for each k, the radius within X of each point of the strip
   * @param radiiY the same for Y; may be the same arrays where the rule has one radius
   */
  void find(int strip, double[][] radiiX, double[][] radiiY);
}
