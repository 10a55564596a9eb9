package io.github.miscope.neural;

import io.github.miscope.estimator.EstimatorContract;
import io.github.miscope.neural.training.Training;
import org.junit.jupiter.api.Nested;

/**
 * Neural estimators keep the contract of all; trained briefly, since that is not about accuracy.
 * One for each kind of critic, and one whose bound is an exponential.
 */
class NeuralContractTest {

  private static final Training BRIEF =
      Training.withDefaults().withSteps(40).withInterval(20).withBatch(32);

  /** Initial weights differ between X and Y, so that exchanging them is another training. */
  abstract static class Neural extends EstimatorContract {
    Neural(NeuralMutualInformation preset) {
      super(preset.withTraining(BRIEF), Trait.NOT_SYMMETRIC);
    }
  }

  @Nested
  class MineLocalTest extends Neural {
    MineLocalTest() {
      super(NeuralPresets.mineLocal());
    }
  }

  @Nested
  class InfoNceGlobalTest extends Neural {
    InfoNceGlobalTest() {
      super(NeuralPresets.infoNceGlobal());
    }
  }

  @Nested
  class NwjLocalTest extends Neural {
    NwjLocalTest() {
      super(NeuralPresets.nwjLocal());
    }
  }

  @Nested
  class LeaveOneOutLocalTest extends Neural {
    LeaveOneOutLocalTest() {
      super(NeuralPresets.leaveOneOutLocal());
    }
  }
}
