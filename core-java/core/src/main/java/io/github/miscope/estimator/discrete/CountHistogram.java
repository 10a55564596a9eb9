package io.github.miscope.estimator.discrete;

import io.github.miscope.internal.parallel.Lazy;
import java.util.Arrays;
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
  private final Lazy<Double> entropy = new Lazy<>(this::boundedEntropy);
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
   * The plug-in entropy and {@link Schuermann}'s correction of it, which ends smoothly at log K, K
   * being the number of levels seen, or above it by what levels not seen may add: f log n for a part
   * f = (f_1 - 1)/n of levels seen once. Levels of one count each thus have log K exactly.
   */
  double entropy() {
    return entropy.get();
  }

  private double boundedEntropy() {
    if (allLevels < 2) {
      return 0;
    }
    double most = Math.log(allLevels);
    double unseen = Math.max(0, levelsSeen(1) - 1) * Math.log(n) / n;
    if (counts.length == 1 && unseen == 0) {
      return most;
    }
    double plugIn = plugIn();
    return plugIn + lesser(schuermann() - plugIn, Math.max(0, most - plugIn) + unseen);
  }

  /** About the lesser in size of the two, smoothly: within 9 % where they are equal. */
  private static double lesser(double correction, double room) {
    double size = Math.abs(correction);
    if (size == 0 || room == 0) {
      return 0;
    }
    double small = Math.min(size, room);
    double ratio = small / Math.max(size, room);
    return Math.signum(correction) * small / Math.pow(1 + Math.pow(ratio, 8), 0.125);
  }

  /**
   * How much there is to learn from levels that repeat: 1 less (f_1/n)^(4 + n/8), which is 1 unless
   * nearly every level was seen once, and about 1 - exp(-r/8) if r rows share their level.
   */
  double repetition() {
    return 1 - Math.pow(levelsSeen(1) / (double) n, 4 + n / 8.0);
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
