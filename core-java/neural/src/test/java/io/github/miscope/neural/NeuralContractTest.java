package io.github.miscope.neural;

import io.github.miscope.estimator.EstimatorContract;
import io.github.miscope.estimator.MutualInformationEstimator;
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

    abstract NeuralMutualInformation preset();

    @Override
    protected final MutualInformationEstimator estimator() {
      return preset().withTraining(BRIEF);
    }

    @Override
    protected final boolean isSymmetric() {
      return false;
    }
  }

  @Nested
  class MineLocalTest extends Neural {
    @Override
    NeuralMutualInformation preset() {
      return NeuralPresets.mineLocal();
    }
  }

  @Nested
  class InfoNceGlobalTest extends Neural {
    @Override
    NeuralMutualInformation preset() {
      return NeuralPresets.infoNceGlobal();
    }
  }

  @Nested
  class NwjLocalTest extends Neural {
    @Override
    NeuralMutualInformation preset() {
      return NeuralPresets.nwjLocal();
    }
  }

  @Nested
  class LeaveOneOutLocalTest extends Neural {
    @Override
    NeuralMutualInformation preset() {
      return NeuralPresets.leaveOneOutLocal();
    }
  }
}
