package io.github.miscope.inference;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PValue;
import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.Objects;
import java.util.Optional;

/**
 * A permutation test of independence, or of conditional independence: the estimate is repeated with
 * the rows of Y in other orders, and the p-value is (1 + the number of those estimates that are at
 * least as large as the observed one) / (1 + their number), which is exact (Phipson and Smyth,
 * "Permutation p-values should never be zero", 2010).
 *
 * <p>For I(X;Y|Z) without a scheme:
 *
 * <ul>
 *   <li>Z discrete: rows change places within its levels, which is exact.
 *   <li>Z with continuous columns: X and Y are regressed on Z, smoothly, and the statistic is the
 *       estimate from their residuals, since I(X;Y|Z) = I(X - f(Z); Y - g(Z)|Z) for any f and g.
 *       Under the null hypothesis the residuals of one side are put in other orders (within levels
 *       of Z's discrete columns), added to its fitted values and fitted anew (Freedman and Lane,
 *       Journal of Business and Economic Statistics 1, 292, 1983). No test holds whatever the
 *       distribution; this one does as far as the product of the errors of both regressions is
 *       small (Shah and Peters, "The hardness of conditional independence testing", Annals of
 *       Statistics 48, 1514, 2020) and errors change little with Z. {@link ConditionalInference}
 *       warns where residuals of both sides still depend on Z.
 *   <li>X or Y a function of Z: p = 1, as every draw of it given Z is what was observed.
 * </ul>
 *
 * <p>By regression a test costs, beside one estimate for each permutation, 2 ms at n = 100 and 12
 * at n = 500 for one column of Z, 17 and 63 ms for five: with {@code autoConditional} and 199
 * permutations 0.05 to 0.09 s at n = 100 and 0.6 s at n = 500, on one core.
 *
 * <p>The whole estimator is repeated: where it maximises over scales or chooses between views, so
 * does every repetition, and the p-value accounts for it. The same bits on any number of threads.
 *
 * <p>Rows that are copies of others ({@link io.github.miscope.estimator.DataWarning.RepeatedRows})
 * change places with them, where the scheme can ({@link PermutationScheme#ofUnits}): taken as
 * observations of their own they make independent variables look dependent.
 *
 * <p>A test may stop early ({@link #withStopAfter}): as soon as h permuted estimates are at least
 * as large as the observed one, after l of them, the p-value is h/l (Besag and Clifford,
 * "Sequential Monte Carlo p-values", Biometrika 78, 301, 1991, doi:10.1093/biomet/78.2.301). That
 * is as exact, and what would be large after all permutations costs few of them; what is small is
 * what it would be without.
 *
 * <p>From 5000 rows of continuous variables on, the statistic of {@code auto} and of nearest
 * neighbours has two steps. An estimate from a tenth of the rows (1000 at least) that is ten
 * standard deviations above what it is for other, independent draws counts as more than any
 * estimate from all rows; only where it is not, all rows are looked at. So plain dependence costs a
 * tenth, what is not plain is tested as without, and the test is as exact: the statistic is one
 * function of the data, the same for the observations and for each draw.
 *
 * <p>Jitter that breaks ties belongs to rows of the arrays, not to the values: the estimate is a
 * fixed function of (x, y), and permutation is as exact as without ties.
 *
 * @param permutations how many permutations to draw, at least 1; the smallest p-value is 1 / (1 +
 *     permutations)
 * @param scheme which ones; all rows, or by the kind of Z for a conditional test, if empty
 * @param seed the seed
 * @param stopAfter how many permuted estimates that reach the observed one are enough; 0 if all
 *     permutations are drawn
 */
