package io.github.miscope.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.LearningCurve;
import io.github.miscope.neural.critic.Critic;
import io.github.miscope.neural.internal.TrainedCritic;
import io.github.miscope.neural.training.Evaluation;
import io.github.miscope.neural.training.Training;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A training that diverges is seen and named. */
class DivergenceTest {

  private static final Samples SAMPLES = Tasks.correlatedGaussians(2, 0.8).sample(300, Seed.of(3));
  private static final Training SHORT =
      Training.withDefaults().withSteps(60).withInterval(20).withBatch(64);

  private static void assertDiverges(NeuralMutualInformation estimator, Samples samples) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> System.err.println(estimator + ": " + estimator.estimate(samples)));
    assertTrue(e.getMessage().startsWith(estimator + " diverged"), e.getMessage());
    assertTrue(e.getMessage().contains("scale them"), e.getMessage());
  }

  /** The value was that of the initial weights, 0.02 nats at a rate of 1e30. */
  @Test
  void aRateThatIsFarTooLargeIsNamed() {
    for (double rate : new double[] {1e4, 1e7, 1e10, 1e20, 1e30, 1e38, 1e300}) {
      for (NeuralMutualInformation preset :
          List.of(
              NeuralPresets.mine(),
              NeuralPresets.mineLocal(),
              NeuralPresets.nwjLocal(),
              NeuralPresets.infoNceLocal(),
              NeuralPresets.smileLocal(),
              NeuralPresets.jensenShannonLocal())) {
        NeuralMutualInformation wild = preset.withTraining(SHORT.withLearningRate(rate));
        assertDiverges(wild, SAMPLES);
      }
    }
    NeuralMutualInformation onAll =
        NeuralPresets.mineLocal()
            .withCritic(Critic.sisak())
            .withTraining(SHORT.withLearningRate(1e30).withEvaluation(new Evaluation.LastOnAll(2)));
    assertDiverges(onAll, SAMPLES);
  }

  @Test
  void valuesThatAreFarTooLargeAreNamed() {
    double[][] columns = SAMPLES.x().columns();
    for (double[] column : columns) {
      for (int i = 0; i < column.length; i++) {
        column[i] *= 1e30;
      }
    }
    assertDiverges(
        NeuralPresets.mine().withTraining(SHORT),
        new Samples(Variable.ofColumns("x", columns), SAMPLES.y()));
  }

  /** Half of the critics broke off late: the others, and what was learnt before, count. */
  @Test
  void aLateDivergenceIsAWarning() {
    LearningCurve curve = new LearningCurve(0, List.of(new LearningCurve.Point(20, 0.4, 0.3)));
    Estimate estimate =
        new EnsembleEstimate(NeuralPresets.mine(), SAMPLES, List.of())
            .of(
                List.of(
                    new TrainedCritic(0.3, 0.4, 0.1, 0.05, 180, 60, 20, 8, curve, 40),
                    new TrainedCritic(0.5, 0.6, 0.1, 0.05, 180, 60, 60, 8, curve, 0)));
    assertEquals(0.4, estimate.nats(), 1e-12);
    assertEquals(List.of(new EstimateWarning.TrainingDiverged(1, 2, 40)), estimate.warnings());
    assertEquals(
        "The training of 1 of 2 critics diverged, first at step 40: the estimate is from before"
            + " that and may be low; take a smaller learning rate, or scale x and y.",
        estimate.warnings().get(0).message());
  }

  /** What is well behaved stays as it was. */
  @Test
  void anOrdinaryTrainingHasNoSuchWarning() {
    Estimate estimate = NeuralPresets.mineLocal().withTraining(SHORT).estimate(SAMPLES);
    assertTrue(
        estimate.warnings().stream().noneMatch(EstimateWarning.TrainingDiverged.class::isInstance));
  }
}
