package io.github.miscope.internal.neighbour;

import java.util.Arrays;

/**
 * The neighbourhood of one point: its marginal distances, the search for its joint neighbours, and
 * the counts of its marginal ones. One thread reuses it from point to point.
 *
 * <p>For several relative scales c, most points are out of play at all of them: the distance eps(c)
 * to the k-th joint neighbour grows with c, and eps(c) / c falls. So eps at the largest scale
 * bounds the distances within X that matter, and eps at the smallest those within Y. {@link
 * #narrow} keeps the joint candidates, and the marginal distances that can be counted.
 */
final class PointNeighbours {

  /** Room for the rounding of c * dy, which the bound on dy passes through. */
  private static final double ROUNDING = 1 + 0x1p-40;

  private final int n;
  private final double[] dx;
  private final double[] dy;

  private final int[] candidates;
  private final double[] candidateX;
  private final double[] candidateY;
  private int candidateCount;

  private final double[] countableX;
  private final double[] countableY;
  private int countableCountX;
  private int countableCountY;
  private boolean narrowed;

  private final double[] joint;
  private final int[] nearest;
  private final double[] smallest;

  PointNeighbours(int n, int k) {
    this.n = n;
    dx = new double[n];
    dy = new double[n];
    candidates = new int[n + 1];
    candidateX = new double[n + 1];
    candidateY = new double[n + 1];
    countableX = new double[n + 1];
    countableY = new double[n + 1];
    joint = new double[n];
    nearest = new int[k];
    smallest = new double[k];
  }

  /** Fills the marginal distances of point i, with infinity for the point itself. */
  void moveTo(int i, double[][] x, DistanceKernel kernelX, double[][] y, DistanceKernel kernelY) {
    kernelX.distances(x, i, dx);
    kernelY.distances(y, i, dy);
    dx[i] = Double.POSITIVE_INFINITY;
    dy[i] = Double.POSITIVE_INFINITY;
    narrowed = false;
  }

  /** Prepares for several scales between the two given ones. */
  void narrow(JointDistance distance, double smallestScale, double largestScale) {
    double boundX = kth(distance, largestScale);
    double boundY = kth(distance, smallestScale) * ROUNDING;
    candidateCount = 0;
    countableCountX = 0;
    countableCountY = 0;
    // Every element is written, and the count moves on if it stays: no branch to mispredict.
    for (int m = 0; m < n; m++) {
      double x = dx[m];
      double y = dy[m];
      int inX = x <= boundX ? 1 : 0;
      int inY = smallestScale * y <= boundY ? 1 : 0;
      countableX[countableCountX] = x;
      countableCountX += inX;
      countableY[countableCountY] = y;
      countableCountY += inY;
      candidates[candidateCount] = m;
      candidateX[candidateCount] = x;
      candidateY[candidateCount] = y;
      candidateCount += inX & inY;
    }
    narrowed = true;
  }

  /** The k-th smallest joint distance, for Y scaled by c. */
  double kth(JointDistance distance, double c) {
    int count = narrowed ? candidateCount : n;
    distance.start(narrowed ? candidateX : dx, 1, joint, count);
    distance.join(narrowed ? candidateY : dy, c, joint, count);
    return distance.value(selectKth(joint, count, smallest, nearest));
  }

  /** Fills the k smallest values, ascending, with their indices; returns the largest of them. */
  private static double selectKth(double[] values, int count, double[] smallest, int[] nearest) {
    Arrays.fill(smallest, Double.POSITIVE_INFINITY);
    double kth = Double.POSITIVE_INFINITY;
    for (int m = 0; m < count; m++) {
      double v = values[m];
      if (v < kth) {
        kth = insert(v, m, smallest, nearest);
      }
    }
    return kth;
  }

  private static double insert(double v, int m, double[] smallest, int[] nearest) {
    int at = smallest.length - 1;
    while (at > 0 && smallest[at - 1] > v) {
      smallest[at] = smallest[at - 1];
      nearest[at] = nearest[at - 1];
      at--;
    }
    smallest[at] = v;
    nearest[at] = m;
    return smallest[smallest.length - 1];
  }

  /** The largest distance within X among the k neighbours that {@link #kth} found. */
  double largestX() {
    return largest(narrowed ? candidateX : dx);
  }

  /** The largest distance within Y, unscaled, among the k neighbours that {@link #kth} found. */
  double largestY() {
    return largest(narrowed ? candidateY : dy);
  }

  private double largest(double[] distances) {
    double largest = 0;
    for (int neighbour : nearest) {
      largest = Math.max(largest, distances[neighbour]);
    }
    return largest;
  }

  /** The number of points closer than eps within X; closed counts those at eps too. */
  int countX(double eps, boolean closed) {
    return narrowed
        ? count(countableX, countableCountX, 1, eps, closed)
        : count(dx, n, 1, eps, closed);
  }

  /** The number of points closer than eps within Y scaled by c. */
  int countY(double c, double eps, boolean closed) {
    return narrowed
        ? count(countableY, countableCountY, c, eps, closed)
        : count(dy, n, c, eps, closed);
  }

  // c * d < eps, not d < eps / c: eps is c * d of some neighbour, and the quotient would round.
  private static int count(double[] distances, int length, double c, double eps, boolean closed) {
    int count = 0;
    if (closed) {
      for (int m = 0; m < length; m++) {
        count += c * distances[m] <= eps ? 1 : 0;
      }
    } else {
      for (int m = 0; m < length; m++) {
        count += c * distances[m] < eps ? 1 : 0;
      }
    }
    return count;
  }
}
