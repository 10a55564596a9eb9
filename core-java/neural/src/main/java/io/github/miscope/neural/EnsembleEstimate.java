package io.github.miscope.neural;

import io.github.miscope.estimator.BoundDirection;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.Warning;
import io.github.miscope.neural.internal.TrainedCritic;
import io.github.miscope.neural.training.Evaluation;
import io.github.miscope.sample.Samples;
import io.github.miscope.scaling.Scaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Turns trained critics into an estimate. */
final class EnsembleEstimate {

  /**
   * How far below its ceiling, in nats, an estimate meets it: there the best critic's InfoNCE falls
   * short by about exp(I) / 2b, a fifth of a nat.
   */
  private static final double NEAR = 1;

  /** How many standard errors the value on training data exceeds the estimate before it warns. */
  private static final double GAP = 3;

  /** A smaller difference, in nats, is no fault even where both values are near zero. */
  private static final double MIN_GAP = 0.05;

  /** From this part of the log of the observations that value a critic on, they are too few. */
  private static final double NEAR_LOG = 0.8;

  /** Critics differ by chance in no more than this part of ensembles. */
  private static final double BY_CHANCE = 0.001;

  /** A critic that learns from fewer observations, or is valued on fewer, is mostly chance. */
  private static final int FEW_TO_LEARN = 100;

  private static final int FEW_TO_VALUE = 20;

  private static final String IN_SAMPLE = "in-sample";
  private static final String CEILING = "ceiling";
  private static final String SPREAD = "spread over critics";

  /** The estimate, in nats, below which a critic has not learnt: chance alone is nearer to zero. */
  private static final double LOW = -0.5;

  private final NeuralMutualInformation estimator;
  private final Samples samples;
  private final List<Warning> warnings;

  EnsembleEstimate(NeuralMutualInformation estimator, Samples samples, List<Warning> warnings) {
    this.estimator = estimator;
    this.samples = samples;
    this.warnings = new ArrayList<>(warnings);
  }

  /** A variable without spread tells nothing. */
  Estimate ofConstant() {
    return estimate(0, Map.of(), List.of(), Uncertainty.unknown());
  }

