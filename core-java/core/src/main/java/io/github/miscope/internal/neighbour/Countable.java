package io.github.miscope.internal.neighbour;

/**
 * The distances from one point that can matter at any of several relative scales c. Most cannot:
 * the distance eps(c) to the k-th joint neighbour grows with c, and eps(c) / c falls. So eps at the
 * largest scale bounds the distances within X that matter, and eps at the smallest those within Y.
 */
final class Countable {

  /** Room for the rounding of c * dy and of squares and roots, which the bounds pass through. */
  private static final double ROUNDING = 1 + 0x1p-40;

  /** Room for rounding among subnormal numbers, and for squares that vanish. */
  private static final double SMALLEST = 0x1p-500;

  final double[] candidateX;
  final double[] candidateY;
  final double[] x;
  final double[] y;
  int candidates;
  int countX;
  int countY;

  Countable(int capacity) {
    candidateX = new double[capacity];
    candidateY = new double[capacity];
    x = new double[capacity];
    y = new double[capacity];
  }

  /**
   * Fills from distances within X and Y, keeping their order.
   *
   * @param smallestScale the smallest c
   * @param epsLargest distance to the k-th joint neighbour at the largest c
   * @param epsSmallest the same at the smallest c
   */
  void fill(
      double[] dx,
      double[] dy,
      int n,
      double smallestScale,
      double epsLargest,
      double epsSmallest) {
    double boundX = epsLargest * ROUNDING + SMALLEST;
    double boundY = epsSmallest * ROUNDING + SMALLEST;
    int toCandidates = 0;
    int toX = 0;
    int toY = 0;
    // Every element is written, and the count moves on if it stays: no branch to mispredict.
    for (int m = 0; m < n; m++) {
      double distanceX = dx[m];
      double distanceY = dy[m];
      int inX = distanceX <= boundX ? 1 : 0;
      int inY = smallestScale * distanceY <= boundY ? 1 : 0;
      x[toX] = distanceX;
      toX += inX;
      y[toY] = distanceY;
      toY += inY;
      candidateX[toCandidates] = distanceX;
      candidateY[toCandidates] = distanceY;
      toCandidates += inX & inY;
    }
    candidates = toCandidates;
    countX = toX;
    countY = toY;
  }
}
