package io.github.miscope.internal.neighbour.kernel;

/**
 * A row of ints, folded in half again and again: minima or sums of numbers that stand equally far
 * apart. HotSpot vectorises this; a minimum or a sum along a row it takes across the lanes of each
 * register. Serves one thread.
 */
final class FoldedRow {

  /** So often that sums of 0 and 1 fit into half an int. */
  private static final int MAX_FOLDS = 15;

  private final int[] values;
  private final int[] half;
  private int length;
  private int end;

  /** For rows of up to n ints. */
  FoldedRow(int n) {
    values = new int[n];
    half = new int[n / 2];
  }

  /** For each of the first numbers what it and those {@link #length} apart behind it come to. */
  int[] values() {
    return values;
  }

  /** How many there are. */
  int length() {
    return length;
  }

  /** Where the folded part of the row ends; a few numbers may lie behind. */
  int end() {
    return end;
  }

  /**
   * Folds a row into minima.
   *
   * @param row numbers that are not negative
   * @param enough the number of minima that is not folded further
   */
  void minima(int[] row, int enough) {
    int[] from = start(row, enough);
    for (int m = end / 2; m >= length; m /= 2) {
      System.arraycopy(from, m, half, 0, m);
      minima(from, half, m, values);
      from = values;
    }
  }

  /**
   * Folds a row into sums.
   *
   * @param row numbers
   * @param enough the number of sums that is not folded further
   */
  void sums(int[] row, int enough) {
    int[] from = start(row, enough);
    for (int m = end / 2; m >= length; m /= 2) {
      System.arraycopy(from, m, half, 0, m);
      sums(from, half, m, values);
      from = values;
    }
  }

  private int[] start(int[] row, int enough) {
    int folds = 0;
    while (row.length >> folds > enough && folds < MAX_FOLDS) {
      folds++;
    }
    length = row.length >> folds;
    end = length << folds;
    if (folds == 0) {
      System.arraycopy(row, 0, values, 0, length);
    }
    return row;
  }

  private static void minima(int[] a, int[] b, int count, int[] out) {
    for (int m = 0; m < count; m++) {
      // HotSpot 17 does not vectorise Math.min of ints.
      int less = a[m] - b[m];
      out[m] = b[m] + (less & (less >> 31));
    }
  }

  private static void sums(int[] a, int[] b, int count, int[] out) {
    for (int m = 0; m < count; m++) {
      out[m] = a[m] + b[m];
    }
  }
}
