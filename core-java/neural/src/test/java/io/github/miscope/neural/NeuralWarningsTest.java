package io.github.miscope.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.InformationUnit;
import io.github.miscope.estimator.LearningCurve;
import io.github.miscope.estimator.Warning;
import io.github.miscope.neural.internal.TrainedCritic;
import io.github.miscope.neural.training.Training;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Trained estimators check themselves, and name a remedy. */
class NeuralWarningsTest {

  private static final Samples SAMPLES = Tasks.correlatedGaussians(1, 0.8).sample(1000, Seed.of(1));
  private static final Training SHORT =
      Training.withDefaults().withSteps(40).withInterval(20).withBatch(64);

  private static TrainedCritic critic(double value, double inSample, int rows) {
    return new TrainedCritic(
        value, inSample, 0.1, 0.05, 3 * rows, rows, 100, 8, new LearningCurve(0, List.of()), 0);
  }

  private static List<Warning> warnings(TrainedCritic... critics) {
    return new EnsembleEstimate(NeuralPresets.mineLocal(), SAMPLES, List.of())
        .of(List.of(critics))
        .warnings();
  }

  private static void assertSays(Warning warning, String nats, String bits) {
    assertEquals(nats, warning.message());
    assertEquals(bits, warning.message(InformationUnit.BITS));
  }

  @Test
  void moreOnHeldOutThanOnTrainingDataIsChance() {
    List<Warning> found = warnings(critic(3.5, 2.5, 200));
    assertEquals(List.of(new EstimateWarning.AboveTraining(2.5, 3.5)), found);
    assertSays(
        found.get(0),
        "3.50 nats on held-out data, but 2.50 nats on training data: a critic cannot know more of"
            + " data that it has not seen, so that chance has raised the estimate by about the"
            + " difference. Take more rows, or the mean of several critics (members).",
        "5.05 bits on held-out data, but 3.61 bits on training data: a critic cannot know more of"
            + " data that it has not seen, so that chance has raised the estimate by about the"
            + " difference. Take more rows, or the mean of several critics (members).");
    // Three standard errors of a difference, 0.1 sqrt(2) each.
    assertEquals(List.of(), warnings(critic(2.9, 2.5, 200)));
  }

  @Test
  void moreThanTheTestPartCertifiesIsSaid() {
    List<Warning> found = warnings(critic(5.5, 5.5, 200));
    assertEquals(List.of(new EstimateWarning.AboveTestPart(5.5, 200)), found);
    assertSays(
        found.get(0),
        "5.50 nats is more than log 200 = 5.30 nats, of the 200 observations that value the critic:"
            + " they cannot certify it, and it may be too high, lower bound or not. Take more rows,"
            + " or compare with auto.",
        "7.93 bits is more than log 200 = 7.64 bits, of the 200 observations that value the critic:"
            + " they cannot certify it, and it may be too high, lower bound or not. Take more rows,"
            + " or compare with auto.");
    assertTrue(warnings(critic(4.5, 4.5, 200)).get(0).message().contains("close to log 200"));
    assertEquals(List.of(), warnings(critic(4.2, 4.2, 200)));
  }

  @Test
  void criticsThatDisagreeAreSaid() {
    // Chance explains sqrt(0.1^2 + 0.05^2) = 0.11; a spread of 0.71 has a chi-square of 160.
    List<Warning> found =
        warnings(
            critic(1, 1, 200),
            critic(2.5, 2.5, 200),
            critic(1.5, 1.5, 200),
            critic(2, 2, 200),
            critic(0.75, 0.75, 200));
    assertEquals(1, found.size(), found::toString);
    assertSays(
        found.get(0),
        "The values of 5 critics spread by 0.72 nats around 1.55 nats, where chance explains 0.11"
            + " nats: it matters how each was trained. Look at their learning curves; take more rows"
            + " or more steps.",
        "The values of 5 critics spread by 1.0 bits around 2.24 bits, where chance explains 0.16"
            + " bits: it matters how each was trained. Look at their learning curves; take more rows"
            + " or more steps.");
    assertEquals(List.of(), warnings(critic(1, 1, 200), critic(1.15, 1.15, 200)));
  }

