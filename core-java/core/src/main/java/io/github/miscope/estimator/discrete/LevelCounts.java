package io.github.miscope.estimator.discrete;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.parallel.Lazy;
import io.github.miscope.sample.Variable;
import java.util.concurrent.CancellationException;

/** The level of each observation, and how often each level was seen. */
final class LevelCounts {

  /** Rows between two looks at the interrupt flag. */
  private static final int ROWS = 1 << 12;

  /** Tables of no more cells, or of fewer than four per row, are held whole. */
  private static final int DENSE = 1 << 12;

  /** 2^64 over the golden ratio: spreads keys that differ little. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final int[] level;
  private final int[] counts;
  private final Lazy<CountHistogram> histogram;

  private LevelCounts(int[] level, int levels) {
    this.level = level;
    counts = new int[levels];
    for (int l : level) {
      counts[l]++;
    }
    histogram = new Lazy<>(() -> CountHistogram.of(counts));
  }

  private LevelCounts(int[] level, LevelCounts same) {
    this.level = level;
    counts = same.counts;
    histogram = same.histogram;
  }

  static LevelCounts of(Variable variable) {
    try {
      int[] level = variable.levels();
      int largest = 0;
      for (int l : level) {
        largest = Math.max(largest, l);
      }
      return new LevelCounts(level, largest + 1);
    } catch (CancellationException e) {
      throw EstimationInterruptedException.of(e);
    }
  }

  /** The observations in another order; counts are kept. */
  LevelCounts permuted(int... rows) {
    int[] permuted = new int[rows.length];
    for (int i = 0; i < permuted.length; i++) {
      permuted[i] = level[rows[i]];
    }
    return new LevelCounts(permuted, this);
  }

  /** Some of the observations, with the levels that they have. */
  LevelCounts rows(int... rows) {
    int[] code = new int[levels()];
    int[] chosen = new int[rows.length];
    int seen = 0;
    for (int i = 0; i < chosen.length; i++) {
      int l = level[rows[i]];
      if (code[l] == 0) {
        code[l] = ++seen;
      }
      chosen[i] = code[l] - 1;
    }
    return new LevelCounts(chosen, seen);
  }

  /** The rows of each level. */
  int[][] rowsOfLevels() {
    int[][] rows = new int[levels()][];
    for (int l = 0; l < rows.length; l++) {
      rows[l] = new int[counts[l]];
    }
    int[] filled = new int[levels()];
    for (int i = 0; i < level.length; i++) {
      rows[level[i]][filled[level[i]]++] = i;
    }
    return rows;
  }

  /** The pairs of levels that were seen. */
  LevelCounts with(LevelCounts other) {
    long pairs = (long) levels() * other.levels();
    return pairs <= Math.max(DENSE, 4L * n()) ? dense(other, (int) pairs) : sparse(other);
  }

  private LevelCounts dense(LevelCounts other, int pairs) {
    int[] code = new int[pairs];
    int[] joint = new int[level.length];
    int seen = 0;
    for (int i = 0; i < joint.length; i++) {
      if (i % ROWS == 0) {
        EstimationInterruptedException.throwIfInterrupted("the count of levels");
      }
      int pair = level[i] * other.levels() + other.level[i];
      if (code[pair] == 0) {
        code[pair] = ++seen;
      }
      joint[i] = code[pair] - 1;
    }
    return new LevelCounts(joint, seen);
  }

  private LevelCounts sparse(LevelCounts other) {
    // Open addressing: the code of a pair is where its key is, or in the next free place.
    int places = Math.max(2, Integer.highestOneBit(n()) << 2);
    long[] keys = new long[places];
    int[] code = new int[places];
    int[] joint = new int[level.length];
    int seen = 0;
    for (int i = 0; i < joint.length; i++) {
      if (i % ROWS == 0) {
        EstimationInterruptedException.throwIfInterrupted("the count of levels");
      }
      long pair = (long) level[i] * other.levels() + other.level[i];
      int place = (int) ((pair * GOLDEN) >>> 32) & (places - 1);
      while (code[place] > 0 && keys[place] != pair) {
        place = (place + 1) & (places - 1);
      }
      if (code[place] == 0) {
        keys[place] = pair;
        code[place] = ++seen;
      }
      joint[i] = code[place] - 1;
    }
    return new LevelCounts(joint, seen);
  }

  int n() {
    return level.length;
  }

  int levels() {
    return counts.length;
  }

  int singletons() {
    return histogram().levelsSeen(1);
  }

  /** How many levels were seen once, twice, ... */
  CountHistogram histogram() {
    return histogram.get();
  }

  int levelOf(int i) {
    return level[i];
  }

  /** How many observations share the level of observation i, itself included. */
  int countAt(int i) {
    return counts[level[i]];
  }

  /** What each observation contributes to the entropy: an estimate of -log p of its level. */
  double[] shares(Correction correction) {
    double[] byCount = new double[n() + 1];
    double[] shares = new double[n()];
    if (levels() > 1) {
      for (int count : counts) {
        byCount[count] = correction.share(count, this);
      }
      for (int i = 0; i < shares.length; i++) {
        shares[i] = byCount[countAt(i)];
      }
    }
    return shares;
  }
}
