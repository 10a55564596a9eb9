package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.PValue;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** P-values that stop early without being asked to. */
class DefaultStopTest {

  private static final int DRAWS = 200;
  private static final Inference KSG = Inference.of(Presets.ksg()).withChecks(false);
  private static final ConditionalInference GIVEN =
      ConditionalInference.of(Toys.partialCorrelation()).withChecks(false);

  private static Samples gaussians(double rho, int n, long seed) {
    return Tasks.correlatedGaussians(1, rho).sample(n, Seed.of(seed));
  }

  /** Independent given levels, within which rows may change places: an exact test. */
  private static ConditionalSamples independentGiven(int n, long seed) {
    double[] x = Toys.normals(n, Seed.of(seed).derive("x"));
    double[] y = Toys.normals(n, Seed.of(seed).derive("y"));
    int[] levels = new int[n];
    for (int i = 0; i < n; i++) {
      levels[i] = i % 2;
      x[i] += 3 * levels[i];
      y[i] += 3 * levels[i];
    }
    return Toys.given(x, y, Variable.discrete("z", levels));
  }

  private static PValue p(Estimate estimate) {
    return estimate.pValue().orElseThrow();
  }

  @Test
  void aTwentiethIsEnoughButNotLessThanTen() {
    int[] draws = {0, 1, 199, 200, 201, 1000, 10_000_000};
    assertEquals(
        List.of(10, 10, 10, 10, 11, 50, 500_000),
        Arrays.stream(draws).map(InferenceOptions::defaultStopAfter).boxed().toList());
  }

  @Test
  void itStopsWhereNothingIsFoundAndNotWhereSomethingIs() {
    PValue independent = p(KSG.withPValue(1000).estimate(gaussians(0, 100, 3)));
    assertTrue(independent.stoppedEarly(), independent::toString);
    assertEquals(1000, independent.planned());
    assertEquals(50.0 / independent.permutations(), independent.value());
    PValue dependent = p(KSG.withPValue(1000).estimate(gaussians(0.9, 100, 3)));
    assertFalse(dependent.stoppedEarly(), dependent::toString);
    assertEquals(1 / 1001.0, dependent.value());
    PValue given = p(GIVEN.withPValue(DRAWS).estimate(independentGiven(100, 3)));
    assertTrue(given.stoppedEarly(), given::toString);
    assertEquals(10.0 / given.permutations(), given.value());
  }

  @Test
  void whatIsUpToATwentiethHasAllDraws() {
    int stopped = 0;
    for (int s = 0; s < 60; s++) {
      Samples samples = gaussians(s % 3 * 0.25, 50, s);
      PValue early = p(KSG.withPValue(DRAWS).estimate(samples));
      PValue all = p(KSG.withPValue(DRAWS).withStopAfter(0).estimate(samples));
      assertEquals(DRAWS, all.permutations());
      if (early.stoppedEarly()) {
        stopped++;
        assertTrue(early.value() > 0.05 && all.value() > 0.05, early + " and " + all);
      } else {
        // The tenth of all may be the last draw: 10/200 then, and 11/201.
        assertEquals(all.value(), early.value(), early.value() == 0.05 ? 0.005 : 0);
      }
    }
    assertTrue(stopped >= 20 && stopped < 60, stopped + " of 60 stopped");
  }

  @Test
  void optionsCombineInAnyOrder() {
    Samples samples = gaussians(0, 60, 5);
    Estimate all = KSG.withPValue(100).withStopAfter(0).estimate(samples);
    assertEquals(100, p(all).permutations());
    assertEquals(all, KSG.withStopAfter(0).withPValue(100).estimate(samples));
    Estimate three = KSG.withPValue(100).withStopAfter(3).estimate(samples);
    assertEquals(3.0 / p(three).permutations(), p(three).value());
    assertEquals(three, KSG.withStopAfter(3).withPValue(100).estimate(samples));
    // The default follows the last number of permutations.
    Estimate many = KSG.withPValue(100).withPValue(1000).estimate(samples);
    assertEquals(50.0 / p(many).permutations(), p(many).value());
    assertEquals(many, KSG.withPValue(1000).withStopAfter(50).estimate(samples));
    ConditionalSamples given = independentGiven(60, 5);
    Estimate allGiven = GIVEN.withPValue(100).withStopAfter(0).estimate(given);
    assertEquals(100, p(allGiven).permutations());
    assertEquals(allGiven, GIVEN.withStopAfter(0).withPValue(100).estimate(given));
    assertEquals(
        GIVEN.withPValue(100).estimate(given),
        GIVEN.withStopAfter(10).withPValue(100).estimate(given));
  }

  @Test
  void pValuesOfIndependentVariablesAreUniform() {
    assertUniform(
        500, s -> p(KSG.withPValue(DRAWS).withSeed(Seed.of(s)).estimate(gaussians(0, 25, s))));
  }

  @Test
  void soAreThoseOfConditionallyIndependentOnes() {
    assertUniform(
        500,
        s -> p(GIVEN.withPValue(DRAWS).withSeed(Seed.of(s)).estimate(independentGiven(30, s))));
  }

  private static void assertUniform(int sets, LongFunction<PValue> draw) {
    double[] p = new double[sets];
    long drawn = 0;
    for (int s = 0; s < sets; s++) {
      PValue found = draw.apply(7000L + s);
      p[s] = found.value();
      drawn += found.permutations();
    }
    // (1 + g)/201 for g = 0..9, 10/l for l = 10..200. Massart 1990: exceeded with probability 1e-4.
    double bound = Math.sqrt(Math.log(2 / 1e-4) / (2 * sets));
    for (int level = 1; level <= DRAWS; level++) {
      double a = level <= 10 ? level / (DRAWS + 1.0) : 10.0 / level;
      double below = Arrays.stream(p).filter(value -> value <= a + 1e-12).count() / (double) sets;
      assertEquals(a, below, bound, "level " + a);
    }
    // More than l draws with probability 10 / (l + 1): 39.5 on average, standard deviation 48.1.
    assertEquals(39.5, (double) drawn / sets, 5 * 48.1 / Math.sqrt(sets));
  }
}
