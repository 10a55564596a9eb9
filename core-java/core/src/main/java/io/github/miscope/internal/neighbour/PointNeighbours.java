package io.github.miscope.internal.neighbour;

import java.util.Arrays;

/** The neighbourhood of one point: buffers that one thread reuses from point to point. */
final class PointNeighbours {

  final double[] dx;
  final double[] dy;

  /** The k joint neighbours, nearest first, after a call of kthMaximum or kthEuclidean. */
  final int[] nearest;

  int countX;
  int countY;

  private final double[] joint;
  private final double[] smallest;

  PointNeighbours(int n, int k) {
    dx = new double[n];
    dy = new double[n];
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
  }

  /** The k-th smallest max(dx, c dy). */
  double kthMaximum(double c) {
    for (int m = 0; m < joint.length; m++) {
      joint[m] = Math.max(dx[m], c * dy[m]);
    }
    return selectKth();
  }

  /** The k-th smallest sqrt(dx^2 + (c dy)^2). */
  double kthEuclidean(double c) {
    for (int m = 0; m < joint.length; m++) {
      double scaled = c * dy[m];
      joint[m] = dx[m] * dx[m] + scaled * scaled;
    }
    return Math.sqrt(selectKth());
  }

  private double selectKth() {
    int k = smallest.length;
    Arrays.fill(smallest, Double.POSITIVE_INFINITY);
    double kth = Double.POSITIVE_INFINITY;
    for (int m = 0; m < joint.length; m++) {
      double v = joint[m];
      if (v < kth) {
        int at = k - 1;
        while (at > 0 && smallest[at - 1] > v) {
          smallest[at] = smallest[at - 1];
          nearest[at] = nearest[at - 1];
          at--;
        }
        smallest[at] = v;
        nearest[at] = m;
        kth = smallest[k - 1];
      }
    }
    return kth;
  }

  static int countBelow(double[] distances, double eps) {
    int count = 0;
    for (double d : distances) {
      count += d < eps ? 1 : 0;
    }
    return count;
  }

  static int countUpTo(double[] distances, double eps) {
    int count = 0;
    for (double d : distances) {
      count += d <= eps ? 1 : 0;
    }
    return count;
  }

  // c * d < eps, not d < eps / c: eps is c * d of some neighbour, and the quotient would round.
  static int countScaledBelow(double[] distances, double c, double eps) {
    int count = 0;
    for (double d : distances) {
      count += c * d < eps ? 1 : 0;
    }
    return count;
  }

  static int countScaledUpTo(double[] distances, double c, double eps) {
    int count = 0;
    for (double d : distances) {
      count += c * d <= eps ? 1 : 0;
    }
    return count;
  }
}
