package io.github.miscope.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What estimators keep that take a discrete X; the Gaussians of the contract are binned. */
public abstract class DiscreteEstimatorContract extends EstimatorContract {

  private final boolean yDiscrete;

  /**
   * A contract.
   *
   * @param yDiscrete whether Y is discrete, too
   */
  protected DiscreteEstimatorContract(
      MutualInformationEstimator estimator, boolean yDiscrete, Trait... traits) {
    super(estimator, traits);
    this.yDiscrete = yDiscrete;
  }

  @Override
  protected final Samples prepared(Samples gaussians) {
    return new Samples(levels(gaussians.x()), yDiscrete ? levels(gaussians.y()) : gaussians.y());
  }

  /** Two levels per column: below its median or not. */
  public static Variable levels(Variable variable) {
    Variable[] columns = new Variable[variable.d()];
    for (int j = 0; j < columns.length; j++) {
      double[] values = variable.column(j);
      double median = Arrays.stream(values).sorted().toArray()[values.length / 2];
      int[] codes = Arrays.stream(values).mapToInt(v -> v < median ? 0 : 1).toArray();
      columns[j] = Variable.discrete(variable.columnNames().get(j), codes);
    }
    return Variable.join(variable.name(), columns);
  }

  @Test
  void relabellingKeepsTheEstimate() {
    Samples samples = gaussians(2, 0.7, 300, 11);
    double[][] codes = samples.x().columns();
    for (double[] column : codes) {
      for (int i = 0; i < column.length; i++) {
        column[i] = column[i] == 0 ? 7 : -2;
      }
    }
    Samples relabelled = new Samples(samples.x().withColumns(codes), samples.y());
    assertEquals(
        estimator().estimate(samples).nats(), estimator().estimate(relabelled).nats(), 1e-12);
  }

  @Test
  void continuousVariablesAreRefusedByName() {
    Samples gaussians = Tasks.correlatedGaussians(1, 0.5).sample(50, Seed.of(12));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> estimator().estimate(gaussians));
    assertTrue(e.getMessage().contains("x is continuous"), e::getMessage);
  }
}
