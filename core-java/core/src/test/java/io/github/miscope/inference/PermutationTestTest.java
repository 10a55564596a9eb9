package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PValue;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.internal.parallel.Threads;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** P-values: exact under independence, whatever the data. */
@Tag("slow")
class PermutationTestTest {

  private static final int SETS = 200;
  static final int PERMUTATIONS = 39;

  private static Samples independent(int n, long seed) {
    return Tasks.correlatedGaussians(1, 0).sample(n, Seed.of(seed));
  }

  /** The distance of Kolmogorov and Smirnov from the uniform distribution on 1/40, ..., 1. */
  private static double distance(LongFunction<PValue> pValue) {
    int[] counts = new int[PERMUTATIONS + 2];
    for (int s = 0; s < SETS; s++) {
      counts[(int) Math.rint(pValue.apply(s).value() * (PERMUTATIONS + 1))]++;
    }
    double distance = 0;
    double below = 0;
    for (int j = 1; j < counts.length; j++) {
      below += counts[j] / (double) SETS;
      distance = Math.max(distance, Math.abs(below - j / (PERMUTATIONS + 1.0)));
    }
    return distance;
  }

  /** Exceeded with probability 1e-4 if uniform: 2 exp(-2 n D^2) (Massart 1990). */
  static void assertUniform(LongFunction<PValue> pValue) {
    double bound = Math.sqrt(Math.log(2 / 1e-4) / (2 * SETS));
    double distance = distance(pValue);
    assertTrue(distance < bound, "D = " + distance + ", bound " + bound);
  }

  static PValue test(MutualInformationEstimator estimator, Samples samples, long seed) {
    return PermutationTest.of(PERMUTATIONS).withSeed(Seed.of(seed)).test(estimator, samples);
  }

  @Test
  void pValuesOfContinuousDataAreUniform() {
    assertUniform(s -> test(Presets.ksg(), independent(25, s), s));
  }

  @Test
  void pValuesOfTiedDataAreUniform() {
    assertUniform(
        s -> {
          Samples samples = independent(25, 1000 + s);
          return test(
              Presets.ksg(),
              Samples.of(Toys.rounded(samples.x().column(0)), Toys.rounded(samples.y().column(0))),
              s);
        });
  }

  @Test
  void pValuesOfTheMaximumOverScalesAreUniform() {
    assertUniform(s -> test(Presets.ksgGlobalLinf(), independent(20, 2000 + s), s));
  }

  @Test
  void dependenceGivesTheSmallestPValue() {
    PValue p =
        PermutationTest.of(99)
            .test(Presets.ksg(), Tasks.correlatedGaussians(1, 0.9).sample(200, Seed.of(1)));
    assertEquals(0.01, p.value(), 1e-15);
    assertEquals(99, p.permutations());
    assertEquals("all rows", p.scheme());
    // The null estimates have mean 0 and sd 0.05 (n times the variance is 0.46); at 4 sd.
    assertEquals(0, p.nullMean(), 4 * 0.05 / Math.sqrt(99));
    assertEquals(0.05, p.nullSd(), 0.02);
  }

  @Test
  void equalEstimatesCountAsReached() {
    Samples constant = Samples.of(new double[50], independent(50, 2).y().column(0));
    assertEquals(1.0, PermutationTest.of(19).test(Presets.ksg(), constant).value());
    // The sum of 0.1 in three orders of addition differs by rounding only.
    double[] ones = new double[30];
    double[] mixed = new double[30];
    for (int i = 0; i < 30; i++) {
      ones[i] = 0.1;
      mixed[i] = i % 3 + 0.1;
    }
    Samples rounding = Samples.of(ones, mixed);
    assertEquals(1.0, PermutationTest.of(99).test(Toys.meanProduct(), rounding).value());
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    Samples samples = independent(100, 3);
    List<PValue> values = new ArrayList<>();
    for (int threads : new int[] {1, 2, 5}) {
      Threads.within(
          threads, () -> values.add(PermutationTest.of(50).test(Presets.ksgGlobalLinf(), samples)));
    }
    assertEquals(values.get(0), values.get(1));
    assertEquals(values.get(0), values.get(2));
  }