  @Test
  void fewRowsAreRefusedOrSaid() {
    NeuralMutualInformation mine = NeuralPresets.mineLocal().withTraining(SHORT);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> mine.estimate(Tasks.correlatedGaussians(1, 0.5).sample(6, Seed.of(1))));
    assertEquals(
        "n must leave 5 observations for training, validation and each of 1 test parts: n=6",
        refused.getMessage());
    Estimate few = mine.estimate(Tasks.correlatedGaussians(1, 0.5).sample(30, Seed.of(1)));
    EstimateWarning warning = new EstimateWarning.FewToTrain(30, 18, 6);
    assertTrue(few.warnings().contains(warning), few::toString);
    assertEquals(
        "n = 30 is small for a critic, which learns from 18 observations and is valued on 6: the"
            + " estimate is mostly chance. Take more rows, or an estimator that does not train, such"
            + " as auto.",
        warning.message());
  }

  private static Samples mapped(DoubleUnaryOperator f) {
    double[] x = SAMPLES.x().column(0);
    return new Samples(Variable.of("x", Arrays.stream(x).map(f).toArray()), SAMPLES.y());
  }

  private static Stream<Warning> about(
      Class<? extends Warning> kind, NeuralMutualInformation estimator, Samples samples) {
    return estimator.withTraining(SHORT).estimate(samples).warnings().stream()
        .filter(kind::isInstance);
  }

  /** MINE-Local had 0.01 nats of 0.51, without a word. */
  @Test
  void longTailsAreNamedAndRanked() {
    Samples tails = mapped(v -> Math.exp(5 * v));
    Class<? extends Warning> kind = EstimateWarning.LongTails.class;
    for (NeuralMutualInformation preset :
        List.of(
            NeuralPresets.mineLocal(),
            NeuralPresets.mineGlobal(),
            NeuralPresets.infoNceLocal(),
            NeuralPresets.nwjLocal())) {
      Warning warning = about(kind, preset, tails).findFirst().orElseThrow();
      assertTrue(warning.message().startsWith("x has long tails"), warning.message());
      assertTrue(warning.message().contains("Scaling.normalRank()"), warning.message());
      assertEquals(0, about(kind, preset.withScaling(Scaling.normalRank()), tails).count());
      assertEquals(0, about(kind, preset, SAMPLES).count());
    }
    // The remedy works: the same information as before the map, for the ranks are the same.
    NeuralMutualInformation ranked =
        NeuralPresets.mineLocal()
            .withScaling(Scaling.normalRank())
            .withTraining(SHORT.withSteps(400).withInterval(50).withBatch(128));
    assertEquals(ranked.estimate(SAMPLES).nats(), ranked.estimate(tails).nats());
    assertEquals(-0.5 * Math.log(1 - 0.64), ranked.estimate(tails).nats(), 0.15);
  }

  @Test
  void tailsOfOrdinaryDistributionsAreNotLong() {
    double[] uniforms = Seed.of(3).generator().doubles(1000).toArray();
    for (DoubleUnaryOperator quantile :
        List.<DoubleUnaryOperator>of(
            u -> u,
            u -> -Math.log(u), // exponential
            u -> u < 0.5 ? Math.log(2 * u) : -Math.log(2 - 2 * u), // Laplace
            u -> u < 0.97 ? 0 : 1,
            u -> u < 0.8 ? 0 : 1,
            u -> Math.floor(10 * u))) {
      Variable column = Variable.of("x", Arrays.stream(uniforms).map(quantile).toArray());
      assertEquals(List.of(), CriticInput.warnings(column, true));
    }
  }

  /** Raw MINE had -897 nats, or diverged, for a time in seconds. */
  @Test
  void anOffsetThatIsLargeForItsSpreadIsNamed() {
    Samples times = mapped(v -> 1.7e9 + 1e3 * v);
    Class<? extends Warning> kind = EstimateWarning.OffsetColumn.class;
    assertEquals(0, about(kind, NeuralPresets.mineLocal(), times).count());
    assertEquals(0, about(kind, NeuralPresets.mine(), SAMPLES).count());
    assertEquals(0, about(kind, NeuralPresets.mine(), mapped(v -> 3 + v)).count());
    Warning near =
        about(kind, NeuralPresets.mine(), mapped(v -> 300 + v)).findFirst().orElseThrow();
    assertTrue(near.message().contains("mineLocal in place of mine"), near.message());
    String message;
    try {
      message = NeuralPresets.mine().estimate(times).toString();
    } catch (IllegalArgumentException e) {
      message = String.valueOf(e.getMessage());
    }
    assertTrue(message.contains("x has a mean of 1.70e+09"), message);
    assertTrue(message.contains("mineLocal in place of mine"), message);
  }

  /** Two of the 40 samples of {@link OverestimateTable}: 9 nats and more, from 500 rows. */
  @Test
  void noOverestimateIsWithoutAWarning() {
    int above = 0;
    for (int index : new int[] {35, 39}) {
      OverestimateTable.Run run = new OverestimateTable.Run(index);
      Estimate estimate = NeuralPresets.mineLocal().estimate(run.samples());
      boolean isHigh = estimate.nats() > run.limit(estimate);
      above += isHigh ? 1 : 0;
      assertFalse(isHigh && !OverestimateTable.isWarned(estimate), estimate::toString);
    }
    assertTrue(above > 0, "none is above its limit");
  }
}
