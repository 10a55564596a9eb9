package io.github.miscope.estimator.discrete;

import io.github.miscope.estimator.DiscreteEstimatorContract;
import io.github.miscope.estimator.EstimatorContract;
import org.junit.jupiter.api.Nested;

/** Discrete and binned estimators keep the contract. */
class DiscreteContractTest {

  private abstract static class Discrete extends DiscreteEstimatorContract {
    Discrete(Correction correction, Trait... traits) {
      super(new DiscreteMutualInformation(correction), true, traits);
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

  /** Where every level was seen often it is the plug-in estimate. */
  @Nested
  class ChaoShenTest extends Discrete {
    ChaoShenTest() {
      super(Correction.CHAO_SHEN, Trait.BIASED_UPWARDS);
    }
  }

  /** The plug-in estimate is an information itself, of the empirical distribution. */
  @Nested
  class PlugInTest extends Discrete {
    PlugInTest() {
      super(Correction.PLUG_IN, Trait.BIASED_UPWARDS);
    }
  }

  @Nested
  class EqualWidthTest extends EstimatorContract {
    EqualWidthTest() {
      super(BinnedMutualInformation.of(Binning.equalWidth(2)));
    }
  }

  @Nested
  class EqualFrequencyTest extends EstimatorContract {
    EqualFrequencyTest() {
      super(BinnedMutualInformation.of(Binning.equalFrequency(2)));
    }
  }
}
