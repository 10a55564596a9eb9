package io.github.miscope.estimator.mixed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DiscreteEstimatorContract;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

class DiscriminantRossTest extends DiscreteEstimatorContract {

  private static final DiscriminantRoss ROSS = DiscriminantRoss.withDefaults();

  DiscriminantRossTest() {
    super(ROSS, false);
  }

  /** Two levels whose means are 2 apart in each of three columns of d: 0.586 nats. */
  private static Samples classMeans(int n, int d, double shift, Seed seed) {
    var normal = ZigguratSampler.NormalizedGaussian.of(seed.generator());
    int[] level = IntStream.range(0, n).map(i -> i * 7 % 3 % 2).toArray();
    double[][] x = new double[d][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        x[j][i] = normal.sample() + (j < 3 ? shift * (2 * level[i] - 1) : 0);
      }
    }
    return new Samples(Variable.ofColumns("x", x), Variable.discrete("y", level));
  }

  private static List<String> views(Estimate estimate) {
    return estimate.findings(Finding.ChosenView.class).stream()
        .map(Finding.ChosenView::view)
        .toList();
  }

  /**
   * A third of the rows have one level, the others the other: 0.536 nats by the rule of trapezoids.
   * The standard error of one estimate is 0.02; noise in 100 columns costs 0.03.
   */
  @Test
  void fewDirectionsOfManyColumnsAreFound() {
    for (int d : new int[] {30, 100}) {
      Samples samples = classMeans(1000, d, 1, Seed.of(d));
      Estimate estimate = ROSS.estimate(samples);
      assertEquals(List.of("Ross on 1 linear discriminant"), views(estimate));
      assertEquals(0.536, estimate.nats(), 0.09);
      double whole = Scaled.of(ROSS.ross(), Scaling.normalRank()).estimate(samples).nats();
      assertEquals(whole, estimate.diagnostics().get("Ross on all columns"));
      assertTrue(whole < 0.4);
      assertEquals(List.of(), estimate.warnings());
    }
    Estimate noisy = ROSS.estimate(classMeans(200, 100, 1, Seed.of(1)));
    assertEquals(
        List.of(new EstimateWarning.FewRowsForDirections(200, 100, 1000)), noisy.warnings());
  }

  /** Levels that differ in size only have no direction, but their squares have. */
  @Test
  void sizesAreFoundBySquares() {
    Samples same = classMeans(1000, 10, 0, Seed.of(3));
    double[][] x = same.x().columns();
    int[] level = same.y().levels();
    for (int i = 0; i < level.length; i++) {
      for (int j = 0; j < 2; j++) {
        x[j][i] *= level[i] == 1 ? 3 : 1;
      }
    }
    Estimate estimate = ROSS.estimate(new Samples(Variable.ofColumns("x", x), same.y()));
    assertEquals(List.of("Ross on 1 quadratic discriminant"), views(estimate));
  }

  /** One column, few rows and independent levels: Ross's estimate on normal ranks, to the bit. */
  @Test
  void elseItIsRossOnNormalRanks() {
    Scaled ranks = Scaled.of(ROSS.ross(), Scaling.normalRank());
    for (Samples samples :
        List.of(
            classMeans(1000, 1, 1, Seed.of(4)),
            classMeans(49, 30, 1, Seed.of(5)),
            classMeans(1000, 30, 0, Seed.of(6)))) {
      Estimate estimate = ROSS.estimate(samples);
      assertEquals(ranks.estimate(samples).nats(), estimate.nats());
      assertEquals(List.of(), views(estimate));
    }
    assertEquals("Ross-Normal-Rank", ROSS.toString());
    assertEquals("Ross-Normal-Rank(k=5)", ROSS.withK(5).toString());
  }
}
