package io.github.miscope.estimator.preset;

import io.github.miscope.estimator.EstimatorContract;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.neighbour.Norm;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.scaling.Scaling;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Every preset, and every formula with other norms, keeps the contract. */
@Tag("slow")
class PresetContractTest {

  @Nested
  class KsgTest extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return Presets.ksg();
    }
  }

  @Nested
  class Ksg2Test extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return Presets.ksg2();
    }
  }

  @Nested
  class ClosedBallTest extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return Presets.ksgClosedBall();
    }
  }

  @Nested
  class BiKsgTest extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return Presets.biKsg();
    }
  }

  @Nested
  class BiKsgWithL1Test extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return Presets.biKsg().withNorm(Norm.L1);
    }
  }

  @Nested
  class KsgWithL1Test extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return Ksg.ksg1().withNorm(Norm.L1);
    }
  }

  @Nested
  class Ksg2WithL2Test extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return Ksg.ksg2().withNorm(Norm.L2).withK(5);
    }
  }

  @Nested
  class KsgLocalTest extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return Presets.ksgLocal();
    }
  }

  @Nested
  class KsgNormalRankTest extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return Scaled.of(Presets.ksg(), Scaling.normalRank());
    }
  }

  @Nested
  class KsgGlobalTest extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return Presets.ksgGlobal();
    }

    @Override
    protected boolean isSymmetric() {
      return false;
    }
  }

  @Nested
  class KsgGlobalLinfTest extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return Presets.ksgGlobalLinf();
    }

    @Override
    protected boolean isSymmetric() {
      return false;
    }
  }

  @Nested
  class KsgGlobalSymmetricTest extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return Presets.ksgGlobalSymmetric();
    }

    /** It is the largest of many estimates, which errs upwards. */
    @Override
    protected boolean isBiasedUpwards() {
      return true;
    }
  }

  @Nested
  class KsgGlobalLinfSymmetricTest extends EstimatorContract {
    @Override
    protected MutualInformationEstimator estimator() {
      return Presets.ksgGlobalLinfSymmetric();
    }

    /** It is the largest of many estimates, which errs upwards. */
    @Override
    protected boolean isBiasedUpwards() {
      return true;
    }
  }
}
