package io.github.miscope.estimator.entropy;

import io.github.miscope.estimator.EstimatorContract;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.scaling.Scaling;
import org.junit.jupiter.api.Nested;

/** Sums of entropies keep the contract of estimators of mutual information. */
class EntropySumContractTest {

  @Nested
  class KozachenkoLeonenkoTest extends EstimatorContract {
    KozachenkoLeonenkoTest() {
      super(EntropySum.of(Entropies.knnEntropy()));
    }
  }

  @Nested
  class WeightedTest extends EstimatorContract {
    WeightedTest() {
      super(Scaled.of(EntropySum.of(Entropies.weightedKnnEntropy()), Scaling.local()));
    }
  }

  @Nested
  class KernelDensityTest extends EstimatorContract {
    KernelDensityTest() {
      super(EntropySum.of(Entropies.kdeEntropy()), Trait.WITHOUT_K);
    }
  }

  @Nested
  class GaussianTest extends EstimatorContract {
    GaussianTest() {
      super(EntropySum.of(Entropies.gaussianEntropy()), Trait.WITHOUT_K);
    }
  }
}
