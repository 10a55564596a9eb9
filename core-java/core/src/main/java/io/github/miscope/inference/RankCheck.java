package io.github.miscope.inference;

import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.estimator.TrainedEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.internal.parallel.Lazy;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Compares an estimator under {@link Scaling#local()} with itself under {@link
 * Scaling#normalRank()}, or under {@link RandomScores} where ranks do not suit it. The standard
 * error is that of the difference, from the same parts. Of many rows some are compared, spread
 * evenly: they tell such differences as well. Estimators that train are not compared: that would
 * train dozens of models for a warning.
 */
final class RankCheck {

  /** Differences below the larger of this, in nats, and this part of the estimate do not matter. */
  private static final double IMMATERIAL = 0.05;

  /** One-sided; with both sides false alarms are at most 2 in 1000. */
  private static final double CONFIDENCE = 0.999;

  /** More rows make no difference clearer that matters, and two more estimates dear. */
  static final int MAX_ROWS = 100_000;

  private final boolean trains;
  private final boolean suitsRanks;
  private final Scaled local;
  private final Scaled ranked;

  RankCheck(MutualInformationEstimator estimator) {
    trains = estimator.capability(TrainedEstimator.class).isPresent();
    local = Scaled.of(estimator, Scaling.local());
    suitsRanks = estimator.suitsRanks();
    ranked =
        suitsRanks
            ? Scaled.of(estimator, Scaling.normalRank())
            : new Scaled(estimator, new RandomScores(Seed.of(1)), new RandomScores(Seed.of(2)));
  }

  /** What an estimator does with a variable in its place. */
  @FunctionalInterface
  interface Preparation extends BiFunction<PreparingEstimator, Variable, PreparedVariable> {}

  /** A variable under both scalings, prepared when it is needed. */
  static final class Sides {
    private final MutualInformationEstimator estimator;
    private final Variable variable;
    private final Preparation preparation;
    private final Supplier<PreparedVariable> local;
    private final Supplier<PreparedVariable> ranked;

    private Sides(
        MutualInformationEstimator estimator,
        Variable variable,
        Preparation preparation,
        Supplier<PreparedVariable> local,
        Supplier<PreparedVariable> ranked) {
      this.estimator = estimator;
      this.variable = variable;
      this.preparation = preparation;
      this.local = new Lazy<>(local);
      this.ranked = new Lazy<>(ranked);
    }

    static Sides of(
        MutualInformationEstimator estimator, Variable variable, Preparation preparation) {
      RankCheck check = new RankCheck(estimator);
      return new Sides(
          estimator,
          variable,
          preparation,
          () -> preparation.apply(check.local, compared(variable)),
          () -> preparation.apply(check.ranked, compared(variable)));
    }

    private static Variable compared(Variable variable) {
      return variable.n() > MAX_ROWS ? variable.rows(spread(variable.n())) : variable;
    }

    PreparedVariable local() {
      return local.get();
    }

    PreparedVariable ranked() {
      return ranked.get();
    }

    Sides permuted(int... rows) {
      Variable moved = variable.rows(rows);
      return variable.n() > MAX_ROWS || moved.n() > MAX_ROWS
          ? of(estimator, moved, preparation)
          : new Sides(
              estimator,
              moved,
              preparation,
              () -> local().permuted(rows),
              () -> ranked().permuted(rows));
    }
  }

  private static int[] spread(int n) {
    return IntStream.range(0, MAX_ROWS).map(i -> (int) ((long) i * n / MAX_ROWS)).toArray();
  }

  Optional<Warning> of(
      Samples samples, ResampledData data, Subsampling subsampling, Sides x, Sides y) {
    if (trains || !samples.x().isContinuous() || !samples.y().isContinuous()) {
      return Optional.empty();
    }
    try {
      double raw = local.estimate(x.local(), y.local()).nats();
      double ranks = ranked.estimate(x.ranked(), y.ranked()).nats();
      double difference = Math.abs(ranks - raw);
      if (difference <= IMMATERIAL * Math.max(1, Math.max(Math.abs(raw), Math.abs(ranks)))) {
        return Optional.empty();
      }
      boolean isPart = samples.n() > MAX_ROWS;
      Samples compared = isPart ? samples.rows(spread(samples.n())) : samples;
      EstimationProblem problem =
          EstimationProblem.ofParts(
              "the difference of " + ranked + " and " + local,
              compared.n(),
              rows -> {
                Samples part = compared.rows(rows);
                return ranked.estimate(part).nats() - local.estimate(part).nats();
              },
              isPart ? ResampledData.of(compared.x(), compared.y()) : data);
      StandardError error = subsampling.standardError(problem);
      return difference > error.quantile(CONFIDENCE) * error.nats()
          ? Optional.of(warning(raw, ranks, error.nats()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      // The estimator refuses such data, or so few: then there is nothing to compare.
      return Optional.empty();
    }
  }

  private Warning warning(double raw, double ranks, double error) {
    return suitsRanks
        ? new EstimateWarning.RanksDisagree(raw, ranks, error)
        : new EstimateWarning.ScoresDisagree(raw, ranks, error);
  }
}
