package io.github.miscope.inference;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Estimates from the whole, halves, thirds, ... of the data, for several k: a bias that is not
 * small shows as a drift with n (Holmes and Nemenman 2019, section III). No drift is no proof: a
 * bias may have settled, as that of strongly dependent variables in high dimension.
 *
 * @param ks the numbers of neighbours, ascending; those too large for half of the data are left out
 * @param mostParts the largest number of parts, at least 2
 * @param repeats how many partitions into each number of parts, at least 2
 * @param seed the seed of the partitions
 */
public record Drift(List<Integer> ks, int mostParts, int repeats, Seed seed) {

  private static final int SMALLEST_PART = 10;
  private static final int MAX_REPEATS = 100_000;

  /**
   * A study of drift.
   *
   * @param ks the numbers of neighbours, ascending
   * @param mostParts the largest number of parts
   * @param repeats how many partitions into each number of parts
   * @param seed the seed of the partitions
   * @throws IllegalArgumentException if there is no k, one is &lt; 1, they do not ascend, mostParts
   *     &lt; 2 or repeats &lt; 2
   */
  public Drift {
    Objects.requireNonNull(ks, "ks");
    Objects.requireNonNull(seed, "seed");
    ks = List.copyOf(ks);
    if (ks.isEmpty()) {
      throw new IllegalArgumentException("drift needs at least 1 k: there is none");
    }
    if (ks.get(0) < 1) {
      throw new IllegalArgumentException("k must be >= 1: k=" + ks.get(0));
    }
    for (int i = 1; i < ks.size(); i++) {
      if (ks.get(i) <= ks.get(i - 1)) {
        throw new IllegalArgumentException("ks must ascend: " + ks);
      }
    }
    Check.between("mostParts", mostParts, 2, Integer.MAX_VALUE);
    Check.between("repeats", repeats, 2, MAX_REPEATS);
  }

  /**
   * k = 1, 2, 3, 5, 8, 12, 20 and 1 to 10 parts, 4 partitions each: about 60 estimates of the
   * whole.
   *
   * @return the default
   */
  public static Drift standard() {
    return new Drift(List.of(1, 2, 3, 5, 8, 12, 20), 10, 4, Seed.of(0));
  }

  /**
   * With other k.
   *
   * @param ks ascending
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, one is &lt; 1 or they do not ascend
   */
  public Drift withKs(Integer... ks) {
    Objects.requireNonNull(ks, "ks");
    return new Drift(List.of(ks), mostParts, repeats, seed);
  }

  /**
   * With more or fewer parts.
   *
   * @param newMostParts the largest number of parts
   * @return a changed copy
   * @throws IllegalArgumentException if less than 2
   */
  public Drift withMostParts(int newMostParts) {
    return new Drift(ks, newMostParts, repeats, seed);
  }

  /**
   * With more or fewer partitions into each number of parts.
   *
   * @param newRepeats how many
   * @return a changed copy
   * @throws IllegalArgumentException if less than 2
   */
  public Drift withRepeats(int newRepeats) {
    return new Drift(ks, mostParts, newRepeats, seed);
  }

  /**
   * With another seed.
   *
   * @param seed the seed of the partitions
   * @return a changed copy
   */
  public Drift withSeed(Seed seed) {
    return new Drift(ks, mostParts, repeats, seed);
  }

  /**
   * Estimates from parts of the data, for each k.
   *
   * @param estimator an estimator with a k
   * @param samples the observations
   * @return the table, which also chooses a k
   * @throws IllegalArgumentException if the estimator has no k, or the data are too few for halves
   *     at the smallest k
   * @throws io.github.miscope.estimator.EstimationInterruptedException if interrupted
   */
  public DriftTable table(MutualInformationEstimator estimator, Samples samples) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(samples, "samples");
    int[] ks = this.ks.stream().mapToInt(k -> k).filter(k -> most(k, samples.n()) >= 2).toArray();
    if (ks.length == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "drift needs halves of %d observations or more, and of 2k, k=%d: n=%d",
              SMALLEST_PART,
              this.ks.get(0),
              samples.n()));
    }
    Optional<RepeatedRows> repeated = RepeatedRows.among(samples.x(), samples.y());
    List<Estimate> whole = NearestNeighbours.estimateForKs(estimator, samples, ks);
    List<List<PartVariance>> parts = new ArrayList<>();
    for (int k : ks) {
      parts.add(new ArrayList<>(most(k, samples.n()) - 1));
    }
    // A larger k allows no more parts than a smaller one.
    for (int p = 2; p <= most(ks[0], samples.n()); p++) {
      int number = p;
      int[] some = Arrays.stream(ks).filter(k -> most(k, samples.n()) >= number).toArray();
      List<PartVariance> found =
          PartVariance.of(estimator, samples, repeated, some, p, repeats, seed);
      for (int a = 0; a < some.length; a++) {
        parts.get(a).add(found.get(a));
      }
    }
    List<DriftRow> rows = new ArrayList<>();
    List<DriftTest> tests = new ArrayList<>();
    for (int a = 0; a < ks.length; a++) {
      tests.add(test(ks[a], samples.n(), whole.get(a).nats(), parts.get(a), rows));
    }
    return new DriftTable(estimator.toString(), rows, tests);
  }

  private int most(int k, int n) {
    return Math.min(mostParts, (int) (n / Math.max(SMALLEST_PART, 2L * k)));
  }

  private DriftTest test(
      int k, int n, double whole, List<PartVariance> found, List<DriftRow> rows) {
    double noise = 0;
    for (PartVariance part : found) {
      noise += part.meanVariance() / found.size();
    }
    double error = Math.sqrt(VarianceFit.line(found).variance());
    rows.add(new DriftRow(k, 1, n, whole, error));
    for (PartVariance part : found) {
      double ofMean = Math.sqrt(part.variance() / part.parts());
      rows.add(new DriftRow(k, part.parts(), part.n(), part.mean(), ofMean));
    }
    // What partitions of the same data differ by is the noise of the whole's estimate, too.
    return new DriftTest(
        k, whole - found.get(0).mean(), Math.sqrt(noise * (1 + 1.0 / repeats)), error);
  }
}
