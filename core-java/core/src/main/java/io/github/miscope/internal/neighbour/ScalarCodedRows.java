package io.github.miscope.internal.neighbour;

import java.util.Arrays;

/** Coded distances as ints; the sign bit stands for every comparison, which HotSpot vectorises. */
final class ScalarCodedRows implements CodedRows {

  private static final int CHUNK = 128;

  private static final int PARTS = 8;

  private final int[][] columnsX;
  private final int[][] columnsY;
  private final int n;
  private final int[][] dx;
  private final int[][] dy;
  private final int[] joint;
  private final int[] minima;
  private final int[] partOf;

  ScalarCodedRows(Codes x, Codes y) {
    columnsX = x.columns();
    columnsY = y.columns();
    n = columnsX[0].length;
    dx = new int[Kernels.ROWS][n];
    dy = new int[Kernels.ROWS][n];
    joint = new int[n];
    minima = new int[n / PARTS];
    partOf = new int[n / PARTS];
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
      joint[m] = Math.max(x[m], y[m]);
    }
    if (k > minima.length) {
      return Integer.MAX_VALUE;
    }
    // The k-th smallest of the smallest of each PART points.
    System.arraycopy(joint, 0, minima, 0, minima.length);
    for (int part = 1; part < PARTS; part++) {
      System.arraycopy(joint, part * minima.length, partOf, 0, minima.length);
      for (int m = 0; m < minima.length; m++) {
        minima[m] = Math.min(minima[m], partOf[m]);
      }
    }
    int[] smallest = new int[k];
    Arrays.fill(smallest, Integer.MAX_VALUE);
    for (int v : minima) {
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
    int[] x = dx[r];
    int[] y = dy[r];
    int count = 0;
    for (int from = 0; from < n; from += CHUNK) {
      int to = Math.min(n, from + CHUNK);
      if (both(x, y, from, to, bound) > 0) {
        for (int m = from; m < to; m++) {
          points[count] = m;
          count += ((x[m] - bound - 1) & (y[m] - bound - 1)) >>> 31;
        }
      }
    }
    return count;
  }

  private static int both(int[] x, int[] y, int from, int to, int bound) {
    int count = 0;
    for (int m = from; m < to; m++) {
      count += ((x[m] - bound - 1) & (y[m] - bound - 1)) >>> 31;
    }
    return count;
  }

  @Override
  public long count(boolean inX, int r, int low, int high, int[] points) {
    int[] d = inX ? dx[r] : dy[r];
    // From -1 on, no difference overflows.
    int above = Math.max(-1, low);
    int upTo = Math.max(-1, high);
    int count = upTo(d, above);
    int open = upTo(d, upTo) - count;
    if (open > 0) {
      collect(d, above, upTo, points);
    }
    return ((long) open << 32) | count;
  }

  private static int upTo(int[] d, int t) {
    int count = 0;
    for (int m = 0; m < d.length; m++) {
      count += (d[m] - t - 1) >>> 31;
    }
    return count;
  }

  private static void collect(int[] d, int above, int upTo, int[] points) {
    int found = 0;
    for (int from = 0; from < d.length; from += CHUNK) {
      int to = Math.min(d.length, from + CHUNK);
      if (between(d, from, to, above, upTo) > 0) {
        for (int m = from; m < to; m++) {
          points[found] = m;
          found += ((above - d[m]) & (d[m] - upTo - 1)) >>> 31;
        }
      }
    }
  }

  private static int between(int[] d, int from, int to, int above, int upTo) {
    int count = 0;
    for (int m = from; m < to; m++) {
      count += ((above - d[m]) & (d[m] - upTo - 1)) >>> 31;
    }
    return count;
  }
}
