package io.github.miscope.estimator.conditional;

import static io.github.miscope.reference.Means.assertMean;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.ConditionalEstimatorContract;
import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.DiscreteEstimatorContract;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.discrete.DiscreteConditionalMutualInformation;
import io.github.miscope.estimator.mixed.ByType;
import io.github.miscope.estimator.mixed.MesnerShalizi;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.reference.ReferenceData;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.numbers.gamma.Digamma;
import org.junit.jupiter.api.Test;

/** Conditional information against another program, brute force and closed forms. */
class ConditionalTest {

  @Test
  void frenzelAndPompeAgreesWithNpeet() {
    for (CSVRecord row : ReferenceData.table("npeet/conditional.csv")) {
      double[][] columns = ReferenceData.columns("npeet/" + row.get("file"));
      ConditionalSamples samples =
          new ConditionalSamples(
              Variable.of("x", columns[0]),
              Variable.of("y", columns[1]),
              Variable.of("z", columns[2]));
      ConditionalKsg ksg = ConditionalKsg.withDefaults().withK(Integer.parseInt(row.get("k")));
      assertEquals(
          Double.parseDouble(row.get("cmi")), ksg.estimate(samples).nats(), 1e-9, row.toString());
    }
  }

  private static double distance(Variable v, int i, int j) {
    return IntStream.range(0, v.d())
        .mapToDouble(c -> Math.abs(v.get(i, c) - v.get(j, c)))
        .max()
        .orElseThrow();
  }

  private static int nearer(Variable v, int i, double eps) {
    return (int) IntStream.range(0, v.n()).filter(j -> j != i && distance(v, i, j) < eps).count();
  }

  private static double slow(ConditionalSamples s, int k) {
    Variable xz = Variable.join("xz", s.x(), s.z());
    Variable yz = Variable.join("yz", s.y(), s.z());
    Variable xyz = Variable.join("xyz", s.x(), yz);
    double sum = 0;
    for (int i = 0; i < s.n(); i++) {
      int at = i;
      double eps =
          IntStream.range(0, s.n())
              .filter(j -> j != at)
              .mapToDouble(j -> distance(xyz, at, j))
              .sorted()
              .toArray()[k - 1];
      sum +=
          Digamma.value(k)
              + Digamma.value(nearer(s.z(), i, eps) + 1)
              - Digamma.value(nearer(xz, i, eps) + 1)
              - Digamma.value(nearer(yz, i, eps) + 1);
    }
    return sum / s.n();
  }

  @Test
  void frenzelAndPompeAgreesWithBruteForce() {
    ConditionalSamples a = ConditionalEstimatorContract.gaussians(0.7, 150, 1);
    ConditionalSamples b = ConditionalEstimatorContract.gaussians(0.3, 150, 2);
    ConditionalSamples wide =
        new ConditionalSamples(
            Variable.ofColumns("x", a.x().column(0), b.x().column(0)),
            a.y(),
            Variable.ofColumns("z", a.z().column(0), b.z().column(0), b.y().column(0)));
    for (ConditionalSamples s : List.of(a, wide, rounded(wide))) {
      for (int k : new int[] {1, 4}) {
        ConditionalKsg ksg = new ConditionalKsg(k, Ties.strict());
        assertEquals(slow(s, k), ksg.estimate(s).nats(), 1e-12, s + ", k = " + k);
      }
    }
  }

  private static ConditionalSamples rounded(ConditionalSamples s) {
    return new ConditionalSamples(rounded(s.x()), rounded(s.y()), rounded(s.z()));
  }

  private static Variable rounded(Variable v) {
    double[][] columns = v.columns();
    for (double[] column : columns) {
      Arrays.setAll(column, i -> Math.rint(2 * column[i]));
    }
    return v.withColumns(columns);
  }