public record PermutationTest(
    int permutations, Optional<PermutationScheme> scheme, Seed seed, int stopAfter) {

  /** More take days even of the shortest estimate. */
  static final int MAX_PERMUTATIONS = 10_000_000;

  /**
   * A permutation test.
   *
   * @param permutations how many permutations to draw
   * @param scheme which ones
   * @param seed the seed
   * @param stopAfter how many permuted estimates that reach the observed one are enough
   * @throws IllegalArgumentException if permutations &lt; 1 or &gt; 10000000, or stopAfter &lt; 0
   */
  public PermutationTest {
    Objects.requireNonNull(scheme, "scheme");
    Objects.requireNonNull(seed, "seed");
    Check.between("permutations", permutations, 1, MAX_PERMUTATIONS);
    Check.atLeast("stopAfter", stopAfter, 0);
  }

  /**
   * A test with so many permutations of all rows (or, for a conditional test, by the kind of Z).
   *
   * @param permutations how many permutations to draw
   * @return the test
   * @throws IllegalArgumentException if permutations &lt; 1 or &gt; 10000000
   */
  public static PermutationTest of(int permutations) {
    return new PermutationTest(permutations, Optional.empty(), Seed.of(0), 0);
  }

  /**
   * With other permutations.
   *
   * @param scheme which ones
   * @return a changed copy
   */
  public PermutationTest withScheme(PermutationScheme scheme) {
    Objects.requireNonNull(scheme, "scheme");
    return new PermutationTest(permutations, Optional.of(scheme), seed, stopAfter);
  }

  /**
   * With another seed.
   *
   * @param seed the seed
   * @return a changed copy
   */
  public PermutationTest withSeed(Seed seed) {
    return new PermutationTest(permutations, scheme, seed, stopAfter);
  }

  /**
   * The same, stopped as soon as so many permuted estimates reach the observed one. {@link
   * #draws(MutualInformationEstimator, Samples)} draws all permutations nevertheless.
   *
   * @param count how many are enough, 10 for instance; 0 for all permutations
   * @return a changed copy
   * @throws IllegalArgumentException if count &lt; 0
   */
  public PermutationTest withStopAfter(int count) {
    return new PermutationTest(permutations, scheme, seed, count);
  }

  /**
   * Tests whether X and Y are independent.
   *
   * @param estimator the statistic
   * @param samples the observations
   * @return the p-value
   * @throws IllegalArgumentException if the samples do not suit the estimator or the scheme
   * @throws InferenceInterruptedException if interrupted; it carries the p-value of the
   *     permutations so far
   */
  public PValue test(MutualInformationEstimator estimator, Samples samples) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(samples, "samples");
    return test(
        EstimationProblem.of(estimator, samples), estimator.estimate(samples).nats(), scheme());
  }

  /**
   * Tests whether X and Y are independent given Z.
   *
   * @param estimator the statistic
   * @param samples the observations
   * @return the p-value
   * @throws IllegalArgumentException if the samples do not suit the estimator or the scheme
   * @throws InferenceInterruptedException if interrupted; it carries the p-value of the
   *     permutations so far
   */
  public PValue test(ConditionalMutualInformationEstimator estimator, ConditionalSamples samples) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(samples, "samples");
    EstimationProblem problem = EstimationProblem.of(estimator, samples);
    double observed = estimator.estimate(samples).nats();
    return scheme.isPresent()
        ? test(problem, observed, scheme)
        : ConditionalNull.of(estimator, samples, problem, observed).pValue(this);
  }

  PValue test(EstimationProblem problem, double observed, Optional<PermutationScheme> chosen) {
    PermutationScheme rows = rows(problem, chosen);
    return new SequentialDraws(
            problem, observed, rows.permutations(problem.n(), permutations, seed), stopAfter)
        .pValue(() -> FirstStep.of(problem, rows, seed));
  }

  /**
   * What the statistic is if X and Y are independent.
   *
   * @param estimator the statistic
   * @param samples the observations
   * @return the statistic of the observations and of each draw
   * @throws IllegalArgumentException as {@link #test(MutualInformationEstimator, Samples)}
   * @throws InferenceInterruptedException if interrupted
   */
  public NullDraws draws(MutualInformationEstimator estimator, Samples samples) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(samples, "samples");
    return draws(
        EstimationProblem.of(estimator, samples), estimator.estimate(samples).nats(), scheme());
  }

  /**
   * What the statistic is if X and Y are independent given Z. Where residuals are permuted, the
   * statistic is the estimate from the residuals.
   *
   * @param estimator the statistic
   * @param samples the observations
   * @return the statistic of the observations and of each draw
   * @throws IllegalArgumentException as {@link #test(ConditionalMutualInformationEstimator,
   *     ConditionalSamples)}
   * @throws InferenceInterruptedException if interrupted
   */
  public NullDraws draws(
      ConditionalMutualInformationEstimator estimator, ConditionalSamples samples) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(samples, "samples");
    EstimationProblem problem = EstimationProblem.of(estimator, samples);
    double observed = estimator.estimate(samples).nats();
    return scheme.isPresent()
        ? draws(problem, observed, scheme)
        : ConditionalNull.of(estimator, samples, problem, observed).draws(permutations, seed);
  }

  NullDraws draws(EstimationProblem problem, double observed, Optional<PermutationScheme> chosen) {
    Permutations orders = rows(problem, chosen).permutations(problem.n(), permutations, seed);
    try {
      double[] nats =
          Repeats.of(
              orders.count(),
              problem.label(),
              b -> problem.permuted().applyAsDouble(orders.order().apply(b + 1)));
      return new NullDraws(observed, nats, orders.scheme());
    } catch (Repeats.Interrupted e) {
      double[] nats = e.finished();
      throw InferenceInterruptedException.of(
          e, nats.length == 0 ? null : new NullDraws(observed, nats, orders.scheme()).pValue());
    }
  }

  /** What moves rows, those that are copies together. */
  private static PermutationScheme rows(
      EstimationProblem problem, Optional<PermutationScheme> chosen) {
    PermutationScheme rows = chosen.orElseGet(PermutationScheme::allRows);
    return problem.data().repeated().flatMap(copies -> rows.ofUnits(copies.units())).orElse(rows);
  }

  @Override
  public String toString() {
    return permutations
        + " permutations of "
        + scheme.map(PermutationScheme::toString).orElse("rows");
  }
}