  Estimate of(List<TrainedCritic> critics) {
    double nats = mean(critics, TrainedCritic::value);
    double inSample = mean(critics, TrainedCritic::inSample);
    if (Double.isNaN(nats) || Double.isInfinite(nats)) {
      throw diverged("diverged: its value is " + nats);
    }
    warnOfDivergence(critics);
    boolean heldOut = estimator.training().evaluation() instanceof Evaluation.HeldOut;
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    if (heldOut) {
      diagnostics.put(IN_SAMPLE, inSample);
    }
    diagnostics.put("steps", mean(critics, TrainedCritic::steps));
    OptionalDouble ceiling = estimator.bound().ceiling(critics.get(0).negatives());
    if (ceiling.isPresent()) {
      diagnostics.put(CEILING, ceiling.getAsDouble());
      if (nats > ceiling.getAsDouble() - NEAR) {
        warnings.add(
            new EstimateWarning.NearBatchCeiling(
                nats, ceiling.getAsDouble(), critics.get(0).negatives() + 1));
      }
    }
    double error = mean(critics, TrainedCritic::error) / Math.sqrt(critics.size());
    warnOfSize(critics.get(0));
    warnOfValue(nats, critics.get(0).valued(), ceiling.isPresent());
    // Both values have about this error.
    double gap = GAP * Math.sqrt(2) * error;
    if (heldOut && inSample - nats > gap) {
      warnings.add(new EstimateWarning.Overfits(inSample, nats));
    }
    if (heldOut && nats - inSample > Math.max(gap, MIN_GAP)) {
      warnings.add(new EstimateWarning.AboveTraining(inSample, nats));
    }
    if (heldOut) {
      warnOfSpread(critics, nats);
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(new Finding.Bound(estimator.bound().direction()));
    critics.forEach(critic -> findings.add(critic.curve()));
    return estimate(nats, diagnostics, findings, uncertainty(critics, nats, heldOut, diagnostics));
  }

  IllegalArgumentException diverged(String how) {
    String remedy =
        estimator.scaling().equals(Scaling.none())
            ? "scale them, by mineLocal in place of mine"
            : "scale them";
    // What is known of the columns may be why.
    String columns =
        warnings.stream()
            .filter(
                w ->
                    w instanceof EstimateWarning.OffsetColumn
                        || w instanceof EstimateWarning.LongTails)
            .map(w -> ". " + w.message())
            .collect(Collectors.joining());
    return new IllegalArgumentException(
        estimator
            + " "
            + how
            + "; values of x or y may be too large for training ("
            + remedy
            + "), or the learning rate "
            + estimator.training().learningRate()
            + " is"
            + columns);
  }

  private void warnOfDivergence(List<TrainedCritic> critics) {
    int[] steps =
        critics.stream().mapToInt(TrainedCritic::diverged).filter(step -> step > 0).toArray();
    if (steps.length > 0) {
      warnings.add(
          new EstimateWarning.TrainingDiverged(
              steps.length, critics.size(), Arrays.stream(steps).min().getAsInt()));
    }
  }

  private void warnOfSize(TrainedCritic critic) {
    if (critic.learnt() < FEW_TO_LEARN || critic.valued() < FEW_TO_VALUE) {
      warnings.add(new EstimateWarning.FewToTrain(samples.n(), critic.learnt(), critic.valued()));
    }
  }

  /**
   * An upper bound may well be above what n observations can certify; nothing else may (McAllester
   * and Stratos 2020). A bound with a ceiling warns of that.
   */
  private void warnOfValue(double nats, int valued, boolean hasCeiling) {
    boolean upper = estimator.bound().direction() == BoundDirection.UPPER;
    if (nats < LOW || (!upper && nats > Math.log(samples.n()))) {
      boolean scaled = !estimator.scaling().equals(Scaling.none());
      warnings.add(new EstimateWarning.TrainingFailed(nats, samples.n(), scaled));
    } else if (!upper && !hasCeiling && nats > NEAR_LOG * Math.log(valued)) {
      warnings.add(new EstimateWarning.AboveTestPart(nats, valued));
    }
  }

  private void warnOfSpread(List<TrainedCritic> critics, double mean) {
    int members = critics.size();
    if (members < 2) {
      return;
    }
    double spread = spread(critics, mean);
    double expected =
        Math.sqrt(
            mean(critics, c -> c.error() * c.error() + c.errorOfProduct() * c.errorOfProduct()));
    double statistic = (members - 1) * spread * spread / (expected * expected);
    if (ChiSquaredDistribution.of(members - 1).survivalProbability(statistic) < BY_CHANCE) {
      warnings.add(new EstimateWarning.CriticsDisagree(mean, spread, expected, members));
    }
  }

  private static double spread(List<TrainedCritic> critics, double mean) {
    double sum = 0;
    for (TrainedCritic critic : critics) {
      sum += (critic.value() - mean) * (critic.value() - mean);
    }
    return Math.sqrt(sum / (critics.size() - 1));
  }

  /**
   * Of an ensemble valued on disjoint parts the standard error of a mean; of one that saw the same
   * data only the spread, which knows nothing of the data's own.
   */
  private static Uncertainty uncertainty(
      List<TrainedCritic> critics, double mean, boolean heldOut, Map<String, Double> diagnostics) {
    int members = critics.size();
    if (members < 2) {
      return Uncertainty.unknown();
    }
    double spread = spread(critics, mean);
    diagnostics.put(SPREAD, spread);
    return heldOut
        ? Uncertainty.unknown().withStandardError(spread / Math.sqrt(members))
        : Uncertainty.unknown();
  }

  private Estimate estimate(
      double nats,
      Map<String, Double> diagnostics,
      List<Finding> findings,
      Uncertainty uncertainty) {
    Set<String> amounts = new HashSet<>(Set.of(IN_SAMPLE, CEILING, SPREAD));
    amounts.retainAll(diagnostics.keySet());
    return new Estimate(
        nats,
        estimator.toString(),
        samples.n(),
        samples.dX(),
        samples.dY(),
        diagnostics,
        amounts,
        findings,
        warnings,
        uncertainty);
  }

  private static double mean(
      List<TrainedCritic> critics, ToDoubleFunction<TrainedCritic> property) {
    return critics.stream().mapToDouble(property).average().orElseThrow();
  }
}
