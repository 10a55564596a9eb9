package io.github.miscope.internal.neighbour;

/** Coded distances as ints; the sign bit stands for every comparison, which HotSpot vectorises. */
final class ScalarCodedRows implements CodedRows {

  private static final int CHUNK = 128;

  private final int[][] columnsX;
  private final int[][] columnsY;
  private final int n;
  private final int[][] dx;
  private final int[][] dy;

  ScalarCodedRows(Codes x, Codes y) {
    columnsX = x.columns();
    columnsY = y.columns();
    n = columnsX[0].length;
    dx = new int[Kernels.ROWS][n];
    dy = new int[Kernels.ROWS][n];
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
  public int joint(int r, int k) {
    return Integer.MAX_VALUE - 2;
  }

  @Override
  public int next(int r, int from, int tx, int ty) {
    int[] x = dx[r];
    int[] y = dy[r];
    int m = from;
    while (m < n) {
      int end = Math.min(n, m + CHUNK);
      if (both(x, y, m, end, tx, ty) > 0) {
        while (x[m] > tx || y[m] > ty) {
          m++;
        }
        return m;
      }
      m = end;
    }
    return n;
  }

  private static int both(int[] x, int[] y, int from, int to, int tx, int ty) {
    int count = 0;
    for (int m = from; m < to; m++) {
      count += ((x[m] - tx - 1) & (y[m] - ty - 1)) >>> 31;
    }
    return count;
  }

  @Override
  public int next(boolean inX, int r, int from, int low, int high) {
    int[] d = inX ? dx[r] : dy[r];
    for (int m = from; m < n; m++) {
      if (d[m] > low && d[m] <= high) {
        return m;
      }
    }
    return n;
  }

  @Override
  public long counts(boolean inX, int r, int low, int high) {
    int[] d = inX ? dx[r] : dy[r];
    // From -1 on, no difference overflows.
    return ((long) upTo(d, Math.max(-1, high)) << 32) | upTo(d, Math.max(-1, low));
  }

  private static int upTo(int[] d, int t) {
    int count = 0;
    for (int m = 0; m < d.length; m++) {
      count += (d[m] - t - 1) >>> 31;
    }
    return count;
  }
}
