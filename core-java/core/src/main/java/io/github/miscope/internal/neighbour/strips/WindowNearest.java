package io.github.miscope.internal.neighbour.strips;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.JointDistance;
import java.util.Arrays;

/**
 * Up to four joint neighbours under the maximum norm, looked for in a window of each point's list
 * first, many points at once; the few points that may have others are completed one by one.
 */
final class WindowNearest implements StripRadii {

  /** Around a list, entries that are infinitely far from each point. */
  private static final int AROUND = 2 * Kernels.WINDOW;

  private final OverlappingStrips strips;
  private final Kernels kernels;
  private final double cX;
  private final double cY;
  private final int[] ks;
  private final int most;
  private final Places places;
  private final FourNearest nearest;

  /** The points of one list. */
  private final double[] listX;

  private final double[] listY;

  /** Row j: by point of the list, the (j + 1)-th smallest distance. */
  private final double[][] known;

  /** Where in the list those of the strip without its margins are. */
  private final int[] own;

  /** Which of these may have nearer points outside of their windows. */
  private final int[] others;

  private double pointX;
  private double pointY;

  /**
   * A search.
   *
   * @param cX what distances within X are multiplied by, finite
   * @param cY what distances within Y are multiplied by, finite
   * @param ks numbers of neighbours
   * @param most the largest of them, up to {@link FourNearest#MAX}
   */
  WindowNearest(
      OverlappingStrips strips, Kernels kernels, double cX, double cY, int[] ks, int most) {
    this.strips = strips;
    this.kernels = kernels;
    this.cX = cX;
    this.cY = cY;
    this.ks = ks;
    this.most = most;
    places = new Places(strips.count());
    nearest = new FourNearest(most);
    int longest = strips.longest();
    listX = new double[longest + 2 * AROUND];
    listY = new double[longest + 2 * AROUND];
    Arrays.fill(listY, Double.POSITIVE_INFINITY);
    known = new double[most][Kernels.padded(longest)];
    own = new int[longest + 1];
    others = new int[longest + 1];
  }

  /** Whether the rule, the scale and the numbers of neighbours allow this search. */
  static boolean supports(CountRule rule, double cX, double cY, int most) {
    return rule.distance() == JointDistance.MAXIMUM && FewNearest.supports(rule, cX, cY, most);
  }

  @Override
  public void find(int strip, StripPoints out) {
    int first = strips.first(strip);
    int length = strips.end(strip) - first;
    int count = load(strip, first, length);
    kernels.nearest(most, listX, cX, listY, cY, AROUND, AROUND + length, known);
    double[] farthest = known[most - 1];
    double left = strips.left(strip) > 0 ? leftOf(strip) : Double.NEGATIVE_INFINITY;
    double right = strips.right(strip) < strips.n ? rightOf(strip) : Double.POSITIVE_INFINITY;
    int incomplete = 0;
    for (int q = 0; q < count; q++) {
      int at = own[q];
      double x = listX[AROUND + at];
      double y = listY[AROUND + at];
      double eps = farthest[at];
      double below = cY * Math.abs(y - listY[AROUND + at - Kernels.WINDOW - 1]);
      double above = cY * Math.abs(listY[AROUND + at + Kernels.WINDOW + 1] - y);
      // Negative where it is not sure that nothing outside is nearer; without branches, and what
      // is left over in a pass of its own, since one point in ten is, and cannot be predicted.
      long signs =
          Double.doubleToRawLongBits(below - eps)
              | Double.doubleToRawLongBits(above - eps)
              | Double.doubleToRawLongBits(cX * (x - left) - eps)
              | Double.doubleToRawLongBits(cX * (right - x) - eps);
      others[incomplete] = q;
      incomplete -= (int) (signs >> 63);
      for (int a = 0; a < ks.length; a++) {
        out.radiiX[a][q] = known[ks[a] - 1][at];
      }
      long both = strips.positions(first + at);
      out.positionX[q] = (int) (both >>> Integer.SIZE);
      out.positionY[q] = (int) both;
    }
    for (int c = 0; c < incomplete; c++) {
      int q = others[c];
      complete(strip, own[q]);
      for (int a = 0; a < ks.length; a++) {
        out.radiiX[a][q] = nearest.value(ks[a]);
      }
    }
    out.count = count;
  }

  /** Fetches a list's points, and finds how many belong to the strip itself. */
  private int load(int strip, int first, int length) {
    int low = strips.low(strip);
    int last = strips.high(strip) - 1;
    int count = 0;
    for (int at = 0; at < length; at++) {
      int place = strips.positionX(first + at);
      listX[AROUND + at] = strips.x.value(place);
      // Without a branch, which would be mispredicted.
      own[count] = at;
      count += 1 + (((place - low) | (last - place)) >> 31);
    }
    System.arraycopy(strips.listY, first, listY, AROUND, length);
    Arrays.fill(listY, AROUND + length, listY.length, Double.POSITIVE_INFINITY);
    return count;
  }

  private double leftOf(int strip) {
    return strips.x.value(strips.left(strip) - 1);
  }

  private double rightOf(int strip) {
    return strips.x.value(strips.right(strip));
  }

  /** Looks at all points outside of the window that are near enough. */
  private void complete(int strip, int at) {
    int first = strips.first(strip);
    pointX = listX[AROUND + at];
    pointY = listY[AROUND + at];
    nearest.start(known, at);
    up(first + at + Kernels.WINDOW + 1, strips.end(strip), 0, 1);
    down(first + at - Kernels.WINDOW - 1, first, 0, 1);
    int place = strips.right(strip);
    for (int b = strip + 1;
        place < strips.n && isNear(cX * (strips.x.value(place) - pointX));
        b++) {
      visit(b, strip, place, 1);
      place = strips.right(b);
    }
    place = strips.left(strip) - 1;
    for (int b = strip - 1; place >= 0 && isNear(cX * (pointX - strips.x.value(place))); b--) {
      visit(b, strip, place, -1);
      place = strips.left(b) - 1;
    }
  }

  private boolean isNear(double distance) {
    return nearest.isNear(distance);
  }

  /**
   * Looks at those points of a list that no other list has shown.
   *
   * @param place the nearest of their places
   * @param direction 1 if they are at higher places, -1 if at lower ones
   */
  private void visit(int strip, int own, int place, int direction) {
    int first = strips.first(strip);
    int end = strips.end(strip);
    int at = places.of(strips.listY, strip, first, end, own, pointY);
    up(at, end, place, direction);
    down(at - 1, first, place, direction);
  }

  private void up(int from, int end, int place, int direction) {
    for (int s = from; s < end && isNear(cY * (strips.listY[s] - pointY)); s++) {
      look(s, place, direction);
    }
  }

  private void down(int from, int first, int place, int direction) {
    for (int s = from; s >= first && isNear(cY * (pointY - strips.listY[s])); s--) {
      look(s, place, direction);
    }
  }

  private void look(int s, int place, int direction) {
    int other = strips.positionX(s);
    double dx = cX * Math.abs(strips.x.value(other) - pointX);
    double dy = cY * Math.abs(strips.listY[s] - pointY);
    long bits = Double.doubleToRawLongBits(dx);
    bits -= FourNearest.lower(bits - Double.doubleToRawLongBits(dy));
    // Points that another list has shown are infinitely far; a branch would be mispredicted.
    long isKnown = ((long) direction * (other - place)) >> 63;
    nearest.add((bits & ~isKnown) | (isKnown & FourNearest.FARTHEST));
  }
}
