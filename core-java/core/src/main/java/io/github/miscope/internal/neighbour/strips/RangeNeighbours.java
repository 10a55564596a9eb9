package io.github.miscope.internal.neighbour.strips;

import io.github.miscope.internal.neighbour.range.BlockReader;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.JointDistance;
import io.github.miscope.internal.neighbour.space.Nearest;

/**
 * Joint neighbours of points in ranges of strips. It walks like {@link StripNeighbours}, and reads
 * the ranges that it comes to.
 */
final class RangeNeighbours {

  /** Points far out look for neighbours in many ranges. */
  private static final int KEPT = 32;

  private final StripRanges ranges;
  private final BlockReader reader;
  private final Places places;
  private final double cX;
  private final double cY;
  private final CountRule rule;
  private final int k;
  private final boolean euclidean;
  private final boolean rectangle;
  private final Nearest nearest;

  /** The range that is looked at, its first slot and how many points it has. */
  private double[] values = new double[0];

  private int base;
  private int points;

  private double pointX;
  private double pointY;

  /** How far neighbours of the last point are counted. */
  private double radiusX;

  private double radiusY;

  RangeNeighbours(StripRanges ranges, double cX, double cY, CountRule rule, int k) {
    this.ranges = ranges;
    this.cX = cX;
    this.cY = cY;
    this.rule = rule;
    this.k = k;
    reader = new BlockReader(ranges.blocks(), KEPT);
    places = new Places(ranges.strips());
    euclidean = rule.distance() == JointDistance.EUCLIDEAN;
    rectangle = rule == CountRule.RECTANGLE;
    nearest = new Nearest(k);
  }

  double pointX() {
    return pointX;
  }

  double pointY() {
    return pointY;
  }

  double radiusX() {
    return radiusX;
  }

  double radiusY() {
    return radiusY;
  }

  /** Finds the radii of a point. Points of a strip are asked for in order of their slots. */
  void find(int strip, int slot) {
    enter(strip);
    int start = ranges.firstOf(strip) - base;
    int end = ranges.endOf(strip) - base;
    int at = slot - base;
    pointX = values[at];
    pointY = values[points + at];
    nearest.clear();
    int low = Math.max(start, at - k);
    int high = Math.min(end, at + k + 1);
    for (int s = low; s < at; s++) {
      look(s);
    }
    for (int s = at + 1; s < high; s++) {
      look(s);
    }
    up(high, end);
    down(low - 1, start);
    double[] lows = ranges.lows();
    for (int b = strip + 1; b < lows.length && isNear(cX * (lows[b] - pointX)); b++) {
      visit(b, strip);
    }
    double[] highs = ranges.highs();
    for (int b = strip - 1; b >= 0 && isNear(cX * (pointX - highs[b])); b--) {
      visit(b, strip);
    }
    finish();
  }

  /** Looks at the range of a strip from now on. */
  private void enter(int strip) {
    int range = ranges.rangeOf(strip);
    values = reader.get(range);
    base = ranges.first(range);
    points = ranges.points(range);
  }

  /** Whether a point so far away along one variable may still count. */
  private boolean isNear(double distance) {
    double joined = euclidean ? distance * distance : distance;
    // Equally distant points matter only where it matters which neighbour is taken.
    return rectangle ? joined <= nearest.bound() : joined < nearest.bound();
  }

  private void visit(int strip, int own) {
    enter(strip);
    int start = ranges.firstOf(strip) - base;
    int end = ranges.endOf(strip) - base;
    int place = places.of(values, strip, points + start, points + end, own, pointY) - points;
    up(place, end);
    down(place - 1, start);
  }

  private void up(int from, int end) {
    for (int s = from; s < end && isNear(cY * (values[points + s] - pointY)); s++) {
      look(s);
    }
  }

  private void down(int from, int start) {
    for (int s = from; s >= start && isNear(cY * (pointY - values[points + s])); s--) {
      look(s);
    }
  }

  private void look(int s) {
    double dx = cX * Math.abs(values[s] - pointX);
    double dy = cY * Math.abs(values[points + s] - pointY);
    double joined = euclidean ? dx * dx + dy * dy : Math.max(dx, dy);
    if (rectangle) {
      nearest.add(joined, (int) values[2 * points + s], base + s);
    } else {
      nearest.add(joined);
    }
  }

  private void finish() {
    if (!rectangle) {
      radiusX = rule.distance().value(nearest.value(k));
      radiusY = radiusX;
      return;
    }
    radiusX = 0;
    radiusY = 0;
    for (int j = 1; j <= k; j++) {
      int slot = nearest.tag(j);
      enter(slot / ranges.size());
      radiusX = Math.max(radiusX, Math.abs(values[slot - base] - pointX));
      radiusY = Math.max(radiusY, Math.abs(values[points + slot - base] - pointY));
    }
  }
}
