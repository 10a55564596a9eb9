package io.github.miscope.internal.neighbour.kernel;

import io.github.miscope.internal.neighbour.space.QuantisedColumns;

/**
 * A bound that the codes of a row are counted below, in one variable, and what is found. Serves one
 * thread.
 */
public final class QuantisedCount {

  /** Less than the largest int, so that sums with the numbers of a few units do not overflow. */
  private static final int LIMIT = Integer.MAX_VALUE - 8;

  private final int[] points;
  private int low;
  private int high;
  private int count;
  private int open;

  /**
   * Room for what is found.
   *
   * @param n points in a row
   */
  public QuantisedCount(int n) {
    points = new int[n + Kernels.PADDING];
  }

  /** Sets the bound, in units of the codes and not negative; nothing is found yet. */
  public void bound(double inUnits) {
    // Rounded down: two units more are not negative.
    low = Math.min(LIMIT, (int) (inUnits - QuantisedColumns.MARGIN + 2)) - 2;
    high = Math.min(LIMIT, (int) (inUnits + QuantisedColumns.MARGIN));
    count = 0;
    open = 0;
  }

  /** The largest code that is below the bound for sure, or less than 0. */
  public int low() {
    return low;
  }

  /** The largest code that leaves open whether the distance is below the bound. */
  public int high() {
    return high;
  }

  /** Takes in points with codes that are not above the low one. */
  public void add(int more) {
    count += more;
  }

  /** How many points have a code that is not above the low one. */
  public int count() {
    return count;
  }

  /** The points that are left open, in any order; those behind have no meaning. */
  public int[] points() {
    return points;
  }

  /** How many points are left open. */
  public int open() {
    return open;
  }

  /** Takes in how many points are left open, those known before among them. */
  public void open(int points) {
    open = points;
  }
}
