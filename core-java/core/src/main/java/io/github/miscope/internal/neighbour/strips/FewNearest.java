package io.github.miscope.internal.neighbour.strips;

import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.JointDistance;

/** Distances to up to four joint neighbours, found point by point; see {@link FourNearest}. */
final class FewNearest implements StripRadii {

  /** Points of a strip next to the own one that are looked at without asking. */
  private static final int AROUND = 4;

  private final Strips strips;
  private final Places places;
  private final double[] slotX;
  private final double[] slotY;
  private final double cX;
  private final double cY;
  private final boolean euclidean;
  private final int[] ks;
  private final int most;

  private final FourNearest nearest;

  private double pointX;
  private double pointY;

  /**
   * A search.
   *
   * @param cX what distances within X are multiplied by, finite
   * @param cY what distances within Y are multiplied by, finite
   * @param ks numbers of neighbours, up to {@link FourNearest#MAX}
   */
  FewNearest(Strips strips, double cX, double cY, JointDistance distance, int[] ks, int most) {
    this.strips = strips;
    this.places = new Places(strips.count);
    slotX = strips.slotX;
    slotY = strips.slotY;
    this.cX = cX;
    this.cY = cY;
    this.euclidean = distance == JointDistance.EUCLIDEAN;
    this.ks = ks;
    this.most = most;
    nearest = new FourNearest(most);
  }

  /** Whether the rule and the numbers of neighbours are such that this search can be used. */
  static boolean supports(CountRule rule, double cX, double cY, int most) {
    // The smallest rectangle needs the neighbours themselves. An infinite c makes NaN of 0.
    return most <= FourNearest.MAX
        && rule != CountRule.RECTANGLE
        && cX < Double.POSITIVE_INFINITY
        && cY < Double.POSITIVE_INFINITY;
  }

  @Override
  public void find(int strip, StripPoints out) {
    int start = strips.first(strip);
    int end = strips.end(strip);
    int endBehind = strip + 1 < strips.count ? strips.end(strip + 1) : end;
    int startBefore = strip > 0 ? strips.first(strip - 1) : start;
    for (int slot = start; slot < end; slot++) {
      pointX = slotX[slot];
      pointY = slotY[slot];
      nearest.clear();
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
      if (strip + 1 < strips.count && isNear(cX * strips.toRight(pointX, strip + 1))) {
        lookBothWays(strips.behind[slot], end, endBehind);
      }
      if (strip > 0 && isNear(cX * strips.toLeft(pointX, strip - 1))) {
        lookBothWays(strips.before[slot], startBefore, start);
      }
      for (int b = strip + 2; b < strips.count && isNear(cX * strips.toRight(pointX, b)); b++) {
        visit(b, strip);
      }
      for (int b = strip - 2; b >= 0 && isNear(cX * strips.toLeft(pointX, b)); b--) {
        visit(b, strip);
      }
      for (int a = 0; a < ks.length; a++) {
        out.radiiX[a][slot - start] = distance(ks[a]);
      }
    }
    strips.copyPositions(strip, out);
  }

  private double distance(int k) {
    double joined = nearest.value(k);
    return euclidean ? Math.sqrt(joined) : joined;
  }

  /** Whether a point so far away along one variable may still be a neighbour. */
  private boolean isNear(double distance) {
    return nearest.isNear(euclidean ? distance * distance : distance);
  }

  private void visit(int strip, int own) {
    int place = places.of(slotY, strip, strips.first(strip), strips.end(strip), own, pointY);
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
  private void lookBothWays(int place, int start, int end) {
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
    for (int s = from; s < end && isNear(cY * (slotY[s] - pointY)); s++) {
      look(s);
    }
  }

  private void down(int from, int start) {
    for (int s = from; s >= start && isNear(cY * (pointY - slotY[s])); s--) {
      look(s);
    }
  }

  private void look(int slot) {
    double dx = cX * Math.abs(slotX[slot] - pointX);
    double dy = cY * Math.abs(slotY[slot] - pointY);
    long bits = Double.doubleToRawLongBits(euclidean ? dx * dx + dy * dy : dx);
    if (!euclidean) {
      bits -= FourNearest.lower(bits - Double.doubleToRawLongBits(dy));
    }
    nearest.add(bits);
  }
}
