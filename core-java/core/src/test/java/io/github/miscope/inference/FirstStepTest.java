package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DefaultEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PValue;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.internal.parallel.Threads;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Tests of many rows, whose statistic begins with a part of them. */
class FirstStepTest {

  private static final int N = FirstStep.MIN_ROWS;
  private static final int DRAWS = 39;

  /** A quick statistic that counts how often it sees all rows: a function of the covariance. */
  private record Covariance(DoubleUnaryOperator function, AtomicInteger whole)
      implements DefaultEstimator {

    static Covariance of(DoubleUnaryOperator function) {
      return new Covariance(function, new AtomicInteger());
    }

    @Override
    public Estimate estimate(Samples samples) {
      int n = samples.n();
      double[] x = samples.x().column(0);
      double[] y = samples.y().column(0);
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += x[i] * y[i];
      }
      if (n == N) {
        whole.incrementAndGet();
      }
      return new Estimate(
          function.applyAsDouble(sum / Math.sqrt(n)), "toy", n, 1, 1, Map.of(), List.of());
    }
  }

  private static Samples gaussians(double rho, int n, long seed) {
    return Tasks.correlatedGaussians(1, rho).sample(n, Seed.of(seed));
  }

  private static PermutationTest test(long seed) {
    return PermutationTest.of(DRAWS).withSeed(Seed.of(seed));
  }

  @Test
  void plainDependenceIsSeenInAPart() {
    Covariance estimator = Covariance.of(Math::abs);
    PValue p = test(1).test(estimator, gaussians(0.8, N, 1));
    assertEquals(1.0 / (1 + DRAWS), p.value());
    assertEquals(DRAWS, p.permutations());
    // The observations, and the draws that tell the mean.
    assertEquals(1 + SequentialDraws.FULL, estimator.whole().get());
  }

  @Test
  void whatIsNotPlainIsTestedByAllRows() {
    for (double rho : new double[] {0, 0.02, 0.05}) {
      Samples samples = gaussians(rho, N, 2);
      Covariance estimator = Covariance.of(Math::abs);
      PValue p = test(2).test(estimator, samples);
      assertEquals(1 + DRAWS, estimator.whole().get(), "rho " + rho);
      assertEquals(test(2).draws(estimator, samples).pValue(), p, "rho " + rho);
    }
  }

  @Test
  void pValuesAreUniformEvenWhereTheLimitIsOftenExceeded() {
    int sets = 400;
    // Log-normal: of two hundred draws some are ten deviations of ten others above their mean.
    Covariance estimator = Covariance.of(covariance -> Math.exp(1.5 * covariance));
    double[] p = new double[sets];
    for (int s = 0; s < sets; s++) {
      p[s] = test(s).test(estimator, gaussians(0, N, 1000L + s)).value();
    }
    // Massart 1990: exceeded with probability 1e-4.
    double bound = Math.sqrt(Math.log(2 / 1e-4) / (2 * sets));
    for (int level = 1; level <= DRAWS; level++) {
      double a = level / (1.0 + DRAWS);
      double below = 0;
      for (double value : p) {
        below += value <= a + 1e-12 ? 1.0 / sets : 0;
      }
      assertEquals(a, below, bound, "level " + a);
    }
    assertTrue(
        estimator.whole().get() < sets * (1 + DRAWS), "the first step must have decided some");
  }

  @Test
  void theDefaultAndNeighboursHaveIt() {
    Samples samples = gaussians(0.6, N, 4);
    for (MutualInformationEstimator estimator :
        List.of(Presets.auto(), Presets.ksg(), Presets.ksgGlobalLinf())) {
      EstimationProblem problem = EstimationProblem.of(estimator, samples);
      assertTrue(problem.part().isPresent(), estimator::toString);
    }
    List<PValue> values = new ArrayList<>();
    for (int threads : new int[] {1, 2, 16}) {
      Threads.within(threads, () -> values.add(test(4).test(Presets.ksg(), samples)));
    }
    PValue swapped = test(4).test(Presets.ksg(), new Samples(samples.y(), samples.x()));
    assertEquals(1.0 / (1 + DRAWS), values.get(0).value());
    assertEquals(List.of(values.get(0), values.get(0)), values.subList(1, 3));
    assertEquals(values.get(0), swapped);
  }

  @Test
  void itIsLeftOutWhereAPartDoesNotServe() {
    Samples samples = gaussians(0.6, N, 5);
    // As of more neighbours than a part has rows.
    Covariance wide =
        Covariance.of(
            covariance -> {
              throw new IllegalArgumentException("too few rows");
            });
    EstimationProblem problem = EstimationProblem.of(wide, samples);
    assertTrue(problem.part().isPresent());
    assertTrue(FirstStep.of(problem, PermutationScheme.allRows(), Seed.of(5)).isEmpty());
    // Shifts are a group, and not drawn.
    Covariance estimator = Covariance.of(Math::abs);
    PValue shifted =
        test(5).withScheme(PermutationScheme.cyclicShifts(10)).test(estimator, samples);
    assertEquals(1 + shifted.permutations(), estimator.whole().get());
    // All draws of a constant are alike: no limit.
    Covariance constant = Covariance.of(covariance -> 1);
    assertEquals(1, test(5).test(constant, samples).value());
    assertEquals(1 + DRAWS, constant.whole().get());
    assertTrue(
        EstimationProblem.of(estimator, gaussians(0.6, N - 1, 5)).part().isEmpty(),
        "few rows need no first step");
  }
}
