package io.github.miscope.estimator.entropy;

import io.github.miscope.estimator.EstimatorContract;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.scaling.Scaling;
import org.junit.jupiter.api.Nested;

/** Sums of entropies keep the contract of estimators of mutual information. */
class EntropySumContractTest {

  @Nested
  class KozachenkoLeonenkoTest extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return EntropySum.of(Entropies.knnEntropy());
    }
  }

  @Nested
  class WeightedTest extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return Scaled.of(EntropySum.of(Entropies.weightedKnnEntropy()), Scaling.local());
    }
  }

  @Nested
  class KernelDensityTest extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return EntropySum.of(Entropies.kdeEntropy());
    }

    @Override
    protected boolean hasK() {
      return false;
    }
  }

  @Nested
  class GaussianTest extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return EntropySum.of(Entropies.gaussianEntropy());
    }

    @Override
    protected boolean hasK() {
      return false;
    }
  }
}
