package io.github.miscope.estimator.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.ThreadBits;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultiInformationTest {

  /** m variables of one column or two, all with something in common. */
  private static List<Variable> variables(int m, int n, boolean wide, long seed) {
    ZigguratSampler.NormalizedGaussian normal =
        ZigguratSampler.NormalizedGaussian.of(Seed.of(seed).generator());
    double[] common = new double[n];
    Arrays.setAll(common, i -> normal.sample());
    List<Variable> all = new ArrayList<>();
    for (int v = 0; v < m; v++) {
      double[][] columns = new double[wide && v % 2 == 1 ? 2 : 1][n];
      for (double[] column : columns) {
        Arrays.setAll(column, i -> common[i] + normal.sample());
      }
      all.add(Variable.ofColumns("x" + v, columns));
    }
    return all;
  }

  /** The formulas as plainly as they can be written. */
  private static double slow(List<Variable> variables, MultiInformation estimator) {
    int n = variables.get(0).n();
    int m = variables.size();
    int k = estimator.k();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      int self = i;
      List<Integer> others =
          IntStream.range(0, n)
              .filter(j -> j != self && Math.abs(j - self) > estimator.window())
              .boxed()
              .toList();
      List<Integer> nearest =
          others.stream()
              .sorted(Comparator.comparingDouble(j -> joint(variables, self, j)))
              .limit(k)
              .toList();
      double eps = joint(variables, i, nearest.get(k - 1));
      sum += Digamma.value(k) + (m - 1) * Digamma.value(others.size() + 1);
      for (Variable variable : variables) {
        if (estimator.variant() == KsgVariant.KSG1) {
          double count =
              (double) others.stream().filter(j -> distance(variable, self, j) < eps).count();
          sum -= Digamma.value(count + 1);
        } else {
          double own =
              nearest.stream().mapToDouble(j -> distance(variable, self, j)).max().orElseThrow();
          double count =
              (double) others.stream().filter(j -> distance(variable, self, j) <= own).count();
          sum -= Digamma.value(count);
        }
      }
      if (estimator.variant() == KsgVariant.KSG2) {
        sum -= (m - 1.0) / k;
      }
    }
    return sum / n;
  }

  private static double joint(List<Variable> variables, int i, int j) {
    return variables.stream().mapToDouble(v -> distance(v, i, j)).max().orElseThrow();
  }

  private static double distance(Variable variable, int i, int j) {
    return IntStream.range(0, variable.d())
        .mapToDouble(c -> Math.abs(variable.get(i, c) - variable.get(j, c)))
        .max()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "KSG1, 2, 3, 0, false", "KSG1, 3, 1, 0, false", "KSG1, 3, 3, 0, true", "KSG1, 4, 5, 7, false",
    "KSG1, 7, 3, 0, false", "KSG1, 10, 4, 20, true", "KSG2, 2, 3, 0, false", "KSG2, 3, 2, 0, false",
    "KSG2, 4, 3, 3, true", "KSG2, 5, 1, 0, false", "KSG2, 8, 4, 0, false", "KSG2, 10, 3, 11, false"
  })
  void equalsThePlainForm(KsgVariant variant, int m, int k, int window, boolean wide) {
    MultiInformation estimator = new MultiInformation(variant, k, window, Ties.broken());
    List<Variable> variables = variables(m, 150, wide, m + 10 * k);
    assertEquals(slow(variables, estimator), estimator.estimate(variables).nats(), 1e-12);
  }

  @Test
  void ofTwoVariablesIsKsg() {
    List<Variable> two = variables(2, 400, true, 1);
    Samples samples = new Samples(two.get(0), two.get(1));
    for (int k : new int[] {1, 3, 8}) {
      assertEquals(
          Presets.ksg().withK(k).estimate(samples).nats(),
          TheilerKsg.withWindow(0).withK(k).estimate(samples).nats(),
          1e-12);
      assertEquals(
          Presets.ksg2().withK(k).estimate(samples).nats(),
          MultiInformation.withDefaults()
              .withVariant(KsgVariant.KSG2)
              .withK(k)
              .estimate(two)
              .nats(),
          1e-12);
    }
  }

  /** Equicorrelated normal columns: -log(det R) / 2, det R = (1 - r)^(m - 1) (1 + (m - 1) r). */
  @Test
  void isNearTheTruthOfNormalColumns() {
    List<Variable> three = variables(3, 2000, false, 5);
    // r = 1/2: det = 1/4 * 2 = 1/2. The standard error at this n is about 0.02.
    assertEquals(0.5 * Math.log(2), MultiInformation.withDefaults().estimate(three).nats(), 0.08);
  }

  /**
   * Independent series of slow steps, five rows for each: neighbours in time are neighbours in X
   * and in Y, which looks like dependence. With the window, rows of one step are no neighbours of
   * each other.
   */
  @Test
  void aWindowTakesAwayWhatNeighboursInTimeShare() {
    double without = 0;
    double with = 0;
    int sets = 20;
    ZigguratSampler.NormalizedGaussian normal =
        ZigguratSampler.NormalizedGaussian.of(Seed.of(3).generator());
    for (int set = 0; set < sets; set++) {
      double[][] series = new double[2][500];
      for (double[] own : series) {
        for (int i = 0; i < own.length; i++) {
          own[i] = (i % 5 == 0 ? normal.sample() : own[i - 1]) + 0.1 * normal.sample();
        }
      }
      Samples samples = Samples.of(series[0], series[1]);
      without += TheilerKsg.withWindow(0).estimate(samples).nats() / sets;
      with += TheilerKsg.withWindow(5).estimate(samples).nats() / sets;
    }
    assertTrue(without > 0.3, "without: " + without);
    assertTrue(Math.abs(with) < 0.15, "with: " + with);
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    List<Variable> variables = variables(4, 500, false, 6);
    ThreadBits.requireSame(
        () -> MultiInformation.withDefaults().withWindow(5).estimate(variables).nats());
  }

  @Test
  void saysWhatItIs() {
    Estimate estimate =
        MultiInformation.withDefaults().withK(4).withWindow(2).estimate(variables(3, 50, true, 7));
    assertEquals("Multi-KSG(k=4, window=2)", estimate.estimator());
    assertEquals(3, estimate.diagnostics().get("variables"));
    assertEquals(1, estimate.dX());
    assertEquals(3, estimate.dY());
    assertEquals("KSG-Theiler(window=9)", TheilerKsg.withWindow(9).toString());
  }

  @Test
  void aConstantVariableSharesNothing() {
    List<Variable> all = new ArrayList<>(variables(2, 60, false, 8));
    double alone = MultiInformation.withDefaults().estimate(all).nats();
    all.add(Variable.of("constant", new double[60]));
    Estimate estimate = MultiInformation.withDefaults().estimate(all);
    assertEquals(alone, estimate.nats());
    assertEquals(1, estimate.warnings().size());
  }

  @Test
  void refusesWhatItCannotDo() {
    List<Variable> two = variables(2, 20, false, 9);
    MultiInformation estimator = MultiInformation.withDefaults();
    refuses("variables must be >= 2: variables=1", () -> estimator.estimate(two.subList(0, 1)));
    refuses("k must be >= 1: k=0", () -> estimator.withK(0));
    refuses("window must be >= 0: window=-1", () -> estimator.withWindow(-1));
    refuses(
        "variant must be KSG1 or KSG2: variant=BI_KSG",
        () -> estimator.withVariant(KsgVariant.BI_KSG));
    refuses("k must be < number of points: k=20, n=20", () -> estimator.withK(20).estimate(two));
    refuses(
        "k must be <= number of points beyond the window: k=3, n=20, window=9",
        () -> estimator.withWindow(9).estimate(two));
  }

  private static void refuses(String message, Runnable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work::run).getMessage());
  }

  /**
   * Values of Kraskov's program (MILCA's MIhigherdim, KSG2), as JIDT's MultiInfoTester quotes them
   * with the commands. The data are JIDT's (demos/data) and not ours to copy: {@code
   * -Dmiscope.jidt.data=jidt/demos/data}.
   */
  @ParameterizedTest
  @EnabledIfSystemProperty(named = "miscope.jidt.data", matches = ".+")
  @CsvSource({
    "4randomCols-1.txt, 1, 0.03229833",
    "4randomCols-1.txt, 3, -0.00691358",
    "4randomCols-1.txt, 4, 0.00002149",
    "4randomCols-1.txt, 15, -0.01461794",
    "4ColsPairedNoisyDependence-1.txt, 1, 0.31900665",
    "4ColsPairedNoisyDependence-1.txt, 4, 0.37982388",
    "4ColsPairedNoisyDependence-1.txt, 15, 0.35095074",
    "10ColsRandomGaussian-1.txt, 1, 0.00932984",
    "10ColsRandomGaussian-1.txt, 4, 0.01697033",
    "10ColsRandomGaussian-1.txt, 15, 0.00212609"
  })
  void equalsKraskovsProgram(String file, int k, double nats) throws IOException {
    double[][] rows;
    try (var lines = Files.lines(Path.of(System.getProperty("miscope.jidt.data"), file))) {
      rows =
          lines
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(
                  line ->
                      Arrays.stream(line.trim().split("\\s+", -1))
                          .mapToDouble(Double::parseDouble)
                          .toArray())
              .toArray(double[][]::new);
    }
    List<Variable> variables = new ArrayList<>();
    for (int c = 0; c < rows[0].length; c++) {
      int column = c;
      double[] values = Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
      double mean = Arrays.stream(values).average().orElseThrow();
      double sd =
          Math.sqrt(
              Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
      variables.add(
          Variable.of("c" + c, Arrays.stream(values).map(v -> (v - mean) / sd).toArray()));
    }
    MultiInformation estimator = new MultiInformation(KsgVariant.KSG2, k, 0, Ties.strict());
    // The program prints eight digits behind the point.
    assertEquals(nats, estimator.estimate(variables).nats(), 1.5e-8);
  }
}
