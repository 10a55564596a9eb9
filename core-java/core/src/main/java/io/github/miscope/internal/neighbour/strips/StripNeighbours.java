package io.github.miscope.internal.neighbour.strips;

import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.JointDistance;
import io.github.miscope.internal.neighbour.space.Nearest;

/**
 * Joint neighbours of points in strips, any number of them, for any rule.
 *
 * <p>It walks like {@link FewNearest}, in code of its own: a walk that both inherit is compiled for
 * both, and took 1.4 times as long once both had been used.
 */
final class StripNeighbours implements StripRadii {

  private final Strips strips;
  private final Places places;
  private final double[] slotX;
  private final double[] slotY;
  private final double cX;
  private final double cY;
  private final CountRule rule;
  private final int[] ks;
  private final int most;
  private final boolean euclidean;
  private final boolean rectangle;
  private final Nearest nearest;

  private double pointX;
  private double pointY;

  StripNeighbours(Strips strips, double cX, double cY, CountRule rule, int[] ks, int most) {
    this.strips = strips;
    this.places = new Places(strips.count);
    slotX = strips.slotX;
    slotY = strips.slotY;
    this.cX = cX;
    this.cY = cY;
    this.rule = rule;
    this.ks = ks;
    this.most = most;
    euclidean = rule.distance() == JointDistance.EUCLIDEAN;
    rectangle = rule == CountRule.RECTANGLE;
    nearest = new Nearest(most);
  }

  @Override
  public void find(int strip, StripPoints out) {
    int start = strips.first(strip);
    int end = strips.end(strip);
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
      for (int b = strip + 1; b < strips.count && isNear(cX * strips.toRight(pointX, b)); b++) {
        visit(b, b == strip + 1 ? strips.behind[slot] : place(b, strip));
      }
      for (int b = strip - 1; b >= 0 && isNear(cX * strips.toLeft(pointX, b)); b--) {
        visit(b, b == strip - 1 ? strips.before[slot] : place(b, strip));
      }
      finish(slot - start, out.radiiX, out.radiiY);
    }
    strips.copyPositions(strip, out);
  }

  /** Whether a point so far away along one variable may still count. */
  private boolean isNear(double distance) {
    double joined = euclidean ? distance * distance : distance;
    // Equally distant points matter only where it matters which neighbour is taken.
    return rectangle ? joined <= nearest.bound() : joined < nearest.bound();
  }

  private int place(int strip, int own) {
    return places.of(slotY, strip, strips.first(strip), strips.end(strip), own, pointY);
  }

  private void visit(int strip, int place) {
    up(place, strips.end(strip));
    down(place - 1, strips.first(strip));
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

  private void look(int s) {
    double dx = cX * Math.abs(slotX[s] - pointX);
    double dy = cY * Math.abs(slotY[s] - pointY);
    // No comparison: it would be mispredicted half of the time.
    double joined = euclidean ? dx * dx + dy * dy : Math.max(dx, dy);
    if (rectangle) {
      nearest.add(joined, strips.x.row(strips.positionX[s]), s);
    } else {
      nearest.add(joined);
    }
  }

  private void finish(int inStrip, double[][] radiiX, double[][] radiiY) {
    for (int a = 0; a < ks.length; a++) {
      if (rectangle) {
        double radiusX = 0;
        double radiusY = 0;
        for (int j = 1; j <= ks[a]; j++) {
          int s = nearest.tag(j);
          radiusX = Math.max(radiusX, Math.abs(slotX[s] - pointX));
          radiusY = Math.max(radiusY, Math.abs(slotY[s] - pointY));
        }
        radiiX[a][inStrip] = radiusX;
        radiiY[a][inStrip] = radiusY;
      } else {
        radiiX[a][inStrip] = rule.distance().value(nearest.value(ks[a]));
      }
    }
  }
}
