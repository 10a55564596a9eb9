package io.github.miscope.estimator.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.entropy.EntropySum;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Where no one bandwidth fits, a kernel density entropy says so and claims no interval. */
class HeavyTailsTest {

  private static final KernelDensityEntropy KDE = KernelDensityEntropy.withDefaults();

  /** Independent columns by an inverse distribution function. */
  private static Variable drawn(int n, int d, long seed, DoubleUnaryOperator quantile) {
    UniformRandomProvider random = Seed.of(seed).generator();
    double[][] columns = new double[d][n];
    for (double[] column : columns) {
      Arrays.setAll(column, i -> quantile.applyAsDouble(random.nextDouble()));
    }
    return Variable.ofColumns("x", columns);
  }

  private static double cauchy(double u) {
    return Math.tan(Math.PI * (u - 0.5));
  }

  private static boolean warns(EntropyEstimate estimate) {
    boolean warns =
        estimate.warnings().stream().anyMatch(EstimateWarning.OneBandwidth.class::isInstance);
    assertEquals(warns, estimate.uncertainty().interval().isEmpty(), estimate::toString);
    assertEquals(warns, estimate.uncertainty().standardError().isEmpty(), estimate::toString);
    return warns;
  }

  @Test
  void heavyTailsWarnAndHaveNoInterval() {
    // The entropy of the standard Cauchy distribution is log(4 pi) = 2.53.
    for (Bandwidth bandwidth :
        List.of(Bandwidth.maximumLikelihood(), Bandwidth.leastSquares(), Bandwidth.fixed(0.1))) {
      KernelDensityEntropy kde = KDE.withBandwidth(bandwidth);
      for (int s = 0; s < 4; s++) {
        for (int n : new int[] {200, 500}) {
          assertTrue(warns(kde.estimate(drawn(n, 1, s, HeavyTailsTest::cauchy))));
          assertTrue(warns(kde.estimate(drawn(n, 1, s, u -> 1 / (1 - u)))));
        }
        assertTrue(warns(kde.estimate(drawn(300, 2, s, HeavyTailsTest::cauchy))));
      }
    }
  }

  @Test
  void lightTailsDoNotWarn() {
    for (int s = 0; s < 4; s++) {
      for (int n : new int[] {20, 100, 400}) {
        for (int d : new int[] {1, 3}) {
          // Each is four standard errors and a margin from a warning.
          assertEquals(
              List.of(),
              KDE
                  .estimate(Tasks.correlatedGaussians(d, 0).sample(n, Seed.of(s)).x())
                  .warnings()
                  .stream()
                  .filter(EstimateWarning.OneBandwidth.class::isInstance)
                  .toList());
          Variable uniform = drawn(n, d, s, u -> u);
          assertEquals(false, warns(KDE.estimate(uniform)));
        }
      }
    }
  }

  @Test
  void aSumOfSuchEntropiesHasNoIntervalEither() {
    Samples samples =
        new Samples(
            drawn(300, 1, 1, HeavyTailsTest::cauchy), drawn(300, 1, 2, HeavyTailsTest::cauchy));
    Estimate estimate = EntropySum.of(KDE).estimate(samples);
    assertTrue(estimate.interval().isEmpty(), estimate::toString);
    assertTrue(
        estimate.warnings().stream().anyMatch(EstimateWarning.OneBandwidth.class::isInstance));
  }

  @Test
  void tooFewObservationsForTheDimensionsWarn() {
    Variable six = Tasks.correlatedGaussians(6, 0).sample(100, Seed.of(3)).x();
    assertTrue(KDE.estimate(six).warnings().contains(new EstimateWarning.WideKernels(100, 6, 192)));
    Variable two = Tasks.correlatedGaussians(2, 0).sample(100, Seed.of(3)).x();
    assertTrue(KDE.estimate(two).warnings().isEmpty());
  }
}
