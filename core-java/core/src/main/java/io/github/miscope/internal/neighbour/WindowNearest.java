package io.github.miscope.internal.neighbour;

/**
 * Up to four joint neighbours under the maximum norm, looked for in a window of each point's list
 * first, many points at once; the few points that may have others are completed one by one.
 */
final class WindowNearest implements StripRadii {

  private final OverlappingStrips strips;
  private final Kernels kernels;
  private final double cX;
  private final double cY;
  private final int[] ks;
  private final int most;
  private final Places places;
  private final double[] listX;
  private final double[] listY;
  private final FourNearest nearest;

  /** Row j: by entry of the list, the (j + 1)-th smallest distance. */
  private final double[][] known;

  /** The entries of the strip without its margins. */
  private final int[] own;

  private double pointX;
  private double pointY;

  /**
   * A search.
   *
   * @param cX what distances within X are multiplied by, finite
   * @param cY what distances within Y are multiplied by, finite
   * @param ks numbers of neighbours
   * @param most the largest of them, up to {@link FourNearest#MOST}
   */
  WindowNearest(
      OverlappingStrips strips, Kernels kernels, double cX, double cY, int[] ks, int most) {
    this.strips = strips;
    this.kernels = kernels;
    this.cX = cX;
    this.cY = cY;
    this.ks = ks;
    this.most = most;
    listX = strips.listX;
    listY = strips.listY;
    places = new Places(listY, strips.count);
    nearest = new FourNearest(most);
    known = new double[most][Kernels.padded(strips.longest())];
    own = new int[strips.longest()];
  }

  /** Whether the rule, the scale and the numbers of neighbours allow this search. */
  static boolean does(CountRule rule, double cX, double cY, int most) {
    return rule.distance() == JointDistance.MAXIMUM && FewNearest.does(rule, cX, cY, most);
  }

  @Override
  public void find(int strip, StripPoints out) {
    int first = strips.first(strip);
    kernels.nearest(most, listX, cX, listY, cY, first, strips.end(strip), known);
    double[] farthest = known[most - 1];
    double left = strips.left(strip) > 0 ? leftOf(strip) : Double.NEGATIVE_INFINITY;
    double right = strips.right(strip) < strips.n ? rightOf(strip) : Double.POSITIVE_INFINITY;
    int count = entries(strip);
    for (int q = 0; q < count; q++) {
      int entry = own[q];
      double x = listX[entry];
      double y = listY[entry];
      double eps = farthest[entry - first];
      double below = cY * Math.abs(y - listY[entry - Kernels.WINDOW - 1]);
      double above = cY * Math.abs(listY[entry + Kernels.WINDOW + 1] - y);
      if (eps <= below && eps <= above && eps <= cX * (x - left) && eps <= cX * (right - x)) {
        for (int a = 0; a < ks.length; a++) {
          out.radiiX[a][q] = known[ks[a] - 1][entry - first];
        }
      } else {
        complete(strip, entry);
        for (int a = 0; a < ks.length; a++) {
          out.radiiX[a][q] = nearest.value(ks[a]);
        }
      }
      out.positionX[q] = strips.positionX(entry);
      out.positionY[q] = strips.positionY(entry);
    }
    out.count = count;
  }

  private double leftOf(int strip) {
    return strips.x.value(strips.left(strip) - 1);
  }

  private double rightOf(int strip) {
    return strips.x.value(strips.right(strip));
  }

  /** Finds the entries that belong to the strip itself; without a branch. */
  private int entries(int strip) {
    int end = strips.end(strip);
    int low = strips.low(strip);
    int last = strips.high(strip) - 1;
    int count = 0;
    for (int entry = strips.first(strip); entry < end; entry++) {
      own[count] = entry;
      int place = strips.positionX(entry);
      count += 1 + (((place - low) | (last - place)) >> 31);
    }
    return count;
  }

  /** Looks at all points outside of the window that are near enough. */
  private void complete(int strip, int entry) {
    int first = strips.first(strip);
    pointX = listX[entry];
    pointY = listY[entry];
    nearest.start(known, entry - first);
    up(entry + Kernels.WINDOW + 1, strips.end(strip), 0, 1);
    down(entry - Kernels.WINDOW - 1, first, 0, 1);
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
    int at = places.of(strip, first, end, own, pointY);
    up(at, end, place, direction);
    down(at - 1, first, place, direction);
  }

  private void up(int from, int end, int place, int direction) {
    for (int s = from; s < end && isNear(cY * (listY[s] - pointY)); s++) {
      look(s, place, direction);
    }
  }

  private void down(int from, int first, int place, int direction) {
    for (int s = from; s >= first && isNear(cY * (pointY - listY[s])); s--) {
      look(s, place, direction);
    }
  }

  private void look(int s, int place, int direction) {
    double dx = cX * Math.abs(listX[s] - pointX);
    double dy = cY * Math.abs(listY[s] - pointY);
    long bits = Double.doubleToRawLongBits(dx);
    bits -= FourNearest.lower(bits - Double.doubleToRawLongBits(dy));
    // Points that another list has shown are infinitely far; a branch would be mispredicted.
    long isKnown = ((long) direction * (strips.positionX(s) - place)) >> 63;
    nearest.add((bits & ~isKnown) | (isKnown & FourNearest.FARTHEST));
  }
}
