package io.github.miscope.internal.neighbour.kernel;

import io.github.miscope.internal.neighbour.space.QuantisedColumns;
import java.util.Arrays;

/** Coded distances as ints; the sign bit stands for every comparison, which HotSpot vectorises. */
final class ScalarQuantisedRows implements QuantisedRows {

  /** Rows are folded up to about so many values, which are then looked at one by one. */
  private static final int ENOUGH = 64;

  private final int[][] columnsX;
  private final int[][] columnsY;
  private final int n;
  private final int[][] dx;
  private final int[][] dy;
  private final int[] joint;
  private final int[] within;
  private final FoldedRow minima;
  private final FoldedRow sums;

  ScalarQuantisedRows(QuantisedColumns x, QuantisedColumns y) {
    columnsX = x.columns();
    columnsY = y.columns();
    n = columnsX[0].length;
    dx = new int[Kernels.ROWS][n];
    dy = new int[Kernels.ROWS][n];
    joint = new int[n];
    within = new int[n];
    minima = new FoldedRow(n);
    sums = new FoldedRow(n);
  }

  @Override
  public void load(int from, int to) {
    for (int i = from; i < to; i++) {
      distances(columnsX, i, dx[i - from]);
      distances(columnsY, i, dy[i - from]);
      dx[i - from][i] = Integer.MAX_VALUE;
      dy[i - from][i] = Integer.MAX_VALUE;
    }
  }

  private static void distances(int[][] columns, int i, int[] out) {
    int j = 0;
    if (columns.length % 2 == 1) {
      first(columns[0], columns[0][i], out);
      j = 1;
    } else {
      firstTwo(columns[0], columns[0][i], columns[1], columns[1][i], out);
      j = 2;
    }
    for (; j < columns.length; j += 2) {
      nextTwo(columns[j], columns[j][i], columns[j + 1], columns[j + 1][i], out);
    }
  }

  private static void first(int[] a, int p, int[] out) {
    for (int m = 0; m < out.length; m++) {
      out[m] = Math.abs(a[m] - p);
    }
  }

  private static void firstTwo(int[] a, int p, int[] b, int q, int[] out) {
    for (int m = 0; m < out.length; m++) {
      int u = Math.abs(a[m] - p);
      int less = u - Math.abs(b[m] - q);
      // The larger of the two: u minus the difference where that is negative.
      out[m] = u - (less & (less >> 31));
    }
  }

  private static void nextTwo(int[] a, int p, int[] b, int q, int[] out) {
    for (int m = 0; m < out.length; m++) {
      int u = Math.abs(a[m] - p);
      int less = u - Math.abs(b[m] - q);
      int larger = u - (less & (less >> 31));
      int known = out[m];
      int lacking = known - larger;
      out[m] = known - (lacking & (lacking >> 31));
    }
  }

  @Override
  public int codeX(int r, int m) {
    return dx[r][m];
  }

  @Override
  public int codeY(int r, int m) {
    return dy[r][m];
  }

  @Override
  public int bound(int r, int k) {
    int[] x = dx[r];
    int[] y = dy[r];
    for (int m = 0; m < joint.length; m++) {
      int less = x[m] - y[m];
      joint[m] = x[m] - (less & (less >> 31));
    }
    minima.minima(joint, Math.max(ENOUGH, 8 * k));
    if (k > minima.length()) {
      return Integer.MAX_VALUE;
    }
    // The k-th smallest of the smallest of some points each.
    int[] smallest = new int[k];
    Arrays.fill(smallest, Integer.MAX_VALUE);
    int[] values = minima.values();
    for (int m = 0; m < minima.length(); m++) {
      int v = values[m];
      if (v < smallest[k - 1]) {
        int at = k - 1;
        while (at > 0 && smallest[at - 1] > v) {
          smallest[at] = smallest[at - 1];
          at--;
        }
        smallest[at] = v;
      }
    }
    return smallest[k - 1];
  }

  @Override
  public int collect(int r, int bound, int[] points) {
    int count = 0;
    int[] values = minima.values();
    int length = minima.length();
    for (int a = 0; a < length; a++) {
      if (values[a] <= bound) {
        for (int m = a; m < minima.end(); m += length) {
          points[count] = m;
          count += joint[m] <= bound ? 1 : 0;
        }
      }
    }
    for (int m = minima.end(); m < n; m++) {
      points[count] = m;
      count += joint[m] <= bound ? 1 : 0;
    }
    return count;
  }

  @Override
  public void takeOut(int r, int[] points, int size) {
    for (int a = 0; a < size; a++) {
      dx[r][points[a]] = Integer.MAX_VALUE;
      dy[r][points[a]] = Integer.MAX_VALUE;
    }
  }

  @Override
  public void count(boolean inX, int r, QuantisedCount[] counts) {
    for (QuantisedCount count : counts) {
      count(inX ? dx[r] : dy[r], count);
    }
  }

  private void count(int[] d, QuantisedCount found) {
    // From -1 on, no difference overflows.
    int above = Math.max(-1, found.low());
    int upTo = Math.max(-1, found.high());
    // In the upper half of an int whether a code is at most low, in the lower one at most high.
    for (int m = 0; m < d.length; m++) {
      within[m] = ((d[m] - above - 1) >>> 31 << 16) + ((d[m] - upTo - 1) >>> 31);
    }
    sums.sums(within, ENOUGH);
    int[] values = sums.values();
    int length = sums.length();
    int[] points = found.points();
    int open = 0;
    int count = 0;
    for (int a = 0; a < length; a++) {
      int ofLow = values[a] >>> 16;
      int ofHigh = values[a] & 0xFFFF;
      count += ofLow;
      if (ofHigh > ofLow) {
        for (int m = a; m < sums.end(); m += length) {
          points[open] = m;
          open += within[m] == 1 ? 1 : 0;
        }
      }
    }
    for (int m = sums.end(); m < n; m++) {
      count += within[m] >>> 16;
      points[open] = m;
      open += within[m] == 1 ? 1 : 0;
    }
    found.add(count);
    found.open(open);
  }
}
