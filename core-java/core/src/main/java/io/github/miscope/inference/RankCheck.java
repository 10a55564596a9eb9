package io.github.miscope.inference;

import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.TrainedEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.internal.parallel.Lazy;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.scaling.Scaling;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Compares an estimator under {@link Scaling#local()} with itself under {@link
 * Scaling#normalRank()}, or under {@link RandomScores} where ranks do not suit it. The standard
 * error is that of the difference, from the same parts. Estimators that train are not compared:
 * that would train dozens of models for a warning.
 */
final class RankCheck {

  /** Differences below the larger of this, in nats, and this part of the estimate do not matter. */
  private static final double IMMATERIAL = 0.05;

  /** One-sided; with both sides false alarms are at most 2 in 1000. */
  private static final double CONFIDENCE = 0.999;

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

  /** A variable under both scalings, prepared when it is needed. */
  record Sides(Supplier<PreparedVariable> local, Supplier<PreparedVariable> ranked) {

    /** With what an estimator does with the variable in its place. */
    static Sides of(
        MutualInformationEstimator estimator, Function<Scaled, PreparedVariable> prepare) {
      RankCheck check = new RankCheck(estimator);
      return new Sides(
          new Lazy<>(() -> prepare.apply(check.local)),
          new Lazy<>(() -> prepare.apply(check.ranked)));
    }

    Sides permuted(int... rows) {
      return new Sides(
          new Lazy<>(() -> local.get().permuted(rows)),
          new Lazy<>(() -> ranked.get().permuted(rows)));
    }
  }

  Optional<Warning> of(
      Samples samples, ResampledData data, Subsampling subsampling, Sides x, Sides y) {
    if (trains || !samples.x().isContinuous() || !samples.y().isContinuous()) {
      return Optional.empty();
    }
    try {
      double raw = local.estimate(x.local().get(), y.local().get()).nats();
      double ranks = ranked.estimate(x.ranked().get(), y.ranked().get()).nats();
      double difference = Math.abs(ranks - raw);
      if (difference <= IMMATERIAL * Math.max(1, Math.max(Math.abs(raw), Math.abs(ranks)))) {
        return Optional.empty();
      }
      EstimationProblem problem =
          EstimationProblem.ofParts(
              "the difference of " + ranked + " and " + local,
              samples.n(),
              rows -> {
                Samples part = samples.rows(rows);
                return ranked.estimate(part).nats() - local.estimate(part).nats();
              },
              data);
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
