package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.PValue;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.internal.parallel.Threads;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Permutation tests that stop early. */
class SequentialTestTest {

  private static final int DRAWS = 60;
  private static final int ENOUGH = 5;

  private static Samples gaussians(double rho, int n, long seed) {
    return Tasks.correlatedGaussians(1, rho).sample(n, Seed.of(seed));
  }

  private static PermutationTest test(long seed) {
    return PermutationTest.of(DRAWS).withSeed(Seed.of(seed)).withStopAfter(ENOUGH);
  }

  /** The rule of Besag and Clifford, read off all draws. */
  private static PValue plainly(NullDraws draws) {
    double[] nats = draws.nats();
    int reached = 0;
    for (int l = 0; l < nats.length; l++) {
      reached += nats[l] >= draws.observed() ? 1 : 0;
      if (reached == ENOUGH) {
        double[] seen = Arrays.copyOf(nats, l + 1);
        PValue all = new NullDraws(draws.observed(), seen, draws.scheme()).pValue();
        return new PValue(
            (double) ENOUGH / (l + 1),
            l + 1,
            nats.length,
            all.nullMean(),
            all.nullSd(),
            all.scheme());
      }
    }
    return draws.pValue();
  }

  @Test
  void itIsTheRuleOnTheSameDrawsOnAnyNumberOfThreads() {
    int stopped = 0;
    for (int s = 0; s < 20; s++) {
      Samples samples = gaussians(s < 15 ? 0 : 0.5, 40, s);
      PValue expected = plainly(test(s).draws(Presets.ksg(), samples));
      stopped += expected.permutations() < DRAWS ? 1 : 0;
      List<PValue> values = new ArrayList<>();
      for (int threads : new int[] {1, 2, 16}) {
        long seed = s;
        Threads.within(threads, () -> values.add(test(seed).test(Presets.ksg(), samples)));
      }
      assertEquals(List.of(expected, expected, expected), values);
    }
    assertTrue(stopped > 0 && stopped < 20, stopped + " of 20 stopped");
  }

  @Test
  void pValuesAreUniformAtTheLevelsThatThereAre() {
    int sets = 400;
    double[] p = new double[sets];
    for (int s = 0; s < sets; s++) {
      p[s] = test(s).test(Presets.ksg(), gaussians(0, 25, 1000L + s)).value();
    }
    // 5/l for l = 5..60, (1 + g)/61 for g = 0..4. Massart 1990: exceeded with probability 1e-4.
    double bound = Math.sqrt(Math.log(2 / 1e-4) / (2 * sets));
    for (int level = 1; level <= DRAWS; level++) {
      double a = level < ENOUGH ? level / (DRAWS + 1.0) : (double) ENOUGH / level;
      double below = 0;
      for (double value : p) {
        below += value <= a + 1e-12 ? 1.0 / sets : 0;
      }
      assertEquals(a, below, bound, "level " + a);
    }
  }

  @Test
  void shiftsOfSeriesMayStopAsWell() {
    // Estimates at neighbouring shifts are alike: in their natural order 69 % were up to 0.75.
    PermutationTest shifts =
        PermutationTest.of(19).withScheme(PermutationScheme.cyclicShifts(10)).withStopAfter(3);
    int sets = 4000;
    double[] p = new double[sets];
    for (int s = 0; s < sets; s++) {
      Samples samples =
          Samples.of(
              Toys.series(200, 0.9, Seed.of(s).derive("x")),
              Toys.series(200, 0.9, Seed.of(s).derive("y")));
      p[s] = shifts.withSeed(Seed.of(s)).test(Toys.meanProduct(), samples).value();
    }
    // As above.
    double bound = Math.sqrt(Math.log(2 / 1e-4) / (2 * sets));
    for (int level = 1; level <= 19; level++) {
      double a = level < 3 ? level / 20.0 : 3.0 / level;
      double below = Arrays.stream(p).filter(value -> value <= a + 1e-12).count() / (double) sets;
      assertEquals(a, below, bound, "level " + a);
    }
  }

  @Test
  void inferenceCanStopWhereNothingCanBeFound() {
    PValue independent =
        Inference.of(Presets.ksg())
            .withPValue(1000)
            .withStopAfter(10)
            .estimate(gaussians(0, 100, 3))
            .pValue()
            .orElseThrow();
    assertTrue(independent.permutations() < 1000, independent::toString);
    assertEquals(10.0 / independent.permutations(), independent.value());
    PValue dependent =
        Inference.of(Presets.ksg())
            .withPValue(1000)
            .withStopAfter(10)
            .estimate(gaussians(0.9, 100, 3))
            .pValue()
            .orElseThrow();
    assertEquals(1000, dependent.permutations());
    assertEquals(1 / 1001.0, dependent.value());
  }
}
