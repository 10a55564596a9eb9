package io.github.miscope.internal.neighbour;

/**
 * Distances to up to four joint neighbours, found without a branch that depends on which point is
 * nearer: those are mispredicted every other time, and cost more than all that is computed.
 *
 * <p>Distances are compared by their bits, which are in the same order as long as none is negative.
 */
final class FewNearest implements StripRadii {

  /** The most neighbours that can be found. */
  static final int MOST = 4;

  /** Points of a strip next to the own one that are looked at without asking. */
  private static final int AROUND = 4;

  private static final long FARTHEST = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

  /** Below every distance. */
  private static final long NEVER_LEFT = -1;

  private final Strips strips;
  private final Strips.Places places;
  private final double[] slotX;
  private final double[] slotY;
  private final double c;
  private final boolean euclidean;
  private final int[] ks;
  private final int most;

  /** The four smallest distances of those looked at; with fewer than four neighbours, the last. */
  private long first;

  private long second;
  private long third;
  private long fourth;

  private double pointX;
  private double pointY;

  /**
   * A search.
   *
   * @param c the relative scale, finite
   * @param ks numbers of neighbours, up to {@link #MOST}
   */
  FewNearest(Strips strips, double c, JointDistance distance, int[] ks, int most) {
    this.strips = strips;
    this.places = strips.new Places();
    slotX = strips.slotX;
    slotY = strips.slotY;
    this.c = c;
    this.euclidean = distance == JointDistance.EUCLIDEAN;
    this.ks = ks;
    this.most = most;
  }

  /** Whether the rule and the numbers of neighbours are such that this search can be used. */
  static boolean does(CountRule rule, double c, int most) {
    // The smallest rectangle needs the neighbours themselves. An infinite c makes NaN of 0.
    return most <= MOST && rule != CountRule.RECTANGLE && c < Double.POSITIVE_INFINITY;
  }

  @Override
  public void find(int strip, double[][] radiiX, double[][] radiiY) {
    int start = strips.first(strip);
    int end = strips.end(strip);
    int endBehind = strip + 1 < strips.count ? strips.end(strip + 1) : end;
    int startBefore = strip > 0 ? strips.first(strip - 1) : start;
    for (int slot = start; slot < end; slot++) {
      pointX = slotX[slot];
      pointY = slotY[slot];
      clear();
      int low = Math.max(start, slot - most);
      int high = Math.min(end, slot + most + 1);
      for (int s = low; s < slot; s++) {
        look(s);
      }
      for (int s = slot + 1; s < high; s++) {
        look(s);
      }
      up(high, end);
      down(low - 1, start);
      if (strip + 1 < strips.count && isNear(strips.toRight(pointX, strip + 1))) {
        around(strips.behind[slot], end, endBehind);
      }
      if (strip > 0 && isNear(strips.toLeft(pointX, strip - 1))) {
        around(strips.before[slot], startBefore, start);
      }
      for (int b = strip + 2; b < strips.count && isNear(strips.toRight(pointX, b)); b++) {
        visit(b, strip);
      }
      for (int b = strip - 2; b >= 0 && isNear(strips.toLeft(pointX, b)); b--) {
        visit(b, strip);
      }
      for (int a = 0; a < ks.length; a++) {
        radiiX[a][slot - start] = distance(ks[a]);
      }
    }
  }

  private void clear() {
    first = most < 4 ? NEVER_LEFT : FARTHEST;
    second = most < 3 ? NEVER_LEFT : FARTHEST;
    third = most < 2 ? NEVER_LEFT : FARTHEST;
    fourth = FARTHEST;
  }

  private double distance(int k) {
    long bits =
        switch (most - k) {
          case 0 -> fourth;
          case 1 -> third;
          case 2 -> second;
          default -> first;
        };
    double joined = Double.longBitsToDouble(bits);
    return euclidean ? Math.sqrt(joined) : joined;
  }

  /** Whether a point so far away along one variable may still be a neighbour. */
  private boolean isNear(double distance) {
    double joined = euclidean ? distance * distance : distance;
    return Double.doubleToRawLongBits(joined) < fourth;
  }

  private void visit(int strip, int own) {
    int place = places.of(strip, own, pointY);
    up(place, strips.end(strip));
    down(place - 1, strips.first(strip));
  }

  /**
   * Looks at points of a strip next to the own one: first at some of which most are near, since
   * whether one more is cannot be predicted.
   *
   * @param place the first slot whose point is not below
   * @param start the strip's first slot
   * @param end the slot behind its last
   */
  private void around(int place, int start, int end) {
    if (end - start < AROUND) {
      up(place, end);
      down(place - 1, start);
      return;
    }
    int low = Math.max(start, Math.min(end - AROUND, place - AROUND / 2));
    // Written out: a loop takes half of what is gained.
    look(low);
    look(low + 1);
    look(low + 2);
    look(low + 3);
    up(low + AROUND, end);
    down(low - 1, start);
  }

  private void up(int from, int end) {
    for (int s = from; s < end && isNear(c * (slotY[s] - pointY)); s++) {
      look(s);
    }
  }

  private void down(int from, int start) {
    for (int s = from; s >= start && isNear(c * (pointY - slotY[s])); s--) {
      look(s);
    }
  }

  /** Puts a point's distance into its place among the four, and drops the largest. */
  private void look(int slot) {
    double dx = Math.abs(slotX[slot] - pointX);
    double dy = c * Math.abs(slotY[slot] - pointY);
    long left = Double.doubleToRawLongBits(euclidean ? dx * dx + dy * dy : dx);
    if (!euclidean) {
      left -= lower(left - Double.doubleToRawLongBits(dy));
    }
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
  private static long lower(long difference) {
    return difference & difference >> 63;
  }
}
