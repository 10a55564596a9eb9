package io.github.miscope.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.LearningCurve;
import io.github.miscope.neural.internal.TrainedCritic;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of values that no mutual information of so many observations can be. */
class EnsembleEstimateTest {

  private static List<String> failures(NeuralMutualInformation estimator, int n, double nats) {
    Samples samples = Tasks.correlatedGaussians(1, 0.5).sample(n, Seed.of(1));
    TrainedCritic critic =
        new TrainedCritic(
            nats, nats, 0.1, 0.05, 180, 60, 100, 255, new LearningCurve(0, List.of()), 0);
    Estimate estimate = new EnsembleEstimate(estimator, samples, List.of()).of(List.of(critic));
    assertEquals(nats, estimate.nats(), "an estimate is never clipped");
    return estimate.warnings().stream()
        .filter(w -> w instanceof EstimateWarning.TrainingFailed)
        .map(w -> w.message())
        .toList();
  }

  @Test
  void valuesFarBelowZeroNameTheRemedy() {
    String seen =
        "-51.00 nats is far below zero, where no mutual information is: what the critic has learnt"
            + " does not hold for data that it has not seen. ";
    assertEquals(
        List.of(seen + "Scale the columns first (mineLocal in place of mine), or take more rows."),
        failures(NeuralPresets.mine(), 300, -51));
    assertEquals(
        List.of(seen + "Take more rows, or an estimator that does not train, such as auto."),
        failures(NeuralPresets.nwjLocal(), 300, -51));
    // Near independence a lower bound may well be a little below zero.
    assertEquals(List.of(), failures(NeuralPresets.mineLocal(), 300, -0.2));
  }

  @Test
  void moreThanLogNIsNotToBeKnown() {
    assertEquals(
        List.of(
            "1.538e+04 nats is above log n = 1.79 nats, more than n = 6 observations can show: the"
                + " pairs that would lower the value are too rare to be among them. Take more rows,"
                + " or an estimator that does not train, such as auto."),
        failures(NeuralPresets.mineLocal(), 6, 15376));
    assertEquals(1, failures(NeuralPresets.smileLocal(), 1000, 10.1).size());
    assertEquals(List.of(), failures(NeuralPresets.mineLocal(), 1000, 6.8));
    // An upper bound may be far above the information.
    assertEquals(List.of(), failures(NeuralPresets.clubLocal(), 1000, 10.1));
  }
}
