package io.github.miscope.inference;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.EntropyEstimator;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Standard errors from non-overlapping subsamples (Holmes and Nemenman, "Estimation of mutual
 * information for real-valued data with error bars and controlled bias", Physical Review E 100,
 * 022404, 2019): the data are cut into parts, and the variance between the estimates of parts, at
 * two sizes of part, tells that of the estimate of the whole, by its law in n.
 *
 * <p>Never a bootstrap: an observation drawn twice is its own nearest neighbour at distance zero,
 * and makes nearest-neighbour estimates of a resample large and wrong, even of independent data.
 *
 * <p>An {@link io.github.miscope.estimator.AdaptiveEstimator} keeps in all parts what the whole has
 * chosen.
 *
 * <p>Rows that are copies of others ({@link io.github.miscope.estimator.DataWarning.RepeatedRows})
 * stay with them, as one observation, unless parts are contiguous.
 *
 * <p>By default the data are cut at random, many times over, into few large parts (2, 3, 4 or 5 by
 * n) and a few times into four times as many small ones; repeating lowers the noise of the error
 * itself. For an estimator of quadratic cost that is 13 times the price of the estimate below n =
 * 3000, 4 times at 3000 and 1.3 times from 5000 on. {@link #contiguous()} parts are for series in
 * order of time.
 *
 * @param areContiguous whether parts are runs of rows instead of random
 * @param parts the number of large parts; chosen by n if empty
 * @param degreesOfFreedom the degrees of freedom wanted at each of the two sizes, at least 1: more
 *     for a less noisy error. Not for contiguous parts
 * @param seed the seed of the partitions
 */
public record Subsampling(
    boolean areContiguous, OptionalInt parts, int degreesOfFreedom, Seed seed) {

  private static final int SMALLEST_PART = 10;
  private static final int FREEDOM = 24;
  private static final int MAX_FREEDOM = 1_000_000;
  private static final int CONTIGUOUS_PARTS = 10;

  /**
   * A way to take subsamples.
   *
   * @param areContiguous whether parts are runs of rows
   * @param parts the number of large parts
   * @param degreesOfFreedom the degrees of freedom wanted
   * @param seed the seed of the partitions
   * @throws IllegalArgumentException if parts &lt; 2, or degreesOfFreedom &lt; 1 or &gt; 1000000
   */
  public Subsampling {
    Objects.requireNonNull(parts, "parts");
    Objects.requireNonNull(seed, "seed");
    if (parts.isPresent() && parts.getAsInt() < 2) {
      throw new IllegalArgumentException("parts must be >= 2: parts=" + parts.getAsInt());
    }
    Check.between("degreesOfFreedom", degreesOfFreedom, 1, MAX_FREEDOM);
  }

  /**
   * Random parts.
   *
   * @return the default
   */
  public static Subsampling random() {
    return new Subsampling(false, OptionalInt.empty(), FREEDOM, Seed.of(0));
  }

  /**
   * Parts that are runs of rows, 10 and 5 of them, for series in order of time: they keep the
   * dependence between rows, which random parts tear apart. The error is right if a part is much
   * longer than the memory of the series; with 10 parts it is itself known to about a quarter.
   *
   * @return contiguous parts
   */
  public static Subsampling contiguous() {
    return new Subsampling(true, OptionalInt.empty(), FREEDOM, Seed.of(0));
  }

  /**
   * With another number of large parts.
   *
   * @param newParts at least 2
   * @return a changed copy
   */
  public Subsampling withParts(int newParts) {
    return new Subsampling(areContiguous, OptionalInt.of(newParts), degreesOfFreedom, seed);
  }

  /**
   * With a more or less exact error.
   *
   * @param newDegreesOfFreedom the degrees of freedom wanted at each size of part
   * @return a changed copy
   */
  public Subsampling withDegreesOfFreedom(int newDegreesOfFreedom) {
    return new Subsampling(areContiguous, parts, newDegreesOfFreedom, seed);
  }

  /**
   * With another seed of the partitions.
   *
   * @param seed the seed
   * @return a changed copy
   */
  public Subsampling withSeed(Seed seed) {
    return new Subsampling(areContiguous, parts, degreesOfFreedom, seed);
  }

  /**
   * The standard error of an estimate of mutual information.
   *
   * @param estimator the estimator
   * @param samples the observations
   * @return the standard error, in nats; 0 if all parts give the same estimate
   * @throws IllegalArgumentException if there are too few observations to cut into parts, the
   *     estimator refuses even halves of them, or a variable is constant in more than a quarter of
   *     these
   * @throws InferenceInterruptedException if interrupted; it carries what the partitions so far
   *     tell
   */
  public StandardError standardError(MutualInformationEstimator estimator, Samples samples) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(samples, "samples");
    return standardError(EstimationProblem.of(estimator, samples));
  }

  /**
   * The standard error of an estimate of conditional mutual information.
   *
   * @param estimator the estimator
   * @param samples the observations
   * @return the standard error, in nats
   * @throws IllegalArgumentException as {@link #standardError(MutualInformationEstimator, Samples)}
   * @throws InferenceInterruptedException if interrupted; it carries what the partitions so far
   *     tell
   */
  public StandardError standardError(
      ConditionalMutualInformationEstimator estimator, ConditionalSamples samples) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(samples, "samples");
    return standardError(EstimationProblem.of(estimator, samples));
  }

  /**
   * The standard error of an estimate of entropy.
   *
   * @param estimator the estimator
   * @param variable the observations
   * @return the standard error, in nats
   * @throws IllegalArgumentException as {@link #standardError(MutualInformationEstimator, Samples)}
   * @throws InferenceInterruptedException if interrupted; it carries what the partitions so far
   *     tell
   */
  public StandardError standardError(EntropyEstimator estimator, Variable variable) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(variable, "variable");
    return standardError(EstimationProblem.of(estimator, variable));
  }

  StandardError standardError(EstimationProblem problem) {
    int n = areContiguous ? problem.n() : observations(problem);
    int most = n / SMALLEST_PART;
    if (most < 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "n must be >= %d for error bars from subsamples: n=%d%s",
              2 * SMALLEST_PART,
              n,
              n < problem.n() ? " without copies of rows" : ""));
    }
    List<PartVariance> found = new ArrayList<>();
    try {
      if (areContiguous) {
        findRuns(problem, Math.min(parts.orElse(CONTIGUOUS_PARTS), most), found);
      } else {
        findRandom(problem, most, n, found);
      }
    } catch (Repeats.Interrupted e) {
      throw InferenceInterruptedException.of(
          e, found.isEmpty() ? Optional.empty() : Optional.of(error(found)));
    }
    return error(found);
  }

  private StandardError error(List<PartVariance> found) {
    if (areContiguous) {
      // The large parts are made of the small ones: they add hardly any degree of degreesOfFreedom.
      double variance = VarianceFit.pooled(found).variance();
      return new StandardError(Math.sqrt(variance), found.get(0).parts() - 1.0, found, true);
    }
    VarianceFit.Result fit = VarianceFit.line(found);
    return new StandardError(Math.sqrt(fit.variance()), fit.degreesOfFreedom(), found, false);
  }

  private void findRandom(EstimationProblem problem, int most, int n, List<PartVariance> found) {
    int large = Math.min(parts.orElse(Math.max(2, Math.min(5, n / 1000))), most);
    largeParts(problem, large, found);
    large = found.get(0).parts();
    smallParts(problem, Math.min(4 * large, most), large, found);
  }

  /** Rows and their copies are one observation. */
  private static int observations(EstimationProblem problem) {
    return problem.data().repeated().map(copies -> copies.units().length).orElse(problem.n());
  }

  /** Parts too small for the estimator are no fault: larger ones are tried. */
  private void smallParts(
      EstimationProblem problem, int wanted, int large, List<PartVariance> found) {
    for (int p = wanted; p > large; p /= 2) {
      try {
        find(problem, p, found);
        return;
      } catch (IllegalArgumentException e) {
        // The next ones are larger.
      }
    }
  }

  /** What one partition into contiguous parts tells, at two sizes, by the law 1/n. */
  private void findRuns(EstimationProblem problem, int small, List<PartVariance> found) {
    largeParts(problem, small, found);
    int most = found.get(0).parts();
    if (most >= 4) {
      find(problem, most / 2, found);
    }
  }

  /** Estimates on the wanted number of parts, or on fewer if the estimator refuses them. */
  private void largeParts(EstimationProblem problem, int wanted, List<PartVariance> found) {
    for (int p = wanted; ; p = Math.max(2, p / 2)) {
      try {
        find(problem, p, found);
        return;
      } catch (IllegalArgumentException e) {
        if (p == 2) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "error bars of %s need estimates from halves of the n=%d observations: %s",
                  problem.label(),
                  problem.n(),
                  e.getMessage()),
              e);
        }
      }
    }
  }

  private int repeats(int p) {
    return (degreesOfFreedom + p - 2) / (p - 1);
  }

  /** Adds what parts of one size tell; where they are interrupted, what whole partitions tell. */
  private void find(EstimationProblem problem, int p, List<PartVariance> found) {
    try {
      found.add(
          areContiguous
              ? PartVariance.ofRuns(problem, p)
              : PartVariance.of(problem, p, repeats(p), seed));
    } catch (Repeats.Interrupted e) {
      double[] nats = e.finishedRuns(p);
      if (nats.length > 0) {
        found.add(PartVariance.of(p, problem.n() / p, nats));
      }
      throw e;
    }
  }

  @Override
  public String toString() {
    return areContiguous ? "contiguous subsamples" : "random subsamples";
  }
}
