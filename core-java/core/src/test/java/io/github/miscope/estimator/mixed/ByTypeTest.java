package io.github.miscope.estimator.mixed;

import static io.github.miscope.reference.Means.assertMean;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.discrete.DiscreteMutualInformation;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

/** The choice by the kinds of columns, and the chain rule. */
class ByTypeTest {

  private static final ByType BY_TYPE = ByType.of(Ksg.ksg1());

  private static final Samples PAIRS = Tasks.correlatedGaussians(1, 0.8).sample(400, Seed.of(1));

  private static Variable signs(String name, Variable v) {
    return Variable.discrete(
        name, Arrays.stream(v.column(0)).mapToInt(u -> u < 0 ? 0 : 1).toArray());
  }

  @Test
  void oneKindEachIsLeftToItsEstimator() {
    Variable x = signs("x", PAIRS.x());
    Variable y = signs("y", PAIRS.y());
    check(PAIRS, Ksg.ksg1().estimate(PAIRS), "KSG");
    Samples discrete = new Samples(x, y);
    check(discrete, DiscreteMutualInformation.withDefaults().estimate(discrete), "Discrete");
    Samples mixed = new Samples(x, PAIRS.y());
    check(mixed, BY_TYPE.mixed().estimate(mixed), "Ross-Normal-Rank");
  }

  private static void check(Samples samples, Estimate expected, String used) {
    Estimate estimate = BY_TYPE.estimate(samples);
    assertEquals(expected.nats(), estimate.nats());
    assertEquals("KSG by type", estimate.estimator());
    assertEquals(
        List.of(new Finding.UsedEstimator(used)), estimate.findings(Finding.UsedEstimator.class));
    assertEquals(expected.diagnostics(), estimate.diagnostics());
  }

  /**
   * X = (B, U) and Y = (C, V): B and C fair bits equal with probability 0.9, U and V standard
   * normals with correlation 0.8 if B = C and -0.8 if not, shifted by B. With Y's bit, which shift
   * there is: I(X;Y) = I(B;C) + I(U,V|B,C) + I(U;C|B) + I(V;B|C), the third term zero, the last
   * h(V|C) - h(V|B,C), V given C being 0.9 N(C) + 0.1 N(1 - C); by quadrature.
   */
  @Test
  void theChainRuleFindsAllParts() {
    int n = 2000;
    int trials = 10;
    double agree = 0.9;
    double shift = 2;
    double truth =
        Math.log(2)
            + agree * Math.log(agree)
            + (1 - agree) * Math.log(1 - agree)
            - 0.5 * Math.log(1 - 0.64)
            + mixtureEntropy(agree, shift)
            - 0.5 * Math.log(2 * Math.PI * Math.E);
    double[] nats = new double[trials];
    for (int t = 0; t < trials; t++) {
      UniformRandomProvider random = Seed.of(5).derive("trial", t).generator();
      ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
      int[] b = new int[n];
      int[] c = new int[n];
      double[] u = new double[n];
      double[] v = new double[n];
      for (int i = 0; i < n; i++) {
        b[i] = random.nextInt(2);
        boolean same = random.nextDouble() < agree;
        c[i] = same ? b[i] : 1 - b[i];
        u[i] = normal.sample();
        v[i] = (same ? 0.8 : -0.8) * u[i] + 0.6 * normal.sample() + shift * b[i];
      }
      Variable x = Variable.join("x", Variable.discrete("b", b), Variable.of("u", u));
      Variable y = Variable.join("y", Variable.discrete("c", c), Variable.of("v", v));
      Estimate estimate = BY_TYPE.estimate(new Samples(x, y));
      nats[t] = estimate.nats();
      Map<String, String> terms =
          estimate.findings(Finding.TermEstimator.class).stream()
              .collect(
                  Collectors.toMap(Finding.TermEstimator::term, Finding.TermEstimator::estimator));
      assertEquals(4, terms.size(), estimate::toString);
      String continuous = "I(x continuous; y continuous | x discrete, y discrete)";
      assertEquals("KSG", terms.get(continuous));
      assertEquals(terms.keySet(), estimate.amounts());
    }
    assertMean(truth, nats, 0.02);
  }

  /** Entropy of a N(0, 1) + (1 - a) N(shift, 1) by the trapezoidal rule, exact to rounding here. */
  private static double mixtureEntropy(double a, double shift) {
    double h = 0;
    double step = 0.01;
    for (double v = -12; v <= 12 + shift; v += step) {
      double p =
          (a * Math.exp(-0.5 * v * v) + (1 - a) * Math.exp(-0.5 * (v - shift) * (v - shift)))
              / Math.sqrt(2 * Math.PI);
      h -= step * p * Math.log(p);
    }
    return h;
  }

  @Test
  void rareLevelsAreLeftOutWithAWarningOrRefused() {
    int n = PAIRS.n();
    int[] codes = new int[n];
    Arrays.setAll(codes, i -> i < 5 ? 2 : i % 2);
    Variable x = Variable.join("x", Variable.discrete("b", codes), PAIRS.x());
    Estimate estimate = BY_TYPE.estimate(new Samples(x, PAIRS.y()));
    DataWarning.RareLevels rare =
        estimate.warnings().stream()
            .filter(DataWarning.RareLevels.class::isInstance)
            .map(DataWarning.RareLevels.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(1, rare.levels());
    assertEquals("[b = 2 (5 rows)]", rare.examples().toString());
    assertTrue(
        rare.message().startsWith("1 level of x has fewer than 10 rows and is left out, 5"),
        rare::message);

    Variable named =
        Variable.join("x", Variable.discrete("b", codes, List.of("zero", "one", "two")), PAIRS.x());
    assertTrue(
        BY_TYPE.estimate(new Samples(named, PAIRS.y())).warnings().stream()
            .anyMatch(w -> w.message().contains("b = two (5 rows)")));

    Arrays.setAll(codes, i -> i / 4);
    Variable many = Variable.join("x", Variable.discrete("b", codes), PAIRS.x());
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> BY_TYPE.estimate(new Samples(many, PAIRS.y())));
    assertTrue(e.getMessage().contains("100 levels of x have fewer than 10 rows"), e::getMessage);
  }

  @Test
  void optionsAreInTheLabel() {
    assertEquals("KSG by type", BY_TYPE.toString());
    assertEquals("KSG(k=5) by type (Ross-Normal-Rank(k=5))", BY_TYPE.withK(5).toString());
    assertEquals(
        "KSG by type (Ross, levels of 20 rows)",
        BY_TYPE.withMixed(Ross.withDefaults()).withSmallestLevel(20).toString());
    assertThrows(IllegalArgumentException.class, () -> BY_TYPE.withSmallestLevel(1));
  }
}