  private static int rejections(IntFunction<PValue> pValue, int sets) {
    int rejected = 0;
    for (int s = 0; s < sets; s++) {
      rejected += pValue.apply(s).value() <= 0.1 ? 1 : 0;
    }
    return rejected;
  }

  /** 0.1 with 200 trials: 20 expected, sd 4.2; at 4 sd. */
  private static final int MAX_REJECTIONS = 37;

  @Test
  void conditionalTestsKeepWhatYHasToDoWithZ() {
    IntFunction<ConditionalSamples> draw =
        s -> {
          double[] z = Toys.normals(200, Seed.of(s).derive("z"));
          return Toys.given(
              Toys.sum(z, Toys.normals(200, Seed.of(s).derive("x"))),
              Toys.sum(z, Toys.normals(200, Seed.of(s).derive("y"))),
              Variable.of("z", z));
        };
    PermutationTest test = PermutationTest.of(19);
    int given = rejections(s -> test.test(Toys.partialCorrelation(), draw.apply(s)), 200);
    assertTrue(given <= MAX_REJECTIONS, "rejected " + given + " of 200");
    assertEquals(
        "residuals of x given z", test.test(Toys.partialCorrelation(), draw.apply(0)).scheme());
  }

  @Test
  void levelsOfZAreKept() {
    IntFunction<ConditionalSamples> draw =
        s -> {
          double[] z = Toys.rounded(Toys.normals(100, Seed.of(s).derive("z")));
          int[] codes = new int[100];
          for (int i = 0; i < 100; i++) {
            codes[i] = (int) z[i];
          }
          return Toys.given(
              Toys.sum(z, Toys.normals(100, Seed.of(s).derive("x"))),
              Toys.sum(z, Toys.normals(100, Seed.of(s).derive("y"))),
              Variable.discrete("z", codes));
        };
    PermutationTest test = PermutationTest.of(19);
    int given = rejections(s -> test.test(Toys.partialCorrelation(), draw.apply(s)), 200);
    assertTrue(given <= MAX_REJECTIONS, "rejected " + given + " of 200");
    // What the levels are for: without them X and Y look dependent.
    int all = rejections(s -> test.test(Toys.meanProduct(), draw.apply(s).pairs()), 50);
    assertTrue(all > 45, "rejected " + all + " of 50");
  }

  @Test
  void seriesNeedRestrictedPermutations() {
    IntFunction<Samples> draw =
        s ->
            Samples.of(
                Toys.series(200, 0.9, Seed.of(s).derive("x")),
                Toys.series(200, 0.9, Seed.of(s).derive("y")));
    int all = rejections(s -> PermutationTest.of(19).test(Toys.meanProduct(), draw.apply(s)), 200);
    // The product's variance is 9.5 times that of independent rows: P(N > 1.28/3.1) = 0.34.
    assertTrue(all > MAX_REJECTIONS, "all rows: " + all + " of 200");
    PermutationTest shifts = PermutationTest.of(19).withScheme(PermutationScheme.cyclicShifts(10));
    int shifted = rejections(s -> shifts.test(Toys.meanProduct(), draw.apply(s)), 200);
    assertTrue(shifted <= MAX_REJECTIONS, "shifts: " + shifted + " of 200");
    // Blocks of b = 20 tear the series at their ends. With q = 0.81, n times the product's variance
    // is (1 + q)/(1 - q) - 2q/(n (1 - q)^2) = 9.3, that of permuted blocks with b for n 7.3; so the
    // level is P(N > 1.28 sqrt(7.3/9.3)) = 0.128: 25.6 expected, sd 4.7; at 4 sd.
    PermutationTest blocks = PermutationTest.of(19).withScheme(PermutationScheme.wholeBlocks(20));
    int torn = rejections(s -> blocks.test(Toys.meanProduct(), draw.apply(s)), 200);
    assertTrue(torn <= 44, "blocks: " + torn + " of 200");
  }
}
