package io.github.miscope.estimator.discrete;

import io.github.miscope.estimator.DiscreteEstimatorContract;
import io.github.miscope.estimator.EstimatorContract;
import io.github.miscope.estimator.MutualInformationEstimator;
import org.junit.jupiter.api.Nested;

/** Discrete and binned estimators keep the contract. */
class DiscreteContractTest {

  private abstract static class Discrete extends DiscreteEstimatorContract {
    private final Correction correction;

    Discrete(Correction correction) {
      this.correction = correction;
    }

    @Override
    protected MutualInformationEstimator estimator() {
      return new DiscreteMutualInformation(correction);
    }

    @Override
    protected boolean isYDiscrete() {
      return true;
    }
  }

  @Nested
  class ChanceAdjustedTest extends Discrete {
    ChanceAdjustedTest() {
      super(Correction.CHANCE_ADJUSTED);
    }
  }

  @Nested
  class GrassbergerTest extends Discrete {
    GrassbergerTest() {
      super(Correction.GRASSBERGER);
    }
  }

  @Nested
  class MillerMadowTest extends Discrete {
    MillerMadowTest() {
      super(Correction.MILLER_MADOW);
    }
  }

  @Nested
  class ChaoShenTest extends Discrete {
    ChaoShenTest() {
      super(Correction.CHAO_SHEN);
    }

    /** Where every level was seen often it is the plug-in estimate. */
    @Override
    protected boolean isBiasedUpwards() {
      return true;
    }
  }

  /** The plug-in estimate is an information itself, of the empirical distribution. */
  @Nested
  class PlugInTest extends Discrete {
    PlugInTest() {
      super(Correction.PLUG_IN);
    }

    @Override
    protected boolean isBiasedUpwards() {
      return true;
    }
  }

  @Nested
  class EqualWidthTest extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return BinnedMutualInformation.of(Binning.equalWidth(2));
    }
  }

  @Nested
  class EqualFrequencyTest extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return BinnedMutualInformation.of(Binning.equalFrequency(2));
    }
  }
}
