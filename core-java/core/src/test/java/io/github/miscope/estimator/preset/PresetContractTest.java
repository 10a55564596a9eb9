package io.github.miscope.estimator.preset;

import io.github.miscope.estimator.EstimatorContract;
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
    KsgTest() {
      super(Presets.ksg());
    }
  }

  @Nested
  class Ksg2Test extends EstimatorContract {
    Ksg2Test() {
      super(Presets.ksg2());
    }
  }

  @Nested
  class ClosedBallTest extends EstimatorContract {
    ClosedBallTest() {
      super(Presets.ksgClosedBall());
    }
  }

  @Nested
  class BiKsgTest extends EstimatorContract {
    BiKsgTest() {
      super(Presets.biKsg());
    }
  }

  @Nested
  class BiKsgLinfTest extends EstimatorContract {
    BiKsgLinfTest() {
      super(Presets.biKsgLinf());
    }
  }

  @Nested
  class KsgLogTest extends EstimatorContract {
    KsgLogTest() {
      super(Presets.ksgLog());
    }
  }

  @Nested
  class Ksg2LogTest extends EstimatorContract {
    Ksg2LogTest() {
      super(Presets.ksg2Log());
    }
  }

  @Nested
  class BiKsgWithL1Test extends EstimatorContract {
    BiKsgWithL1Test() {
      super(Presets.biKsg().withNorm(Norm.L1));
    }
  }

  @Nested
  class KsgWithL1Test extends EstimatorContract {
    KsgWithL1Test() {
      super(Ksg.ksg1().withNorm(Norm.L1));
    }
  }

  @Nested
  class Ksg2WithL2Test extends EstimatorContract {
    Ksg2WithL2Test() {
      super(Ksg.ksg2().withNorm(Norm.L2).withK(5));
    }
  }

  @Nested
  class KsgLocalTest extends EstimatorContract {
    KsgLocalTest() {
      super(Presets.ksgLocal());
    }
  }

  @Nested
  class GaussianCopulaTest extends EstimatorContract {
    GaussianCopulaTest() {
      super(Presets.gaussianCopula());
    }
  }

  @Nested
  class KsgNormalRankTest extends EstimatorContract {
    KsgNormalRankTest() {
      super(Scaled.of(Presets.ksg(), Scaling.normalRank()));
    }
  }

  @Nested
  class KsgGlobalTest extends EstimatorContract {
    KsgGlobalTest() {
      super(Presets.ksgGlobal(), Trait.NOT_SYMMETRIC);
    }
  }

  @Nested
  class KsgGlobalLinfTest extends EstimatorContract {
    KsgGlobalLinfTest() {
      super(Presets.ksgGlobalLinf(), Trait.NOT_SYMMETRIC);
    }
  }

  @Nested
  class KsgGlobalSymmetricTest extends EstimatorContract {
    KsgGlobalSymmetricTest() {
      // It is the largest of many estimates, which errs upwards.
      super(Presets.ksgGlobalSymmetric(), Trait.BIASED_UPWARDS);
    }
  }

  @Nested
  class KsgGlobalLinfSymmetricTest extends EstimatorContract {
    KsgGlobalLinfSymmetricTest() {
      // It is the largest of many estimates, which errs upwards.
      super(Presets.ksgGlobalLinfSymmetric(), Trait.BIASED_UPWARDS);
    }
  }
}
