package io.github.miscope.internal.neighbour;

import java.util.Arrays;

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

  /**
   * For each level and 64 numbers of the sequence two words: their bits at that level, and the
   * number of ones before. They lie beside each other, so that both come from memory at once.
   */
  private final long[][] words;

  /** For each level where its numbers with a one go: behind all with a zero. */
  private final int[] zeros;

  /**
   * A sequence.
   *
   * @param sequence n numbers from 0 to n - 1
   */
  WaveletMatrix(int[] sequence) {
    int n = sequence.length;
    // So many that n itself, the largest limit, has no higher bit.
    levels = 32 - Integer.numberOfLeadingZeros(n);
    words = new long[levels][2 * (n / 64 + 1)];
    zeros = new int[levels];
    int[] now = sequence.clone();
    int[] next = new int[n];
    int[] ones = new int[n];
    for (int level = levels - 1; level >= 0; level--) {
      long[] own = words[level];
      int zero = 0;
      int one = 0;
      for (int p = 0; p < n; p++) {
        int value = now[p];
        int bit = (value >>> level) & 1;
        own[p >>> 6 << 1] |= (long) bit << p;
        // Both are written, one stays: no branch to mispredict.
        next[zero] = value;
        ones[one] = value;
        one += bit;
        zero += 1 - bit;
      }
      System.arraycopy(ones, 0, next, zero, one);
      zeros[level] = zero;
      int sum = 0;
      for (int w = 0; w < own.length; w += 2) {
        own[w + 1] = sum;
        sum += Long.bitCount(own[w]);
      }
      int[] swap = now;
      now = next;
      next = swap;
    }
  }

  /**
   * Counts the first boxes of a batch, level by level: the way of one box through the levels waits
   * for memory at each, but not for the others.
   */
  void count(Batch boxes, int m) {
    boxes.start(m);
    for (int level = levels - 1; level >= 0; level--) {
      below(boxes.low, level, m);
      below(boxes.high, level, m);
    }
  }

  /**
   * Adds how many of the positions have a lower bit than the limit at a level, and takes the rest.
   */
  private void below(Limits limits, int level, int m) {
    long[] own = words[level];
    int zero = zeros[level];
    int[] from = limits.from;
    int[] to = limits.to;
    int[] limit = limits.limit;
    int[] count = limits.count;
    for (int i = 0; i < m; i++) {
      int a = from[i];
      int b = to[i];
      int onesA = ones(own, a);
      int onesB = ones(own, b);
      int zerosA = a - onesA;
      int zerosB = b - onesB;
      int one = -((limit[i] >>> level) & 1);
      count[i] += (zerosB - zerosA) & one;
      from[i] = zerosA + ((zero + onesA - zerosA) & one);
      to[i] = zerosB + ((zero + onesB - zerosB) & one);
    }
  }

  private static int ones(long[] own, int position) {
    int word = position >>> 6 << 1;
    return (int) own[word + 1] + Long.bitCount(own[word] & ((1L << position) - 1));
  }

  /** Boxes of positions and values to count; serves one thread. */
  static final class Batch {
    private final Limits low;
    private final Limits high;

    Batch(int size) {
      low = new Limits(size);
      high = new Limits(size);
    }

    /** Positions from (inclusive) to to (exclusive) of a box. */
    void positions(int i, int from, int to) {
      low.from[i] = from;
      low.to[i] = to;
    }

    /** Values from low (inclusive) to high (exclusive), at most n, of a box. */
    void values(int i, int from, int to) {
      low.limit[i] = from;
      high.limit[i] = to;
    }

    /** How many positions of a box have one of its values. */
    int count(int i) {
      return high.count[i] - low.count[i];
    }

    private void start(int m) {
      System.arraycopy(low.from, 0, high.from, 0, m);
      System.arraycopy(low.to, 0, high.to, 0, m);
      Arrays.fill(low.count, 0);
      Arrays.fill(high.count, 0);
    }
  }

  /** Ranges of positions, and what their values are counted below. */
  private static final class Limits {
    private final int[] from;
    private final int[] to;
    private final int[] limit;
    private final int[] count;

    Limits(int size) {
      from = new int[size];
      to = new int[size];
      limit = new int[size];
      count = new int[size];
    }
  }
}
