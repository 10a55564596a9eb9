package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.BoundDirection;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.InformationUnit;
import io.github.miscope.estimator.Interval;
import io.github.miscope.estimator.TruthInterval;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DriftBiasTest {

  private static final double ERROR = 0.02;
  private static final Seed SEED = Seed.of(0);

  private static Estimate estimate(double nats) {
    return new Estimate(nats, "e", 1000, 1, 1, Map.of(), List.of());
  }

  /** An error of 24 degrees of freedom, from halves and eighths of given means. */
  private static StandardError error(double halves, double eighths) {
    return new StandardError(
        ERROR,
        24,
        List.of(
            new PartVariance(2, 500, 24, halves, 2 * ERROR * ERROR, 1e-6),
            new PartVariance(8, 125, 4, eighths, 8 * ERROR * ERROR, 1e-6)),
        false);
  }

  private static TruthInterval of(double whole, double halves, double eighths) {
    return DriftBias.of(estimate(whole), error(halves, eighths), 0.95, Optional.empty());
  }

  private static void assertDoubt(String doubt, TruthInterval found) {
    assertEquals(Optional.of(doubt), found.doubt());
    assertFalse(found.isCertified());
    assertEquals(
        "no interval for the truth: a lower bound at best, since " + doubt, found.toString());
  }

  /** Student's quantile of 24 degrees of freedom is 2.0639. */
  @Test
  void lawsOfTheDriftAreCovered() {
    double half = 2.0639 * ERROR;
    // The noise of the drift, 0.001 sqrt(25 / 24), times 1 / (sqrt 2 - 1), adds.
    double slow = 2.0639 * Math.hypot(ERROR, Math.sqrt(1e-6 * 25 / 24) / (Math.sqrt(2) - 1));
    double rootTwo = Math.sqrt(2) - 1;
    // Bias -10 / n: 0.01 short at the end; as 1 / sqrt(n), 0.024.
    TruthInterval low = of(0.99, 0.98, 0.92);
    Interval interval = low.interval().orElseThrow();
    assertEquals(0.99 - half, interval.lower(), 1e-5);
    assertEquals(0.99 + 0.01 / rootTwo + slow, interval.upper(), 1e-5);
    assertEquals(-(0.01 + 0.01 / rootTwo) / 2, low.bias(), 1e-12);
    assertEquals((0.01 / rootTwo - 0.01) / 2, low.biasError(), 3e-4);
    TruthInterval high = of(1.01, 1.02, 1.08);
    assertEquals(-low.bias(), high.bias(), 1e-12);
    assertEquals(1.01 - 0.01 / rootTwo - slow, high.interval().orElseThrow().lower(), 1e-5);
    assertEquals(1.01 + half, high.interval().orElseThrow().upper(), 1e-5);
    assertTrue(low.toString().startsWith("truth in [0.9487, 1.0557] nats (95 %; bias -0.0171 ± "));
    assertTrue(low.text(InformationUnit.BITS).startsWith("truth in [1.3687, 1.5231] bits"));
  }

  @Test
  void whatNoLawFitsIsDoubted() {
    assertDoubt("its drift over n does not shrink", of(1, 0.95, 0.9));
    assertDoubt("its drift over n changes direction", of(1, 0.95, 1));
    assertDoubt("its drift over n is as large as half of it", of(1, 0.75, 0));
    // A logarithm declines by as much for each halving: it is the slowest law.
    assertTrue(of(1, 0.95, 0.85).isCertified());
  }

  @Test
  void otherReasonsForDoubt() {
    StandardError error = error(0.99, 0.95);
    assertDoubt("a reason", DriftBias.of(estimate(1), error, 0.95, Optional.of("a reason")));
    assertDoubt(
        "it is near log n, the most that n observations show",
        DriftBias.of(estimate(5.6), error, 0.95, Optional.empty()));
    Estimate warned = estimate(1).withWarning(new EstimateWarning.FewPoints(1000, 20, 3, 3e6));
    assertDoubt(
        "it has a warning (few points)", DriftBias.of(warned, error, 0.95, Optional.empty()));
    Estimate bound = estimate(1).withFinding(new Finding.Bound(BoundDirection.LOWER));
    assertDoubt("it is the value of a bound", DriftBias.of(bound, error, 0.95, Optional.empty()));
    StandardError runs = new StandardError(ERROR, 9, error.parts(), true);
    assertDoubt(
        "there are no random parts of two sizes to see a drift by",
        DriftBias.of(estimate(1), runs, 0.95, Optional.empty()));
  }

  @Test
  void anIntervalOrADoubt() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new TruthInterval(0, 0, Optional.empty(), Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new TruthInterval(
                0, 0, Optional.of(new Interval(0.95, 0, 1, "m")), Optional.of("doubt")));
  }

  /** KSG is 0.07 low where noise is uniform, and its standard error is 0.03. */
  @Test
  void theTruthIsCoveredWhereTheEstimateIsLow() {
    double truth = 0.05 - Math.log(0.1);
    Samples samples = Tasks.additiveUniformNoise(1, 0.1).sample(500, Seed.of(1));
    Inference inference = Inference.of(Presets.ksg()).withTruthInterval(0.95);
    Estimate estimate = inference.estimate(samples);
    TruthInterval found = estimate.truth().orElseThrow();
    assertTrue(found.bias() < 0, found::toString);
    assertTrue(found.interval().orElseThrow().contains(truth), found::toString);
    assertEquals(
        Inference.of(Presets.ksg()).withInterval(0.95).estimate(samples).interval(),
        estimate.interval());
    assertTrue(estimate.toString().contains("\n  truth in ["), estimate::toString);
    assertEquals(
        Optional.empty(), Inference.of(Presets.ksg()).withInterval(0.95).estimate(samples).truth());
  }

  /** A Gaussian copula of bounded noise is low for every n, and says so. */
  @Test
  void aModelThatDoesNotFitIsDoubted() {
    Samples samples = Tasks.additiveUniformNoise(3, 0.5).sample(300, Seed.of(2));
    Estimate estimate =
        Inference.of(Presets.auto()).withTruthInterval(0.95).withSeed(SEED).estimate(samples);
    assertDoubt("a Gaussian copula does not fit the data", estimate.truth().orElseThrow());
  }

  @Test
  void conditionalEstimatesHaveNone() {
    Samples samples = Tasks.correlatedGaussians(1, 0.5).sample(60, Seed.of(3));
    InferenceOptions options =
        Inference.of(Ksg.ksg1()).withTruthInterval(0.9).options().withChecks(false);
    Estimate estimate =
        new ConditionalInference(Presets.autoConditional(), options)
            .estimate(new ConditionalSamples(samples.x(), samples.y(), samples.y()));
    estimate
        .truth()
        .ifPresent(
            found -> assertDoubt("the drift of conditional estimates was not studied", found));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new InferenceOptions(
                InferenceOptions.none().level(),
                true,
                Subsampling.random(),
                0,
                OptionalInt.empty(),
                Optional.empty(),
                false,
                SEED));
  }
}
