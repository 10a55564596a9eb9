package io.github.miscope.inference;

import io.github.miscope.estimator.DefaultEstimator;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.estimator.PValue;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.internal.parallel.Lazy;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.commons.rng.sampling.CombinationSampler;

/**
 * The first step of a test of many rows: the estimate from a tenth of them. Where it is beyond what
 * it is for independent variables, dependence is plain, and all rows need not be looked at: neither
 * for the observations nor for draws.
 *
 * <p>The statistic of the test then has two steps. From a limit on, the estimate from the part
 * counts as more than any from all rows; below it, the estimate from all rows counts. The limit is
 * that of other draws than those of the test, so it is the same for the observations and for each
 * draw, and under the null hypothesis every one of them is as likely as any other to be the
 * largest: the test is as exact as that of all rows.
 */
final class FirstStep {

  /** With fewer rows a part of them saves little. */
  static final int MIN_ROWS = 5000;

  private static final int MIN_PART = 1000;

  /** What part of the rows is looked at. */
  private static final int PART = 10;

  /** So many draws say what the estimate from a part is for independent variables. */
  private static final int DRAWS = 10;

  /**
   * The limit in their standard deviations: no draw of a test should reach it, or the power of all
   * rows is lost. The deviation of ten may be half of the true one.
   */
  private static final double PLAIN = 10;

  private static final Seed SEED = Seed.of(0).derive("first step");

  private final EstimationProblem.FromLeast part;
  private final double limit;

  private FirstStep(EstimationProblem.FromLeast part, double limit) {
    this.part = part;
    this.limit = limit;
  }

  /**
   * The estimate from a part of the rows, for continuous variables and estimators that serve a
   * thousand of them as well as all: the default, and nearest neighbours.
   */
  static Optional<EstimationProblem.FromLeast> part(
      PreparingEstimator estimator, Samples samples, boolean xFirst) {
    int n = samples.n();
    if (n < MIN_ROWS
        || !suits(estimator)
        || !samples.x().isContinuous()
        || !samples.y().isContinuous()) {
      return Optional.empty();
    }
    Lazy<int[]> rows = new Lazy<>(() -> rows(n));
    Variable first = xFirst ? samples.x() : samples.y();
    Variable second = xFirst ? samples.y() : samples.x();
    Function<Variable, PreparedVariable> prepareFirst =
        xFirst ? estimator::prepareX : estimator::prepareY;
    Function<Variable, PreparedVariable> prepareSecond =
        xFirst ? estimator::prepareY : estimator::prepareX;
    Lazy<PreparedVariable> fixed = new Lazy<>(() -> prepareFirst.apply(first.rows(rows.get())));
    return Optional.of(
        (order, least) -> {
          int[] moved = Arrays.stream(rows.get()).map(row -> order[row]).toArray();
          PreparedVariable drawn = prepareSecond.apply(second.rows(moved));
          return xFirst
              ? estimator.natsFrom(fixed.get(), drawn, least)
              : estimator.natsFrom(drawn, fixed.get(), least);
        });
  }

  private static int[] rows(int n) {
    int size = Math.max(MIN_PART, n / PART);
    int[] rows = new CombinationSampler(SEED.derive("rows").generator(), n, size).sample();
    Arrays.sort(rows);
    return rows;
  }

  private static boolean suits(PreparingEstimator estimator) {
    return estimator.capability(DefaultEstimator.class).isPresent()
        || estimator.capability(NearestNeighbours.class).isPresent();
  }

  /**
   * The first step of a test whose draws are independent of each other.
   *
   * @throws Repeats.Interrupted if interrupted
   */
  static Optional<FirstStep> of(EstimationProblem problem, PermutationScheme scheme, Seed seed) {
    if (problem.part().isEmpty() || !drawsIndependently(scheme)) {
      return Optional.empty();
    }
    EstimationProblem.FromLeast part = problem.part().get();
    Permutations others = scheme.permutations(problem.n(), DRAWS, seed.derive("first step"));
    double[] nats;
    try {
      // Progress is counted in draws of the test.
      nats =
          TrainingProgress.listen(
              (done, total) -> {},
              () ->
                  Repeats.of(
                      others.count(),
                      problem.label(),
                      b ->
                          part.of(others.order().apply(b + 1), Double.NEGATIVE_INFINITY)
                              .orElseThrow()));
    } catch (IllegalArgumentException e) {
      // The estimator, whose k may be large, refuses so few rows.
      return Optional.empty();
    }
    PValue ofNull = new NullDraws(0, nats, others.scheme()).pValue();
    return ofNull.nullSd() > 0
        ? Optional.of(new FirstStep(part, ofNull.nullMean() + PLAIN * ofNull.nullSd()))
        : Optional.empty();
  }

  /** Shifts of a series are a group that is gone through, and other draws are no part of it. */
  private static boolean drawsIndependently(PermutationScheme scheme) {
    return scheme instanceof RowPermutation
        || scheme instanceof UnitPermutation
        || scheme instanceof LevelPermutation;
  }

  /** From how many nats on dependence is plain. */
  double limit() {
    return limit;
  }

  /** The estimate from the part of the rows in an order; empty if it is below a number. */
  OptionalDouble from(int[] order, double least) {
    OptionalDouble nats = part.of(order, least);
    return nats.isPresent() && nats.getAsDouble() >= least ? nats : OptionalDouble.empty();
  }
}
