package io.github.miscope.estimator.entropy;

import io.github.miscope.estimator.EntropyEstimator;
import io.github.miscope.estimator.EntropyEstimatorContract;
import io.github.miscope.estimator.density.Bandwidth;
import io.github.miscope.estimator.neighbour.Norm;
import io.github.miscope.estimator.preset.Entropies;
import org.junit.jupiter.api.Nested;

/** Every estimator of differential entropy keeps the contract. */
class EntropyContractTest {

  @Nested
  class KozachenkoLeonenkoTest extends EntropyEstimatorContract {
    @Override
    protected EntropyEstimator estimator() {
      return Entropies.kozachenkoLeonenko();
    }
  }

  @Nested
  class KozachenkoLeonenkoWithL1Test extends EntropyEstimatorContract {
    @Override
    protected EntropyEstimator estimator() {
      return Entropies.kozachenkoLeonenko().withNorm(Norm.L1).withK(5).withSize(SampleSize.PSI_N);
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
      return Entropies.kozachenkoLeonenko().withNorm(Norm.LINF);
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
      return Entropies.weightedKozachenkoLeonenko();
    }
  }

  @Nested
  class GaussianTest extends EntropyEstimatorContract {
    @Override
    protected EntropyEstimator estimator() {
      return Entropies.gaussian();
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
      return Entropies.gaussianShrunk();
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
      return Entropies.kernelDensity();
    }
  }

  @Nested
  class KernelDensityLeastSquaresTest extends KernelDensity {
    @Override
    protected EntropyEstimator estimator() {
      return Entropies.kernelDensityLeastSquares();
    }
  }

  @Nested
  class KernelDensityByTreeTest extends KernelDensity {
    @Override
    protected EntropyEstimator estimator() {
      return Entropies.kernelDensity().withBandwidth(Bandwidth.fixed(0.4)).withLargestExact(0);
    }
  }
}
