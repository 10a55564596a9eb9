package io.github.miscope.inference;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Estimates on the parts of random partitions of the data into parts of one size.
 *
 * @param parts into how many parts the data were cut
 * @param n the observations in a part, rounded down
 * @param repeats how many partitions were drawn
 * @param mean the mean estimate, in nats
 * @param variance the variance of one part's estimate: the mean over partitions of the sample
 *     variance between parts
 * @param meanVariance the variance, between partitions, of a partition's mean
 */
public record PartVariance(
    int parts, int n, int repeats, double mean, double variance, double meanVariance) {

  /** More parts that have lost a variable are no parts to take a variance from. */
  private static final double MAX_LOST = 0.25;

  /**
   * The nominal degrees of freedom of the variance.
   *
   * @return repeats (parts - 1)
   */
  public int degreesOfFreedom() {
    return repeats * (parts - 1);
  }

  /** From random partitions. */
  static PartVariance of(EstimationProblem problem, int parts, int repeats, Seed seed) {
    Partitions partitions =
        new Partitions(problem.n(), problem.data().repeated(), parts, repeats, seed);
    requireSpread(problem, parts, repeats, partitions::of);
    double[] nats =
        Repeats.of(
            partitions.size(),
            problem.label(),
            i -> partitions.take(i, rows -> problem.ofRows().applyAsDouble(rows)));
    return of(parts, problem.n() / parts, nats);
  }

  /** From random partitions, for each of several k. */
  static List<PartVariance> of(
      MutualInformationEstimator estimator,
      Samples samples,
      Optional<RepeatedRows> repeated,
      int[] ks,
      int parts,
      int repeats,
      Seed seed) {
    Partitions partitions = new Partitions(samples.n(), repeated, parts, repeats, seed);
    double[][] nats = new double[ks.length][partitions.size()];
    Repeats.run(
        partitions.size(),
        estimator.toString(),
        i ->
            partitions.take(
                i, rows -> NearestNeighbours.estimateForKs(estimator, samples.rows(rows), ks)),
        (i, estimates) -> {
          for (int a = 0; a < ks.length; a++) {
            nats[a][i] = estimates.get(a).nats();
          }
        });
    return Arrays.stream(nats).map(own -> of(parts, samples.n() / parts, own)).toList();
  }

  /** From one partition into runs of rows. */
  static PartVariance ofRuns(EstimationProblem problem, int parts) {
    int[][] rows = Partition.contiguous(problem.n(), parts);
    requireSpread(problem, parts, 1, repeat -> rows);
    double[] nats =
        Repeats.of(rows.length, problem.label(), i -> problem.ofRows().applyAsDouble(rows[i]));
    return of(parts, problem.n() / parts, nats);
  }

  /** Parts without one of the variables all give zero, whose variance is no error. */
  private static void requireSpread(
      EstimationProblem problem, int parts, int repeats, IntFunction<int[][]> partitions) {
    Map<String, Integer> lost = new TreeMap<>();
    for (int r = 0; r < repeats; r++) {
      Repeats.requireRunning(problem.label());
      for (int[] part : partitions.apply(r)) {
        problem.data().lost(part).ifPresent(name -> lost.merge(name, 1, Integer::sum));
      }
    }
    int count = repeats * parts;
    int without = lost.values().stream().mapToInt(Integer::intValue).sum();
    if (without > MAX_LOST * count) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "in %d of %d random parts of %d rows, %s has one level or value only, or others in"
                  + " one row each",
              without,
              count,
              problem.n() / parts,
              String.join(", ", lost.keySet())));
    }
  }

  /** From estimates in the order partition by partition. */
  static PartVariance of(int parts, int n, double[] nats) {
    int repeats = nats.length / parts;
    double mean = 0;
    double within = 0;
    double[] means = new double[repeats];
    for (int r = 0; r < repeats; r++) {
      for (int j = 0; j < parts; j++) {
        means[r] += nats[r * parts + j] / parts;
      }
      for (int j = 0; j < parts; j++) {
        double deviation = nats[r * parts + j] - means[r];
        within += deviation * deviation;
      }
      mean += means[r] / repeats;
    }
    double between = 0;
    for (double m : means) {
      between += (m - mean) * (m - mean);
    }
    return new PartVariance(
        parts,
        n,
        repeats,
        mean,
        within / (repeats * (parts - 1)),
        repeats > 1 ? between / (repeats - 1) : 0);
  }
}
