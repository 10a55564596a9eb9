package io.github.miscope.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.neural.bound.Bound;
import io.github.miscope.neural.critic.Critic;
import io.github.miscope.neural.training.Training;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import org.junit.jupiter.api.Test;

/** The ways of Sisak's program: values of the batches that train, Softplus, plain gradients. */
class SisakTrainingTest {

  /** Hardly anything is learnt at that rate: all values are those of the initial critic. */
  private static final Training STILL =
      Training.withDefaults().withLearningRate(1e-12).withSteps(3).withInterval(1);

  /** One batch is all data; it is taken at once, or in slices from 725 rows on. */
  @Test
  void valueOfTheBatchIsThatOfTheData() {
    for (int n : new int[] {200, 800}) {
      Samples samples = Tasks.correlatedGaussians(2, 0.8).sample(n, Seed.of(1));
      NeuralMutualInformation infoNce =
          NeuralPresets.infoNce().withCritic(Critic.sisakInfoNce()).withSeed(Seed.of(2));
      Estimate onAll = infoNce.withTraining(STILL.withBatch(n).onAllData(2)).estimate(samples);
      Estimate onBatches =
          infoNce.withTraining(STILL.withBatch(n).onLastBatches(2)).estimate(samples);
      // Single precision, in another order.
      assertEquals(onAll.nats(), onBatches.nats(), 1e-6, "n = " + n);
      assertEquals(Math.log(n), onBatches.diagnostics().get("ceiling"), 1e-12);
    }
  }

  @Test
  void learnsWithPlainGradientsAndSoftplus() {
    Samples samples = Tasks.correlatedGaussians(1, 0.8).sample(1000, Seed.of(3));
    Training training =
        Training.withDefaults().withLearningRate(0.01).withBatch(250).withEpochs(60);
    double mine =
        NeuralMutualInformation.of(Bound.plainDonskerVaradhan())
            .withCritic(Critic.sisak())
            .withTraining(training.onLastBatches(40))
            .estimate(samples)
            .nats();
    double infoNce =
        NeuralPresets.infoNce()
            .withCritic(Critic.sisakInfoNce())
            .withTraining(training.onLastBatches(40))
            .estimate(samples)
            .nats();
    // 0.511 nats; the pointwise information has a standard deviation of 0.8 sqrt(2) = 1.13, hence
    // 0.036 of the mean, and what is learnt by heart and what is not learnt are as much.
    assertEquals(0.511, mine, 0.12);
    assertEquals(0.511, infoNce, 0.12);
  }

  @Test
  void boundsOnDensitiesHaveNoValueOfABatch() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> NeuralPresets.club().withTraining(STILL.onLastBatches(2)));
    assertTrue(
        String.valueOf(refusal.getMessage())
            .contains("CLUB has no value of a batch that trains: evaluation=mean of the last 2"),
        refusal.getMessage());
  }
}
