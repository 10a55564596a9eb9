package io.github.miscope.estimator.mixed;

import static io.github.miscope.reference.Means.assertMean;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.discrete.DiscreteEntropy;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A discrete variable of many levels with continuous columns. */
@Tag("slow")
class ManyLevelsMixedTest {

  private static final ByType BY_TYPE = ByType.of(Ksg.ksg1());

  private static Samples sample(int n, int levels, double apart, Seed seed) {
    UniformRandomProvider random = seed.generator();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    int[] x = IntStream.range(0, n).map(i -> random.nextInt(levels)).toArray();
    double[] y = IntStream.of(x).mapToDouble(l -> apart * l + normal.sample()).toArray();
    return new Samples(Variable.discrete("x", x), Variable.of("y", y));
  }

  /** In the mean within four standard errors of zero, and within 0.05. */
  @Test
  void independentLevelsHaveNoInformation() {
    for (int levels : new int[] {2, 20, 100, 300}) {
      double[] nats = new double[16];
      for (int t = 0; t < nats.length; t++) {
        Samples samples = sample(1000, levels, 0, Seed.of(1).derive("trial", t));
        nats[t] = BY_TYPE.estimate(samples).nats();
      }
      assertMean(0, nats, 0);
      assertEquals(0, IntStream.range(0, 16).mapToDouble(t -> nats[t] / 16).sum(), 0.05);
    }
  }

  /** Means so far apart that y tells the level: H(levels) is the most there is to know. */
  @Test
  void theEntropyOfTheLevelsIsTheMost() {
    for (int levels : new int[] {2, 20, 100, 300}) {
      Samples samples = sample(1000, levels, 20, Seed.of(2));
      double most = DiscreteEntropy.withDefaults().estimate(samples.x()).nats();
      double nats = BY_TYPE.estimate(samples).nats();
      assertTrue(nats <= most, () -> nats + " is above " + most);
    }
  }

  private static <W extends Warning> List<W> warnings(Estimate estimate, Class<W> kind) {
    return estimate.warnings().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Six rows of a level are enough for 3 neighbours in one column, 12 in two. */
  @Test
  void fewPointsInLevelsAreWarnedOf() {
    int n = 120;
    UniformRandomProvider random = Seed.of(3).generator();
    double[][] columns = new double[2][n];
    for (double[] column : columns) {
      for (int i = 0; i < n; i++) {
        column[i] = random.nextDouble();
      }
    }
    for (int rows : new int[] {5, 6, 11, 12}) {
      Variable x = Variable.discrete("x", IntStream.range(0, n).map(i -> i / rows).toArray());
      for (int d = 1; d <= 2; d++) {
        double[][] used = d == 1 ? new double[][] {columns[0]} : columns;
        Estimate estimate =
            Ross.withDefaults().estimate(new Samples(x, Variable.ofColumns("y", used)));
        assertEquals(
            rows < 6 * d
                ? List.of(new EstimateWarning.FewPointsInLevels("x", rows, d, 3, 6 * d))
                : List.of(),
            warnings(estimate, EstimateWarning.FewPointsInLevels.class));
      }
    }
    String message = new EstimateWarning.FewPointsInLevels("x", 5, 2, 3, 12).message();
    assertTrue(message.startsWith("Levels of x with 5 rows are small for 2 dimensions"), message);
  }

  /** Each row but two has a level of its own. */
  @Test
  void identifiersAreNamed() {
    int n = 100;
    Samples samples = sample(n, 2, 0, Seed.of(4));
    Variable id = Variable.discrete("id", IntStream.range(0, n).map(i -> Math.max(1, i)).toArray());
    List<DataWarning.Identifier> expected = List.of(new DataWarning.Identifier("id", n - 1, n));
    for (Variable other : List.of(samples.x(), samples.y())) {
      Estimate estimate = BY_TYPE.estimate(new Samples(id, other));
      assertEquals(expected, warnings(estimate, DataWarning.Identifier.class));
    }
    assertEquals(List.of(), warnings(BY_TYPE.estimate(samples), DataWarning.Identifier.class));
  }
}
