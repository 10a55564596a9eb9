package io.github.miscope.estimator.entropy;

import io.github.miscope.estimator.EntropyEstimator;
import io.github.miscope.estimator.EntropyEstimatorContract;
import io.github.miscope.estimator.density.Bandwidth;
import io.github.miscope.estimator.neighbour.Norm;
import io.github.miscope.estimator.preset.Entropies;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Every estimator of differential entropy keeps the contract. */
@Tag("slow")
class EntropyContractTest {

  @Nested
  class KozachenkoLeonenkoTest extends EntropyEstimatorContract {
    @Override
    protected EntropyEstimator estimator() {
      return Entropies.knnEntropy();
    }
  }

  @Nested
  class KozachenkoLeonenkoWithL1Test extends EntropyEstimatorContract {
    @Override
    protected EntropyEstimator estimator() {
      return Entropies.knnEntropy().withNorm(Norm.L1).withK(5).withSize(SampleSize.PSI_N);
    }

    @Override
    protected boolean isRotationInvariant() {
      return false;
    }
  }

  @Nested
  class KozachenkoLeonenkoWithLinfTest extends EntropyEstimatorContract {
    @Override
    protected EntropyEstimator estimator() {
      return Entropies.knnEntropy().withNorm(Norm.LINF);
    }

    @Override
    protected boolean isRotationInvariant() {
      return false;
    }
  }

  @Nested
  class WeightedTest extends EntropyEstimatorContract {
    @Override
    protected EntropyEstimator estimator() {
      return Entropies.weightedKnnEntropy();
    }
  }

  @Nested
  class GaussianTest extends EntropyEstimatorContract {
    @Override
    protected EntropyEstimator estimator() {
      return Entropies.gaussianEntropy();
    }

    @Override
    protected boolean isColumnwiseEquivariant() {
      return true;
    }
  }

  @Nested
  class ShrunkGaussianTest extends EntropyEstimatorContract {
    @Override
    protected EntropyEstimator estimator() {
      return Entropies.gaussianEntropyShrunk();
    }

    @Override
    protected boolean isRotationInvariant() {
      return false;
    }

    @Override
    protected boolean isColumnwiseEquivariant() {
      return true;
    }
  }

  abstract static class KernelDensity extends EntropyEstimatorContract {
    @Override
    protected boolean isRotationInvariant() {
      return false;
    }

    @Override
    protected boolean isColumnwiseEquivariant() {
      return true;
    }
  }

  @Nested
  class KernelDensityTest extends KernelDensity {
    @Override
    protected EntropyEstimator estimator() {
      return Entropies.kdeEntropy();
    }
  }

  @Nested
  class KernelDensityLeastSquaresTest extends KernelDensity {
    @Override
    protected EntropyEstimator estimator() {
      return Entropies.kdeEntropyLeastSquares();
    }
  }

  @Nested
  class KernelDensityByTreeTest extends KernelDensity {
    @Override
    protected EntropyEstimator estimator() {
      return Entropies.kdeEntropy().withBandwidth(Bandwidth.fixed(0.4)).withLargestExact(0);
    }
  }
}
