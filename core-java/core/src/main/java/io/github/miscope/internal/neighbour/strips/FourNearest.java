package io.github.miscope.internal.neighbour.strips;

/**
 * Up to four smallest of the distances that it is shown, kept without a branch that depends on
 * which is smaller: those are mispredicted every other time, and cost more than all that is
 * computed.
 *
 * <p>Distances are compared by their bits, which are in the same order as long as none is negative.
 */
final class FourNearest {

  /** The most neighbours that can be found. */
  static final int MAX = 4;

  /** The bits of infinity, the largest that may be shown. */
  static final long FARTHEST = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

  /** Below every distance. */
  private static final long NEVER_LEFT = -1;

  private final int most;

  /** With fewer than four neighbours, these are the last. */
  private long first;

  private long second;
  private long third;
  private long fourth;

  /**
   * Room.
   *
   * @param most how many distances are kept, up to {@link #MAX}
   */
  FourNearest(int most) {
    this.most = most;
  }

  /** Forgets all. */
  void clear() {
    first = most < 4 ? NEVER_LEFT : FARTHEST;
    second = most < 3 ? NEVER_LEFT : FARTHEST;
    third = most < 2 ? NEVER_LEFT : FARTHEST;
    fourth = FARTHEST;
  }

  /**
   * Starts with distances that are known.
   *
   * @param known row j holds the (j + 1)-th smallest
   * @param at where in the rows
   */
  void start(double[][] known, int at) {
    clear();
    for (int j = 0; j < most; j++) {
      add(Double.doubleToRawLongBits(known[j][at]));
    }
  }

  /** Puts a distance into its place among the four, and drops the largest. */
  void add(long bits) {
    long left = bits;
    long less = lower(left - first);
    first += less;
    left -= less;
    less = lower(left - second);
    second += less;
    left -= less;
    less = lower(left - third);
    third += less;
    left -= less;
    fourth += lower(left - fourth);
  }

  /** The difference if it is negative, else 0. */
  static long lower(long difference) {
    return difference & difference >> 63;
  }

  /** Whether a distance would be kept. */
  boolean isNear(double distance) {
    return Double.doubleToRawLongBits(distance) < fourth;
  }

  /** The k-th smallest; infinite if so many were not shown. */
  double value(int k) {
    long bits =
        switch (most - k) {
          case 0 -> fourth;
          case 1 -> third;
          case 2 -> second;
          default -> first;
        };
    return Double.longBitsToDouble(bits);
  }
}
