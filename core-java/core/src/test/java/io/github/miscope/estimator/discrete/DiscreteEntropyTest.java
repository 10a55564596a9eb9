package io.github.miscope.estimator.discrete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.junit.jupiter.api.Test;

/** Discrete entropies against closed forms, and their bias by enumeration of all samples. */
class DiscreteEntropyTest {

  /** A variable with given numbers of observations of its levels. */
  private static Variable counts(int... counts) {
    return Variable.discrete(
        "x",
        IntStream.range(0, counts.length)
            .flatMap(level -> IntStream.generate(() -> level).limit(counts[level]))
            .toArray());
  }

  private static double entropy(Correction correction, int... counts) {
    return new DiscreteEntropy(correction).estimate(counts(counts)).nats();
  }

  @Test
  void formulas() {
    double plugIn = -(0.5 * Math.log(0.5) + 0.3 * Math.log(0.3) + 0.2 * Math.log(0.2));
    assertEquals(plugIn, entropy(Correction.PLUG_IN, 5, 3, 2), 1e-14);
    assertEquals(plugIn + 2 / 20.0, entropy(Correction.MILLER_MADOW, 5, 3, 2), 1e-14);
    // G(1) = -gamma - log 2 and G(2) = 2 - gamma - log 2 (Grassberger 2003), G(2m + 1) = G(2m) and
    // G(2m + 2) = G(2m) + 2/(2m + 1).
    double gamma = -Digamma.value(1);
    double g1 = -gamma - Math.log(2);
    double g2 = 2 - gamma - Math.log(2);
    double g5 = g2 + 2 / 3.0;
    assertEquals(
        Digamma.value(10) - 0.5 * g5 - 0.3 * g2 - 0.2 * g2,
        entropy(Correction.GRASSBERGER, 5, 3, 2),
        1e-14);
    assertEquals(Digamma.value(3) - g1, entropy(Correction.GRASSBERGER, 1, 1, 1), 1e-14);
    // Coverage 1 - 1/6; frequencies 3/6, 2/6, 1/6 of it.
    double c = 5 / 6.0;
    double chaoShen = 0;
    for (double p : new double[] {c * 3 / 6, c * 2 / 6, c / 6}) {
      chaoShen -= p * Math.log(p) / (1 - Math.pow(1 - p, 6));
    }
    assertEquals(chaoShen, entropy(Correction.CHAO_SHEN, 3, 2, 1), 1e-14);
  }

  /** The mean of a function of the counts of two levels over all samples of n. */
  private static double mean(int n, double p, ToDoubleFunction<int[]> estimate) {
    double mean = 0;
    for (int a = 0; a <= n; a++) {
      double log =
          LogGamma.value(n + 1)
              - LogGamma.value(a + 1)
              - LogGamma.value(n - a + 1)
              + a * Math.log(p)
              + (n - a) * Math.log1p(-p);
      mean += Math.exp(log) * estimate.applyAsDouble(new int[] {a, n - a});
    }
    return mean;
  }

  private static double truth(double p) {
    return -p * Math.log(p) - (1 - p) * Math.log1p(-p);
  }

  /** -sum p_i int_0^(1 - 2 p_i) t^(n-1) / (1 - t) dt, by the series of 1/(1 - t). */
  private static double grassbergersBias(int n, double p) {
    double bias = 0;
    for (double q : new double[] {p, 1 - p}) {
      double b = 1 - 2 * q;
      double power = Math.pow(b, n);
      for (int m = n; m < n + 2000; m++) {
        bias -= q * power / m;
        power *= b;
      }
    }
    return bias;
  }

  @Test
  void grassbergersBiasIsWhatTheoryGives() {
    for (int n : new int[] {2, 5, 8, 20}) {
      for (double p : new double[] {0.5, 0.3, 0.1, 0.02}) {
        double mean =
            mean(
                n,
                p,
                counts -> {
                  // Both levels, seen or not: the formula before one level is taken as certain.
                  LevelCounts levels = LevelCounts.of(counts(counts));
                  double sum = 0;
                  for (int count : counts) {
                    sum += count == 0 ? 0 : count * Correction.GRASSBERGER.share(count, levels);
                  }
                  return sum / n;
                });
        assertEquals(truth(p) + grassbergersBias(n, p), mean, 1e-12, "n = " + n + ", p = " + p);
      }
    }
  }