  /** With a constant Z nothing is given. */
  @Test
  void givenAConstantItIsKsg1() {
    ConditionalSamples s = ConditionalEstimatorContract.gaussians(0.7, 300, 3);
    Variable constant = Variable.of("z", new double[300]);
    assertEquals(
        Ksg.ksg1().estimate(s.pairs()).nats(),
        ConditionalKsg.withDefaults()
            .estimate(new ConditionalSamples(s.x(), s.y(), constant))
            .nats(),
        1e-12);
  }

  /**
   * I(X;Y|Z) of the contract's Gaussians: e and strength e + f have correlation s/sqrt(1 + s^2).
   */
  private static double truth(double strength) {
    return 0.5 * Math.log1p(strength * strength);
  }

  private static double[] nats(
      ConditionalMutualInformationEstimator estimator, double strength, int n, int trials) {
    return IntStream.range(0, trials)
        .mapToDouble(
            t ->
                estimator
                    .estimate(ConditionalEstimatorContract.gaussians(strength, n, 1000 + t))
                    .nats())
        .toArray();
  }

  /** Exactly unbiased for every n; without the correction it errs by much at n = 10. */
  @Test
  void gaussianIsUnbiased() {
    for (double strength : new double[] {0, 1}) {
      assertMean(truth(strength), nats(ConditionalGaussian.withDefaults(), strength, 10, 2000), 0);
    }
    double[] plain = nats(new ConditionalGaussian(false), 0, 10, 2000);
    assertTrue(Arrays.stream(plain).average().orElseThrow() > 0.05);
  }

  /** Uncorrected it is -log(1 - r^2)/2 with the partial correlation r of the sample. */
  @Test
  void gaussianIsThePartialCorrelation() {
    ConditionalSamples s = ConditionalEstimatorContract.gaussians(0.7, 100, 4);
    double[] x = residuals(s.x().column(0), s.z().column(0));
    double[] y = residuals(s.y().column(0), s.z().column(0));
    double r2 = dot(x, y) * dot(x, y) / (dot(x, x) * dot(y, y));
    assertEquals(-0.5 * Math.log1p(-r2), new ConditionalGaussian(false).estimate(s).nats(), 1e-12);
  }

  private static double[] residuals(double[] v, double[] z) {
    double[] cv = centred(v);
    double[] cz = centred(z);
    double slope = dot(cv, cz) / dot(cz, cz);
    return IntStream.range(0, v.length).mapToDouble(i -> cv[i] - slope * cz[i]).toArray();
  }

