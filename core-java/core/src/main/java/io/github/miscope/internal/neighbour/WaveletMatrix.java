package io.github.miscope.internal.neighbour;

/**
 * A sequence of whole numbers in which those of a range of positions and of values are counted in
 * log n steps, whatever the numbers: the wavelet matrix of Claude, Navarro and
 * Ord&oacute;&ntilde;ez (Information Systems 47, 15, 2015).
 *
 * <p>Level by level, from the highest bit down, the sequence is parted stably into numbers whose
 * bit is 0 and those whose bit is 1. Positions are carried through the levels by counting ones.
 */
final class WaveletMatrix {

  private final int levels;

  /** For each level 64 bits of the sequence at that level in a word. */
  private final long[][] bits;

  /** For each level the number of ones before each word. */
  private final int[][] onesBefore;

  /** For each level where its numbers with a one go: behind all with a zero. */
  private final int[] zeros;

  /**
   * A sequence.
   *
   * @param sequence n numbers from 0 to n - 1
   */
  WaveletMatrix(int[] sequence) {
    int n = sequence.length;
    levels = Math.max(1, 32 - Integer.numberOfLeadingZeros(n - 1));
    int words = n / 64 + 1;
    bits = new long[levels][words];
    onesBefore = new int[levels][words];
    zeros = new int[levels];
    int[] now = sequence.clone();
    int[] next = new int[n];
    int[] ones = new int[n];
    for (int level = levels - 1; level >= 0; level--) {
      long[] own = bits[level];
      int zero = 0;
      int one = 0;
      for (int p = 0; p < n; p++) {
        int value = now[p];
        int bit = (value >>> level) & 1;
        own[p >>> 6] |= (long) bit << p;
        // Both are written, one stays: no branch to mispredict.
        next[zero] = value;
        ones[one] = value;
        one += bit;
        zero += 1 - bit;
      }
      System.arraycopy(ones, 0, next, zero, one);
      zeros[level] = zero;
      int sum = 0;
      for (int w = 0; w < words; w++) {
        onesBefore[level][w] = sum;
        sum += Long.bitCount(own[w]);
      }
      int[] swap = now;
      now = next;
      next = swap;
    }
  }

  /** The number of positions from (inclusive) to to (exclusive) with low &le; value &lt; high. */
  int count(int from, int to, int low, int high) {
    int level = levels - 1;
    int end = 1 << levels;
    if (low >= end) {
      return 0;
    }
    // As long as both limits have the same bits, what is below one is below the other.
    while (level >= 0 && high < end && ((low ^ high) >>> level) == 0) {
      int a = ones(level, from);
      int b = ones(level, to);
      boolean one = ((low >>> level) & 1) == 1;
      from = one ? zeros[level] + a : from - a;
      to = one ? zeros[level] + b : to - b;
      level--;
    }
    int belowHigh = high >= end ? to - from : below(level, from, to, high);
    return belowHigh - below(level, from, to, low);
  }

  /** How many of the positions have a value whose bits from a level down are below a limit's. */
  private int below(int from, int first, int last, int limit) {
    int a = first;
    int b = last;
    int count = 0;
    for (int level = from; level >= 0 && a < b; level--) {
      int onesA = ones(level, a);
      int onesB = ones(level, b);
      if (((limit >>> level) & 1) == 1) {
        count += b - a - (onesB - onesA);
        a = zeros[level] + onesA;
        b = zeros[level] + onesB;
      } else {
        a -= onesA;
        b -= onesB;
      }
    }
    return count;
  }

  private int ones(int level, int position) {
    int word = position >>> 6;
    return onesBefore[level][word] + Long.bitCount(bits[level][word] & ((1L << position) - 1));
  }
}