  @Test
  void correctionsLowerTheBias() {
    int n = 20;
    for (double p : new double[] {0.5, 0.3, 0.2}) {
      double plugIn = mean(n, p, counts -> entropy(Correction.PLUG_IN, counts)) - truth(p);
      double miller = mean(n, p, counts -> entropy(Correction.MILLER_MADOW, counts)) - truth(p);
      double grassberger = mean(n, p, counts -> entropy(Correction.GRASSBERGER, counts)) - truth(p);
      double chaoShen = mean(n, p, counts -> entropy(Correction.CHAO_SHEN, counts)) - truth(p);
      // Miller's expansion: -(K - 1)/(2n) + (1 - sum 1/p)/(12 n^2), the next term of order n^-3.
      double second = (1 - 1 / p - 1 / (1 - p)) / (12.0 * n * n);
      assertEquals(-0.5 / n + second, plugIn, 20.0 / (n * n * n), "plug-in, p = " + p);
      assertTrue(Math.abs(miller) < Math.abs(plugIn) / 3, "Miller-Madow: " + miller);
      assertTrue(Math.abs(grassberger) < Math.abs(plugIn) / 10, "Grassberger: " + grassberger);
      assertTrue(Math.abs(chaoShen) < Math.abs(plugIn), "Chao-Shen: " + chaoShen);
    }
  }

  @Test
  void oneLevelIsCertain() {
    for (Correction correction : Correction.values()) {
      EntropyEstimate estimate = new DiscreteEntropy(correction).estimate(counts(7));
      assertEquals(0.0, estimate.nats());
      assertEquals(List.of(new DataWarning.ConstantColumn("x")), estimate.warnings());
    }
  }

  @Test
  void pointwiseValuesHaveTheEntropyAsTheirMean() {
    Variable x = counts(5, 3, 1, 1);
    for (Correction correction : Correction.values()) {
      DiscreteEntropy entropy = new DiscreteEntropy(correction);
      double mean = Arrays.stream(entropy.pointwise(x)).average().orElseThrow();
      assertEquals(entropy.estimate(x).nats(), mean, 1e-14, correction.toString());
    }
  }

  @Test
  void levelsSeenOnceAreCountedAndWarnedAbout() {
    EntropyEstimate estimate = DiscreteEntropy.withDefaults().estimate(counts(3, 1, 1));
    assertEquals(3.0, estimate.diagnostics().get("levels"));
    assertEquals(2.0, estimate.diagnostics().get("singletons"));
    assertEquals(List.of(new DataWarning.UnseenLevels("x", 3, 2, 5)), estimate.warnings());
    assertTrue(DiscreteEntropy.withDefaults().estimate(counts(9, 1)).warnings().isEmpty());
  }

  /** Three fair bits of which one is the exclusive or of the others. */
  @Test
  void exclusiveOr() {
    Variable x = Variable.discrete("x", 0, 0, 0, 0, 1, 1, 1, 1);
    Variable y = Variable.discrete("y", 0, 1, 0, 1, 0, 1, 0, 1);
    Variable z = Variable.discrete("z", 0, 1, 0, 1, 1, 0, 1, 0);
    DiscreteMutualInformation mi = new DiscreteMutualInformation(Correction.PLUG_IN);
    assertEquals(0, mi.estimate(new Samples(x, y)).nats(), 1e-15);
    assertEquals(
        Math.log(2),
        new DiscreteConditionalMutualInformation(Correction.PLUG_IN)
            .estimate(new ConditionalSamples(x, y, z))
            .nats(),
        1e-15);
    assertEquals(Math.log(2), mi.estimate(new Samples(x, x)).nats(), 1e-15);
  }

  @Test
  void continuousVariablesAreRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> DiscreteEntropy.withDefaults().estimate(Variable.of("x", 1, 2, 3)));
    assertTrue(e.getMessage().startsWith("x is continuous, but Discrete-Entropy"), e::getMessage);
  }
}
