package io.github.miscope.estimator.discrete;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.sample.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** The level of each observation, and how often each level was seen. */
final class LevelCounts {

  /** Rows between two looks at the interrupt flag. */
  private static final int ROWS = 1 << 12;

  private final int[] level;
  private final int[] counts;
  private final int singletons;

  private LevelCounts(int[] level, int levels) {
    this.level = level;
    this.counts = new int[levels];
    for (int l : level) {
      counts[l]++;
    }
    int once = 0;
    for (int count : counts) {
      once += count == 1 ? 1 : 0;
    }
    this.singletons = once;
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

  /** The pairs of levels that were seen. */
  LevelCounts with(LevelCounts other) {
    Map<Long, Integer> seen = new HashMap<>();
    int[] joint = new int[level.length];
    for (int i = 0; i < joint.length; i++) {
      if (i % ROWS == 0) {
        EstimationInterruptedException.throwIfInterrupted("the count of levels");
      }
      long pair = (long) level[i] * other.levels() + other.level[i];
      Integer known = seen.putIfAbsent(pair, seen.size());
      joint[i] = known == null ? seen.size() - 1 : known;
    }
    return new LevelCounts(joint, seen.size());
  }

  int n() {
    return level.length;
  }

  int levels() {
    return counts.length;
  }

  int singletons() {
    return singletons;
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
