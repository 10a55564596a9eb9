package io.github.miscope.estimator.entropy;

import io.github.miscope.estimator.EntropyEstimator;
import io.github.miscope.estimator.EntropyEstimatorContract;
import io.github.miscope.estimator.density.Bandwidth;
import io.github.miscope.estimator.neighbour.Norm;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.estimator.scale.WhitenedEntropy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Every estimator of differential entropy keeps the contract. */
@Tag("slow")
class EntropyContractTest {

  @Nested
  class KozachenkoLeonenkoTest extends EntropyEstimatorContract {
    KozachenkoLeonenkoTest() {
      super(Entropies.knnEntropy());
    }
  }

  @Nested
  class KozachenkoLeonenkoWithL1Test extends EntropyEstimatorContract {
    KozachenkoLeonenkoWithL1Test() {
      super(
          Entropies.knnEntropy().withNorm(Norm.L1).withK(5).withSize(SampleSize.PSI_N),
          Trait.NOT_ROTATION_INVARIANT);
    }
  }

  @Nested
  class KozachenkoLeonenkoWithLinfTest extends EntropyEstimatorContract {
    KozachenkoLeonenkoWithLinfTest() {
      super(Entropies.knnEntropy().withNorm(Norm.LINF), Trait.NOT_ROTATION_INVARIANT);
    }
  }

  @Nested
  class WeightedTest extends EntropyEstimatorContract {
    WeightedTest() {
      super(Entropies.weightedKnnEntropy());
    }
  }

  @Nested
  class WhitenedTest extends EntropyEstimatorContract {
    WhitenedTest() {
      super(WhitenedEntropy.of(Entropies.knnEntropy()), Trait.COLUMNWISE_EQUIVARIANT);
    }
  }

  @Nested
  class GaussianTest extends EntropyEstimatorContract {
    GaussianTest() {
      super(Entropies.gaussianEntropy(), Trait.COLUMNWISE_EQUIVARIANT);
    }
  }

  @Nested
  class ShrunkGaussianTest extends EntropyEstimatorContract {
    ShrunkGaussianTest() {
      super(
          Entropies.gaussianEntropyShrunk(),
          Trait.NOT_ROTATION_INVARIANT,
          Trait.COLUMNWISE_EQUIVARIANT);
    }
  }

  abstract static class KernelDensity extends EntropyEstimatorContract {
    KernelDensity(EntropyEstimator estimator) {
      super(estimator, Trait.NOT_ROTATION_INVARIANT, Trait.COLUMNWISE_EQUIVARIANT);
    }
  }

  @Nested
  class KernelDensityTest extends KernelDensity {
    KernelDensityTest() {
      super(Entropies.kdeEntropy());
    }
  }

  @Nested
  class KernelDensityLeastSquaresTest extends KernelDensity {
    KernelDensityLeastSquaresTest() {
      super(Entropies.kdeEntropyLeastSquares());
    }
  }

  @Nested
  class KernelDensityByTreeTest extends KernelDensity {
    KernelDensityByTreeTest() {
      super(Entropies.kdeEntropy().withBandwidth(Bandwidth.fixed(0.4)).withLargestExact(0));
    }
  }
}
