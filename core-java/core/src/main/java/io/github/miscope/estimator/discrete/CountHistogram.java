package io.github.miscope.estimator.discrete;

import io.github.miscope.internal.parallel.Lazy;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How many levels were seen once, twice, ... Sums over it do not depend on the order of levels.
 * Immutable as far as anyone can see.
 */
final class CountHistogram {

  private record KnownChance(CountHistogram other, Chance chance) {}

  private final int n;
  private final int[] counts;
  private final int[] levels;
  private final int allLevels;
  private final Lazy<Double> schuermann = new Lazy<>(this::sumOfShares);
  private final Lazy<BoundedEntropy> entropy = new Lazy<>(() -> BoundedEntropy.of(List.of(this)));
  private final AtomicReference<@Nullable KnownChance> known = new AtomicReference<>();

  private CountHistogram(int n, int[] counts, int[] levels) {
    this.n = n;
    this.counts = counts;
    this.levels = levels;
    allLevels = Arrays.stream(levels).sum();
  }

  /** From the count of each level, all at least 1. */
  static CountHistogram of(int... countOfLevel) {
    int[] sorted = countOfLevel.clone();
    Arrays.sort(sorted);
    int[] counts = new int[sorted.length];
    int[] levels = new int[sorted.length];
    int distinct = 0;
    int n = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        counts[distinct++] = sorted[i];
      }
      levels[distinct - 1]++;
      n += sorted[i];
    }
    return new CountHistogram(n, Arrays.copyOf(counts, distinct), Arrays.copyOf(levels, distinct));
  }

  int n() {
    return n;
  }

  /** How many different counts there are. */
  int size() {
    return counts.length;
  }

  /** The i-th smallest count. */
  int count(int i) {
    return counts[i];
  }

  /** How many levels have the i-th smallest count. */
  int levels(int i) {
    return levels[i];
  }

  /** How many levels were seen. */
  int levels() {
    return allLevels;
  }

  /** How many levels were seen so often. */
  int levelsSeen(int times) {
    int i = Arrays.binarySearch(counts, times);
    return i < 0 ? 0 : levels[i];
  }

  /** The plug-in entropy. */
  double plugIn() {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += (double) levels[i] * counts[i] * Math.log((double) n / counts[i]);
    }
    return sum / n;
  }

  /** {@link Schuermann}'s entropy; zero where one level was seen. */
  double schuermann() {
    return schuermann.get();
  }

  /** The entropy of {@link Correction#CHANCE_ADJUSTED}. */
  double entropy() {
    return entropy.get().nats();
  }

  private double sumOfShares() {
    if (allLevels < 2) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += (double) levels[i] * counts[i] * Schuermann.share(counts[i], n);
    }
    return sum / n;
  }

  /**
   * What chance gives with these margins and others. Remembered: a permutation test asks again.
   *
   * @throws io.github.miscope.estimator.EstimationInterruptedException if interrupted
   */
  Chance chance(CountHistogram other) {
    KnownChance last = known.get();
    if (last != null && last.other == other) {
      return last.chance;
    }
    Chance chance = compare(other) <= 0 ? Chance.of(this, other) : Chance.of(other, this);
    known.set(new KnownChance(other, chance));
    return chance;
  }

  /** An order that makes sums over two histograms the same, whichever comes first. */
  private int compare(CountHistogram other) {
    int byCounts = Arrays.compare(counts, other.counts);
    return byCounts != 0 ? byCounts : Arrays.compare(levels, other.levels);
  }
}
