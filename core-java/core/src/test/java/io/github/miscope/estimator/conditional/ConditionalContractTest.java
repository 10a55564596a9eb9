package io.github.miscope.estimator.conditional;

import io.github.miscope.estimator.ConditionalEstimatorContract;
import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.DiscreteEstimatorContract;
import io.github.miscope.estimator.discrete.DiscreteConditionalMutualInformation;
import io.github.miscope.estimator.mixed.ByType;
import io.github.miscope.estimator.mixed.MesnerShalizi;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.estimator.scale.ScaledConditional;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import org.junit.jupiter.api.Nested;

/** Every estimator of conditional information keeps the contract. */
class ConditionalContractTest {

  private abstract static class Case extends ConditionalEstimatorContract {
    private final String discrete;

    /**
     * A case.
     *
     * @param discrete the names of the variables that become discrete
     */
    Case(ConditionalMutualInformationEstimator estimator, String discrete) {
      super(estimator);
      this.discrete = discrete;
    }

    @Override
    protected ConditionalSamples prepared(ConditionalSamples samples) {
      return new ConditionalSamples(
          prepared(samples.x()), prepared(samples.y()), prepared(samples.z()));
    }

    private Variable prepared(Variable variable) {
      return discrete.contains(variable.name())
          ? DiscreteEstimatorContract.levels(variable)
          : variable;
    }
  }

  @Nested
  class KsgTest extends Case {
    KsgTest() {
      super(ConditionalKsg.withDefaults(), "");
    }
  }

  @Nested
  class KsgOnNormalRanksTest extends Case {
    KsgOnNormalRanksTest() {
      super(Presets.conditionalKsg(), "");
    }
  }

  @Nested
  class AutoTest extends Case {
    AutoTest() {
      super(Presets.autoConditional(), "z");
    }
  }

  @Nested
  class ScaledKsgTest extends Case {
    ScaledKsgTest() {
      super(ScaledConditional.of(ConditionalKsg.withDefaults().withK(5), Scaling.local()), "");
    }
  }

  @Nested
  class GaussianTest extends Case {
    GaussianTest() {
      super(ConditionalGaussian.withDefaults(), "");
    }
  }

  @Nested
  class MesnerShaliziTest extends Case {
    MesnerShaliziTest() {
      super(MesnerShalizi.withDefaults(), "x");
    }
  }

  @Nested
  class DiscreteTest extends Case {
    DiscreteTest() {
      super(DiscreteConditionalMutualInformation.withDefaults(), "xyz");
    }
  }

  @Nested
  class StratifiedTest extends Case {
    StratifiedTest() {
      super(Stratified.of(Ksg.ksg1()), "z");
    }
  }

  @Nested
  class ByTypeContinuousTest extends Case {
    ByTypeContinuousTest() {
      super(ConditionalByType.of(ByType.of(Ksg.ksg1())), "");
    }
  }

  @Nested
  class ByTypeDiscreteZTest extends Case {
    ByTypeDiscreteZTest() {
      super(ConditionalByType.of(ByType.of(Ksg.ksg1())), "yz");
    }
  }

  @Nested
  class ByTypeDiscreteYTest extends Case {
    ByTypeDiscreteYTest() {
      super(ConditionalByType.of(ByType.of(Ksg.ksg1())), "y");
    }
  }

  @Nested
  class ByTypeAllDiscreteTest extends Case {
    ByTypeAllDiscreteTest() {
      super(ConditionalByType.of(ByType.of(Ksg.ksg1())), "xyz");
    }
  }
}
