package io.github.miscope.inference;

import io.github.miscope.estimator.Labelled;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.TrainedEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.mixed.ByType;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.sample.Samples;
import io.github.miscope.scaling.Scaling;
import java.util.Optional;

/**
 * Compares an estimator under {@link Scaling#local()} with itself under {@link
 * Scaling#normalRank()}. The standard error is that of the difference, from the same parts.
 * Estimators that train are not compared: that would train dozens of models for a warning.
 */
final class RankCheck {

  /** Differences below the larger of this, in nats, and this part of the estimate do not matter. */
  private static final double IMMATERIAL = 0.05;

  /** One-sided; with both sides false alarms are at most 2 in 1000. */
  private static final double CONFIDENCE = 0.999;

  private RankCheck() {}

  static Optional<Warning> of(
      MutualInformationEstimator estimator, Samples samples, Subsampling subsampling) {
    if (!samples.x().isContinuous() || !samples.y().isContinuous() || trains(estimator)) {
      return Optional.empty();
    }
    MutualInformationEstimator local = Scaled.of(estimator, Scaling.local());
    MutualInformationEstimator ranked = Scaled.of(estimator, Scaling.normalRank());
    try {
      double raw = local.estimate(samples).nats();
      double ranks = ranked.estimate(samples).nats();
      double difference = Math.abs(ranks - raw);
      if (difference <= IMMATERIAL * Math.max(1, Math.max(Math.abs(raw), Math.abs(ranks)))) {
        return Optional.empty();
      }
      Question question =
          Question.ofParts(
              "the difference of " + ranked + " and " + local,
              samples.n(),
              rows -> {
                Samples part = samples.rows(rows);
                return ranked.estimate(part).nats() - local.estimate(part).nats();
              });
      StandardError error = subsampling.standardError(question);
      return difference > error.quantile(CONFIDENCE) * error.nats()
          ? Optional.of(new Warning.RanksDisagree(raw, ranks, error.nats()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      // The estimator refuses such data, or so few: then there is nothing to compare.
      return Optional.empty();
    }
  }

  private static boolean trains(MutualInformationEstimator estimator) {
    if (estimator instanceof Labelled labelled) {
      return trains(labelled.base());
    }
    if (estimator instanceof Scaled scaled) {
      return trains(scaled.base());
    }
    if (estimator instanceof ByType byType) {
      return trains(byType.continuous());
    }
    return estimator instanceof TrainedEstimator;
  }
}
