package io.github.miscope.internal.neighbour.rank;

import java.util.Arrays;

/**
 * Counts in log n steps, whatever the sequence of whole numbers: the wavelet matrix of Claude,
 * Navarro and Ord&oacute;&ntilde;ez (Information Systems 47, 15, 2015).
 *
 * <p>Level by level, from the highest bit down, the sequence is parted stably into numbers whose
 * bit is 0 and those whose bit is 1. Positions are carried through the levels by counting ones.
 */
final class WaveletMatrix implements RankCounts {

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

  @Override
  public Boxes boxes(int size) {
    return new Batch(size);
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

  /** Boxes, and what is left of them at a level. */
  private final class Batch extends Boxes {
    private final Limits lower;
    private final Limits upper;

    Batch(int size) {
      super(size);
      lower = new Limits(low);
      upper = new Limits(high);
    }

    /**
     * Level by level: the way of one box through the levels waits for memory at each, but not for
     * the others.
     */
    @Override
    void count(int m) {
      lower.start(from, to, m);
      upper.start(from, to, m);
      for (int level = levels - 1; level >= 0; level--) {
        below(lower, level, m);
        below(upper, level, m);
      }
      for (int i = 0; i < m; i++) {
        found[i] = upper.count[i] - lower.count[i];
      }
    }
  }

  /** Ranges of positions, and what their values are counted below. */
  private static final class Limits {
    private final int[] limit;
    private final int[] from;
    private final int[] to;
    private final int[] count;

    Limits(int[] limit) {
      this.limit = limit;
      from = new int[limit.length];
      to = new int[limit.length];
      count = new int[limit.length];
    }

    private void start(int[] starts, int[] ends, int m) {
      System.arraycopy(starts, 0, from, 0, m);
      System.arraycopy(ends, 0, to, 0, m);
      Arrays.fill(count, 0, m, 0);
    }
  }
}
