package io.github.miscope.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.inference.Inference;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users of other packages report as wrong. */
class ReportedMistakesTest {

  private static final MutualInformationEstimator DEFAULT = Presets.auto();

  @Test
  void aConstantFeatureOfAMillionRowsTellsNothing() {
    int n = 1_000_000;
    Random random = new Random(1);
    double[] y = random.doubles(n).toArray();
    for (MutualInformationEstimator estimator : List.of(DEFAULT, Presets.ksg())) {
      Estimate estimate = estimator.estimate(Samples.of(new double[n], y));
      assertEquals(0.0, estimate.nats());
      assertTrue(estimate.warnings().contains(new DataWarning.ConstantColumn("x")));
    }
    int[] levels = random.ints(n, 0, 3).toArray();
    Samples constantLevel =
        new Samples(Variable.discrete("x", new int[n]), Variable.discrete("y", levels));
    assertEquals(0.0, DEFAULT.estimate(constantLevel).nats(), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.001, 3, 1e6, -2})
  void theDefaultDoesNotDependOnUnits(double a) {
    Samples samples = Tasks.correlatedGaussians(2, 0.6).sample(400, Seed.of(2));
    double[][] scaled = samples.x().columns();
    for (double[] column : scaled) {
      for (int i = 0; i < column.length; i++) {
        column[i] *= a;
      }
    }
    double expected = DEFAULT.estimate(samples).nats();
    Samples changed = new Samples(samples.x().withColumns(scaled), samples.y());
    assertEquals(expected, DEFAULT.estimate(changed).nats(), 1e-9);
  }

  @Test
  void aVariableWithItselfWarns() {
    double[] x = Tasks.correlatedGaussians(1, 0).sample(500, Seed.of(3)).x().column(0);
    Samples itself = Samples.of(x, x);
    for (MutualInformationEstimator estimator :
        List.of(DEFAULT, Presets.ksg(), Presets.ksgGlobalLinf())) {
      List<Warning> warnings = Inference.of(estimator).estimate(itself).warnings();
      assertTrue(
          warnings.stream().anyMatch(w -> w instanceof DataWarning.NearDeterministic),
          () -> estimator + ": " + warnings);
    }
  }

  @Test
  void negativeEstimatesAreShownWithTheirUnit() {
    Estimate negative = null;
    for (int s = 0; negative == null && s < 50; s++) {
      Samples samples = Tasks.correlatedGaussians(1, 0).sample(200, Seed.of(s));
      Estimate estimate = DEFAULT.estimate(samples);
      negative = estimate.nats() < 0 ? estimate : null;
    }
    assertTrue(negative != null, "no estimate of 50 is negative");
    assertTrue(negative.toString().startsWith("-0.0"), negative.toString());
    assertTrue(negative.toString().contains(" nats ("), negative.toString());
    assertEquals(negative.nats() / Math.log(2), negative.bits(), 1e-15);
  }
}