  private static double[] centred(double[] v) {
    double mean = Arrays.stream(v).average().orElseThrow();
    return Arrays.stream(v).map(u -> u - mean).toArray();
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  @Test
  void singularCovariancesAndTooFewRowsAreRefused() {
    ConditionalSamples s = ConditionalEstimatorContract.gaussians(0.7, 100, 5);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            ConditionalGaussian.withDefaults()
                .estimate(new ConditionalSamples(s.x(), s.x(), s.z())));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> ConditionalGaussian.withDefaults().estimate(s.rows(0, 1, 2, 3)));
    assertEquals(
        "Conditional-Gaussian needs n > dX + dY + dZ + 1: n=4, dX + dY + dZ=3", e.getMessage());
  }

  @Test
  void stratifiedIsTheWeightedMean() {
    ConditionalSamples s = ConditionalEstimatorContract.gaussians(0.7, 300, 6);
    int[] codes = IntStream.range(0, 300).map(i -> i < 100 ? 0 : i < 298 ? 1 : 2).toArray();
    ConditionalSamples strata = new ConditionalSamples(s.x(), s.y(), Variable.discrete("z", codes));
    Samples pairs = s.pairs();
    double first = Ksg.ksg1().estimate(pairs.rows(IntStream.range(0, 100).toArray())).nats();
    double second = Ksg.ksg1().estimate(pairs.rows(IntStream.range(100, 298).toArray())).nats();
    Estimate estimate = Stratified.of(Ksg.ksg1()).estimate(strata);
    assertEquals((100 * first + 198 * second) / 298, estimate.nats(), 1e-12);
    assertEquals(2.0, estimate.diagnostics().get("strata"));
    assertEquals(
        List.of(
            new DataWarning.RareLevels(
                "z",
                1,
                2,
                300,
                10,
                List.of(new DataWarning.RareLevel(List.of("z"), List.of("2"), 2)))),
        estimate.warnings());
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Stratified.of(Ksg.ksg1()).withSmallestLevel(199).estimate(strata));
    assertTrue(e.getMessage().contains("3 levels of z have fewer than 199 rows"), e::getMessage);
  }

  /** X and Y depend on each other through Z alone: every estimator is near zero in the mean. */
  @Test
  void conditionalIndependence() {
    ConditionalByType byType = ConditionalByType.of(ByType.of(Ksg.ksg1()));
    int n = 500;
    int trials = 20;
    assertMean(0, nats(ConditionalKsg.withDefaults(), 0, n, trials), 0.03);
    assertMean(0, nats(byType, 0, n, trials), 0.03);
    // Given the level of W alone, X and Y are independent of each other in what follows.
    double[][] nats = new double[5][trials];
    for (int t = 0; t < trials; t++) {
      ConditionalSamples s = ConditionalEstimatorContract.gaussians(0, n, 2000 + t);
      Variable w = DiscreteEstimatorContract.levels(s.z());
      double[] x = s.x().column(0);
      double[] y = s.y().column(0);
      for (int i = 0; i < n; i++) {
        x[i] += 2 * w.get(i, 0) - s.z().get(i, 0);
        y[i] += 2 * w.get(i, 0) - s.z().get(i, 0);
      }
      Variable a = Variable.of("x", x);
      Variable b = Variable.of("y", y);
      Variable ca = DiscreteEstimatorContract.levels(a);
      Variable cb = DiscreteEstimatorContract.levels(b);
      nats[0][t] = Stratified.of(Ksg.ksg1()).estimate(new ConditionalSamples(a, b, w)).nats();
      nats[1][t] = byType.estimate(new ConditionalSamples(ca, b, w)).nats();
      nats[2][t] =
          DiscreteConditionalMutualInformation.withDefaults()
              .estimate(new ConditionalSamples(ca, cb, w))
              .nats();
      nats[3][t] = MesnerShalizi.withDefaults().estimate(new ConditionalSamples(a, cb, w)).nats();
      Variable both = Variable.join("z", w, Variable.of("noise", s.z().column(0)));
      nats[4][t] = byType.estimate(new ConditionalSamples(a, b, both)).nats();
    }
    for (int e = 0; e < nats.length; e++) {
      assertMean(0, nats[e], e == 3 ? 0.03 : 0.01);
    }
  }

  @Test
  void byTypeSaysWhatItUsed() {
    ConditionalByType byType = ConditionalByType.of(ByType.of(Ksg.ksg1()));
    ConditionalSamples s = ConditionalEstimatorContract.gaussians(0.7, 200, 7);
    Variable x = DiscreteEstimatorContract.levels(s.x());
    Variable y = DiscreteEstimatorContract.levels(s.y());
    Variable z = DiscreteEstimatorContract.levels(s.z());
    Variable both = Variable.join("z", z, Variable.of("zc", s.z().column(0)));
    assertEquals("Conditional-KSG-Normal-Rank", used(byType, s.x(), s.y(), s.z()));
    assertEquals("Mesner-Shalizi-Normal-Rank", used(byType, x, s.y(), s.z()));
    assertEquals("Conditional-Discrete", used(byType, x, y, z));
    assertEquals("KSG by type within levels of z", used(byType, s.x(), y, z));
    assertEquals(
        "Conditional-KSG-Normal-Rank within levels of z", used(byType, s.x(), s.y(), both));
    assertEquals("Conditional(KSG by type)", byType.toString());
  }

  private static String used(ConditionalByType byType, Variable x, Variable y, Variable z) {
    return byType
        .estimate(new ConditionalSamples(x, y, z))
        .findings(Finding.UsedEstimator.class)
        .get(0)
        .text()
        .orElseThrow();
  }
}
