package io.github.miscope.estimator.mixed;

import io.github.miscope.estimator.DiscreteEstimatorContract;
import io.github.miscope.estimator.EstimatorContract;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import org.junit.jupiter.api.Nested;

/** Estimators for mixed data keep the contract, on data of every kind that they are for. */
class MixedContractTest {

  @Nested
  class RossTest extends DiscreteEstimatorContract {
    RossTest() {
      super(Ross.withDefaults(), false);
    }
  }

  @Nested
  class MixtureKsgTest extends EstimatorContract {
    MixtureKsgTest() {
      super(MixtureKsg.withDefaults());
    }
  }

  @Nested
  class MesnerShaliziTest extends EstimatorContract {
    MesnerShaliziTest() {
      super(MesnerShalizi.withDefaults());
    }
  }

  @Nested
  class AutoTest extends EstimatorContract {
    AutoTest() {
      super(Presets.auto());
    }
  }

  @Nested
  class ByTypeOnContinuousTest extends EstimatorContract {
    ByTypeOnContinuousTest() {
      super(ByType.of(Ksg.ksg1()));
    }
  }

  /** A discrete X; the estimators take a continuous one as well. */
  private abstract static class DiscreteX extends EstimatorContract {
    DiscreteX(MutualInformationEstimator estimator) {
      super(estimator);
    }

    @Override
    protected Samples prepared(Samples gaussians) {
      return new Samples(DiscreteEstimatorContract.levels(gaussians.x()), gaussians.y());
    }
  }

  @Nested
  class ByTypeOnDiscreteXTest extends DiscreteX {
    ByTypeOnDiscreteXTest() {
      super(ByType.of(Ksg.ksg1()));
    }
  }

  @Nested
  class MixtureKsgOnDiscreteXTest extends DiscreteX {
    MixtureKsgOnDiscreteXTest() {
      super(MixtureKsg.withDefaults());
    }
  }

  @Nested
  class MesnerShaliziOnDiscreteXTest extends DiscreteX {
    MesnerShaliziOnDiscreteXTest() {
      super(MesnerShalizi.withDefaults());
    }
  }

  /** The first column of both variables, where there are several, becomes discrete. */
  @Nested
  class ByTypeOnBothKindsTest extends EstimatorContract {
    ByTypeOnBothKindsTest() {
      super(ByType.of(Ksg.ksg1()));
    }

    @Override
    protected Samples prepared(Samples gaussians) {
      return new Samples(both(gaussians.x()), both(gaussians.y()));
    }

    private Variable both(Variable variable) {
      if (variable.d() == 1) {
        return variable;
      }
      Variable[] columns = new Variable[variable.d()];
      for (int j = 0; j < columns.length; j++) {
        Variable column = Variable.of(variable.columnNames().get(j), variable.column(j));
        columns[j] = j == 0 ? DiscreteEstimatorContract.levels(column) : column;
      }
      return Variable.join(variable.name(), columns);
    }
  }
}
