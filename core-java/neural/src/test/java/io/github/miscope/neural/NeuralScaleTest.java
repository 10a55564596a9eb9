package io.github.miscope.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.neural.training.Training;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rescaling X does. */
class NeuralScaleTest {

  private static final Samples SAMPLES = Tasks.correlatedGaussians(2, 0.8).sample(400, Seed.of(1));

  private static Samples scaled(double eta) {
    double[][] columns = SAMPLES.x().columns();
    for (double[] column : columns) {
      for (int i = 0; i < column.length; i++) {
        column[i] *= eta;
      }
    }
    return new Samples(Variable.ofColumns("x", columns), SAMPLES.y());
  }

  @Test
  void scaledEstimatorsGiveTheSameBits() {
    Training training = Training.withDefaults().withSteps(40).withInterval(20).withBatch(64);
    for (NeuralMutualInformation preset :
        List.of(
            NeuralPresets.mineLocal(),
            NeuralPresets.mineGlobal(),
            NeuralPresets.mineGlobalCorrected())) {
      NeuralMutualInformation estimator = preset.withTraining(training);
      double nats = estimator.estimate(SAMPLES).nats();
      for (int exponent = -40; exponent <= 40; exponent += 8) {
        double scaled = estimator.estimate(scaled(Math.scalb(1.0, exponent))).nats();
        assertEquals(nats, scaled, estimator + " at 2^" + exponent);
      }
    }
  }

  /** Proposition 5 of "Towards Robust Scale-Invariant Mutual Information Estimators". */
  @Test
  void rawMineTendsToZero() {
    NeuralMutualInformation mine =
        NeuralPresets.mine().withTraining(Training.withDefaults().withSteps(200).withBatch(64));
    double nats = mine.estimate(scaled(1e-9)).nats();
    // The critic cannot see X: as under independence, with 80 test pairs and four errors,
    // 4 s / sqrt(80) - s^2 / 2 is at most 0.1.
    assertEquals(0, nats, 0.1);
  }
}
