package io.github.miscope.estimator.encoded;

import io.github.miscope.encoder.Encoder;
import io.github.miscope.encoder.Pca;
import io.github.miscope.estimator.EstimatorContract;
import io.github.miscope.estimator.preset.Presets;
import org.junit.jupiter.api.Nested;

/** Estimators of codes keep the contract of all estimators. */
class CompressedContractTest {

  @Nested
  class KsgOfPrincipalComponentsTest extends EstimatorContract {
    KsgOfPrincipalComponentsTest() {
      super(Compressed.of(Presets.ksgLocal(), Pca.to(2), Pca.to(2)));
    }
  }

  @Nested
  class AutoOfAsManyAsStandOutTest extends EstimatorContract {
    AutoOfAsManyAsStandOutTest() {
      super(Compressed.of(Presets.auto(), Pca.aboveNoise(), Pca.aboveNoise()), Trait.WITHOUT_K);
    }
  }

  @Nested
  class OneSideTest extends EstimatorContract {
    OneSideTest() {
      super(
          Compressed.of(Presets.gaussianMi(), Pca.explaining(0.99), Encoder.none()),
          Trait.WITHOUT_K);
    }
  }

  @Nested
  class CrossFittedTest extends EstimatorContract {
    CrossFittedTest() {
      super(
          CrossFitted.of(Compressed.of(Presets.ksgLocal(), Pca.to(2), Pca.to(2)), 2),
          Trait.WITHOUT_K);
    }
  }

  @Nested
  class CanonicalVariatesTest extends EstimatorContract {
    CanonicalVariatesTest() {
      super(Projected.of(Presets.gaussianMi()), Trait.WITHOUT_K);
    }
  }
}
