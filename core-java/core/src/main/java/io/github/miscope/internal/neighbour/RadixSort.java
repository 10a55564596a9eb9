package io.github.miscope.internal.neighbour;

import java.util.Arrays;

/** Sorts doubles by counting digits of their bits: time linear in n, whatever the data. */
public final class RadixSort {

  private static final int BITS = 11;
  private static final int BUCKETS = 1 << BITS;
  private static final int PASSES = 6;

  private RadixSort() {}

  /**
   * The rows of a column in ascending order of value, equal values in order of row.
   *
   * @param column n values, none NaN
   * @return n rows
   */
  public static int[] order(double[] column) {
    int n = column.length;
    long[] keys = new long[n];
    int[][] histograms = new int[PASSES][BUCKETS];
    for (int i = 0; i < n; i++) {
      // Zero is added so that -0 and 0 are one value.
      long bits = Double.doubleToRawLongBits(column[i] + 0.0);
      long key = bits ^ ((bits >> 63) | Long.MIN_VALUE);
      keys[i] = key;
      for (int p = 0; p < PASSES; p++) {
        histograms[p][digit(key, p)]++;
      }
    }
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    long[] otherKeys = new long[n];
    int[] otherOrder = new int[n];
    for (int p = 0; p < PASSES; p++) {
      int[] at = histograms[p];
      if (at[digit(keys[0], p)] == n) {
        continue;
      }
      int sum = 0;
      for (int b = 0; b < BUCKETS; b++) {
        int count = at[b];
        at[b] = sum;
        sum += count;
      }
      for (int i = 0; i < n; i++) {
        int to = at[digit(keys[i], p)]++;
        otherKeys[to] = keys[i];
        otherOrder[to] = order[i];
      }
      long[] k = keys;
      keys = otherKeys;
      otherKeys = k;
      int[] o = order;
      order = otherOrder;
      otherOrder = o;
    }
    return order;
  }

  /**
   * The values of a column in ascending order; 0 and -0 are one value.
   *
   * @param column n values, none NaN
   * @return n values
   */
  public static double[] sorted(double[] column) {
    int[] order = order(column);
    double[] sorted = new double[order.length];
    for (int p = 0; p < sorted.length; p++) {
      sorted[p] = column[order[p]];
    }
    return sorted;
  }

  /**
   * Whether two values of a column are equal; quicker than sorting where none are.
   *
   * @param column n values, none NaN
   * @return whether there are ties; 0 and -0 are one value
   */
  public static boolean hasTies(double[] column) {
    // A hash table with open addresses, at most half full. Bits of NaN mark empty places.
    int size = Integer.highestOneBit(Math.max(4, column.length)) << 2;
    long[] table = new long[size];
    long empty = Double.doubleToLongBits(Double.NaN);
    Arrays.fill(table, empty);
    int mask = size - 1;
    for (double v : column) {
      long bits = Double.doubleToRawLongBits(v + 0.0);
      int at = (int) ((bits * 0x9E3779B97F4A7C15L) >>> 32) & mask;
      while (table[at] != empty) {
        if (table[at] == bits) {
          return true;
        }
        at = (at + 1) & mask;
      }
      table[at] = bits;
    }
    return false;
  }

  private static int digit(long key, int pass) {
    return (int) (key >>> (pass * BITS)) & (BUCKETS - 1);
  }
}
