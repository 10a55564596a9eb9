package io.github.miscope.internal.neighbour.order;

import java.util.Arrays;

/**
 * A column in ascending order, by counting digits of its values' bits: time linear in n, whatever
 * the data. Long columns are first cut into parts that fit into the nearest cache.
 */
public final class RadixSort {

  /** From so many values on, caches matter. */
  private static final int LARGE = 1 << 15;

  /** Values of a part, were they spread evenly. */
  private static final int PART = 4096;

  private static final int BITS_OF_MANY = 11;
  private static final int BITS_OF_FEW = 8;

  /** Bits of values, changed so that they are in the values' order as unsigned numbers. */
  private final long[] keys;

  private final int[] rows;

  private RadixSort(int n) {
    keys = new long[n];
    rows = new int[n];
  }

  /**
   * Sorts a column.
   *
   * @param column n values, none NaN
   */
  public static RadixSort of(double[] column) {
    int n = column.length;
    RadixSort sorted = new RadixSort(n);
    int[] ends = n < LARGE ? new int[0] : sorted.cut(column);
    if (ends.length == 0) {
      for (int i = 0; i < n; i++) {
        sorted.keys[i] = key(column[i]);
        sorted.rows[i] = i;
      }
      ends = new int[] {n};
    }
    int longest = 0;
    for (int part = 0; part < ends.length; part++) {
      longest = Math.max(longest, ends[part] - (part == 0 ? 0 : ends[part - 1]));
    }
    long[] otherKeys = new long[longest];
    int[] otherRows = new int[longest];
    int start = 0;
    for (int end : ends) {
      if (end > start + 1) {
        sorted.sort(start, end, otherKeys, otherRows);
      }
      start = end;
    }
    return sorted;
  }

  /**
   * The rows of a column in ascending order of value, equal values in order of row.
   *
   * @param column n values, none NaN
   * @return n rows
   */
  public static int[] order(double[] column) {
    return of(column).rows;
  }

  /**
   * The places of whole numbers in ascending order, equal ones in order of place.
   *
   * @param numbers n numbers
   * @return n places
   */
  public static int[] order(long[] numbers) {
    RadixSort sorted = new RadixSort(numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      sorted.keys[i] = numbers[i] ^ Long.MIN_VALUE;
      sorted.rows[i] = i;
    }
    if (numbers.length > 1) {
      sorted.sort(0, numbers.length, new long[numbers.length], new int[numbers.length]);
    }
    return sorted.rows;
  }

  /**
   * The values of a column in ascending order; 0 and -0 are one value.
   *
   * @param column n values, none NaN
   * @return n values
   */
  public static double[] sorted(double[] column) {
    return of(column).values();
  }

  /** The rows in ascending order of value, equal values in order of row. */
  int[] rows() {
    return rows;
  }

  /** Whether two values are equal. */
  public boolean hasTies() {
    boolean ties = false;
    for (int p = 1; p < keys.length; p++) {
      ties |= keys[p] == keys[p - 1];
    }
    return ties;
  }

  /** The values in ascending order, without -0; a new array. */
  public double[] values() {
    double[] values = new double[keys.length];
    for (int p = 0; p < values.length; p++) {
      long key = keys[p];
      values[p] = Double.longBitsToDouble(key ^ ((~key >> 63) | Long.MIN_VALUE));
    }
    return values;
  }

  private static long key(double value) {
    // Zero is added so that -0 and 0 are one value.
    long bits = Double.doubleToRawLongBits(value + 0.0);
    return bits ^ ((bits >> 63) | Long.MIN_VALUE);
  }

  /**
   * Brings keys and rows into the order of equal parts of the range.
   *
   * @return where each part ends; nothing where the range has no such parts
   */
  private int[] cut(double[] column) {
    int n = column.length;
    double low = column[0];
    double high = column[0];
    for (double v : column) {
      low = v < low ? v : low;
      high = v > high ? v : high;
    }
    int parts = n / PART;
    double perUnit = parts / (high - low);
    if (!(perUnit > 0 && perUnit < Double.POSITIVE_INFINITY)) {
      return new int[0];
    }
    int[] at = new int[parts + 1];
    for (double v : column) {
      at[Math.min(parts - 1, (int) ((v - low) * perUnit)) + 1]++;
    }
    for (int part = 0; part < parts; part++) {
      at[part + 1] += at[part];
    }
    for (int i = 0; i < n; i++) {
      double v = column[i];
      int to = at[Math.min(parts - 1, (int) ((v - low) * perUnit))]++;
      keys[to] = key(v);
      rows[to] = i;
    }
    return Arrays.copyOf(at, parts);
  }

  /** Sorts what stands from start to end; equal keys stay in their order. */
  private void sort(int start, int end, long[] otherKeys, int[] otherRows) {
    int m = end - start;
    int bits = m > 4 * PART ? BITS_OF_MANY : BITS_OF_FEW;
    int passes = (Long.SIZE + bits - 1) / bits;
    int mask = (1 << bits) - 1;
    int[][] histograms = new int[passes][mask + 1];
    for (int i = start; i < end; i++) {
      long key = keys[i];
      for (int p = 0; p < passes; p++) {
        histograms[p][(int) (key >>> (p * bits)) & mask]++;
      }
    }
    boolean here = true;
    for (int p = 0; p < passes; p++) {
      int[] at = histograms[p];
      if (at[(int) (keys[start] >>> (p * bits)) & mask] == m) {
        continue;
      }
      int sum = here ? 0 : start;
      for (int b = 0; b <= mask; b++) {
        int count = at[b];
        at[b] = sum;
        sum += count;
      }
      if (here) {
        move(keys, rows, start, m, otherKeys, otherRows, at, p * bits, mask);
      } else {
        move(otherKeys, otherRows, 0, m, keys, rows, at, p * bits, mask);
      }
      here = !here;
    }
    if (!here) {
      System.arraycopy(otherKeys, 0, keys, start, m);
      System.arraycopy(otherRows, 0, rows, start, m);
    }
  }

  private static void move(
      long[] keys,
      int[] rows,
      int from,
      int m,
      long[] toKeys,
      int[] toRows,
      int[] at,
      int shift,
      int mask) {
    for (int i = from; i < from + m; i++) {
      long key = keys[i];
      int to = at[(int) (key >>> shift) & mask]++;
      toKeys[to] = key;
      toRows[to] = rows[i];
    }
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
}
