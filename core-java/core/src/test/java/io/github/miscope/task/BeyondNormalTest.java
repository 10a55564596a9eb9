package io.github.miscope.task;

import static io.github.miscope.task.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.reference.ReferenceData;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Against samples that were drawn with another program from the published definitions. */
class BeyondNormalTest {

  private static final List<CSVRecord> ROWS = ReferenceData.table("bmi/tasks.csv");
  private static final List<CSVRecord> TRUTHS = ReferenceData.table("bmi/truths.csv");

  private static double[][] columns(Samples samples) {
    return Stream.of(samples.x().columns(), samples.y().columns())
        .flatMap(Stream::of)
        .toArray(double[][]::new);
  }

  @Test
  void namesAreThoseOfTheBenchmark() {
    assertEquals(
        ROWS.stream().map(row -> row.get("name")).sorted().toList(),
        BeyondNormal.tasks().stream().map(Object::toString).sorted().toList());
    for (CSVRecord row : ROWS) {
      Sampler sampler = BeyondNormal.task(row.get("name"));
      assertEquals(Integer.parseInt(row.get("dim_x")), sampler.dX());
      assertEquals(Integer.parseInt(row.get("dim_y")), sampler.dY());
    }
  }

  /** Analytic truths to rounding; the others, two Monte-Carlo means, within 4 standard errors. */
  @Test
  void informationIsThatOfTheBenchmark() {
    for (CSVRecord row : ROWS) {
      double theirs = Double.parseDouble(row.get("standard_error"));
      // Ours has a quarter of their points: twice their standard error.
      double bound = theirs == 0 ? 1e-10 : 4 * Math.hypot(theirs, 2 * theirs);
      double nats = BeyondNormal.task(row.get("name")).mutualInformation();
      assertEquals(Double.parseDouble(row.get("nats")), nats, bound, row.get("name"));
    }
  }

  /** Counts and shapes of the published lists, and their names. */
  @Test
  void publishedTasksHaveTheirNamesAndDimensions() {
    assertEquals(40, BeyondNormal.published().size());
    assertEquals(26, BeyondNormal.second().size());
    Map<String, CSVRecord> truths = new HashMap<>();
    TRUTHS.forEach(row -> truths.put(row.get("name"), row));
    Set<String> seen = new HashSet<>();
    for (Sampler task : both()) {
      CSVRecord row = truths.get(task.toString());
      assertNotNull(row, task.toString());
      assertEquals(Integer.parseInt(row.get("dim_x")), task.dX(), task.toString());
      assertEquals(Integer.parseInt(row.get("dim_y")), task.dY(), task.toString());
      assertEquals(
          task.mutualInformation(), BeyondNormal.task(task.toString()).mutualInformation());
      seen.add(task.toString());
    }
    assertEquals(truths.keySet(), seen);
  }

  private static List<Sampler> both() {
    return Stream.concat(BeyondNormal.published().stream(), BeyondNormal.second().stream())
        .toList();
  }

  /**
   * Against quadrature. Of mixtures ours is a mean over 2^18 points: the pointwise information of
   * these tasks has a standard deviation below 1.1 nats, so that 4 standard errors are below 0.009.
   */
  @Test
  void informationIsThatOfQuadrature() {
    for (Sampler task : BeyondNormal.published()) {
      assertEquals(truth(task), task.mutualInformation(), 1e-11, task.toString());
    }
    for (Sampler task : BeyondNormal.second()) {
      assertEquals(truth(task), task.mutualInformation(), 0.009, task.toString());
    }
  }

  private static double truth(Sampler task) {
    return TRUTHS.stream()
        .filter(row -> row.get("name").equals(task.toString()))
        .mapToDouble(row -> Double.parseDouble(row.get("nats")))
        .findFirst()
        .orElseThrow();
  }

  /** Every map goes back, and the shapes are those of the definitions. */
  @Test
  void bentTasksAreWhatTheySay() {
    Samples roll =
        BeyondNormal.task("swissroll_x-normal_cdf-1v1-normal-0.75").sample(500, Seed.of(3));
    Samples flat = BeyondNormal.normalCdf(BeyondNormal.normal(0.75)).sample(500, Seed.of(3));
    Samples waves = BeyondNormal.waves(12, 5, 3).sample(500, Seed.of(4));
    for (int i = 0; i < 500; i++) {
      double t = 1.5 * Math.PI * (1 + 2 * flat.x().get(i, 0));
      assertEquals(t * Math.cos(t) / 21, roll.x().get(i, 0), 1e-12);
      assertEquals(t * Math.sin(t) / 21, roll.x().get(i, 1), 1e-12);
      // Unbent, the first coordinate lies within 7 standard deviations of one of 12 clouds.
      double along = (waves.x().get(i, 0) + 0.8) / 0.1 - 5 * Math.sin(6 * waves.x().get(i, 1));
      assertTrue(along > -7 * Math.sqrt(0.1) && along < 16.5 + 7 * Math.sqrt(0.1), "" + along);
    }
    double[] x = BeyondNormal.normal(0.75).sample(500, Seed.of(5)).x().column(0);
    double[] bent =
        BeyondNormal.wiggly(BeyondNormal.normal(0.75)).sample(500, Seed.of(5)).x().column(0);
    for (int i = 0; i < 500; i++) {
      double expected =
          x[i]
              + 0.4 * Math.sin(x[i])
              + 0.2 * Math.sin(1.7 * x[i] + 1)
              + 0.03 * Math.sin(3.3 * x[i] - 2.5);
      assertEquals(expected, bent[i], 1e-12);
    }
  }

  @Test
  void theStandardErrorOfTheInformationIsSmall() {
    assertTrue(BeyondNormal.x(0.9).informationStandardError() < 0.002);
  }

  /**
   * Shares of N = 10 000 fresh rows against those of the n = 1000 stored ones, whose variance is
   * p(1-p)(1/n + 1/N). First those below each quartile of the stored ones: of some 1300 such
   * comparisons, one beyond 5 standard deviations has a probability of 1 in 1300.
   *
   * <p>Then the share of rows in which two columns lie on the same side of their stored medians,
   * which tells their dependence; so does that of rows in which both are far out (outside the
   * stored quartiles), where signs are balanced. Neighbouring columns are compared, and columns of
   * X with those of Y. 5 standard deviations as above; the medians' own errors move a share by less
   * than its standard deviation, hence 6.
   */
  @Test
  void quartilesAndDependenceAgreeWithTheStoredSamples() {
    int n = 10_000;
    for (CSVRecord row : ROWS) {
      String name = row.get("name");
      double[][] stored = ReferenceData.columns("bmi/" + row.get("file"));
      double[][] fresh = columns(BeyondNormal.task(name).sample(n, Seed.of(1)));
      assertEquals(stored.length, fresh.length);
      for (int j = 0; j < stored.length; j++) {
        compareQuartiles(stored[j], fresh[j], name + " column " + j);
      }
      int dX = Integer.parseInt(row.get("dim_x"));
      for (int j = 0; j + 1 < stored.length; j++) {
        compare(stored, fresh, j, j + 1, name);
      }
      for (int j = 0; j < Math.min(dX, stored.length - dX); j++) {
        compare(stored, fresh, j, dX + j, name);
      }
    }
  }

  private static void compareQuartiles(double[] stored, double[] fresh, String what) {
    double[] cuts = cuts(stored);
    for (int quarter = 1; quarter <= 3; quarter++) {
      double p = quarter / 4.0;
      double quantile = cuts[quarter - 1];
      double share = Arrays.stream(fresh).filter(v -> v < quantile).count() / (double) fresh.length;
      double bound = 5 * Math.sqrt(p * (1 - p) * (1.0 / stored.length + 1.0 / fresh.length));
      assertEquals(p, share, bound, what);
    }
  }

  private static void compare(double[][] stored, double[][] fresh, int a, int b, String name) {
    double[][] cuts = {cuts(stored[a]), cuts(stored[b])};
    for (boolean middle : new boolean[] {true, false}) {
      double expected = share(stored[a], stored[b], cuts, middle);
      double p = Math.min(0.9, Math.max(0.1, expected));
      double bound = 6 * Math.sqrt(p * (1 - p) * (1.0 / stored[a].length + 1.0 / fresh[a].length));
      assertEquals(
          expected, share(fresh[a], fresh[b], cuts, middle), bound, name + ": " + a + ", " + b);
    }
  }

  private static double[] cuts(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return new double[] {sorted[n / 4], sorted[n / 2], sorted[3 * n / 4]};
  }

  private static double share(double[] u, double[] v, double[][] cuts, boolean middle) {
    int count = 0;
    for (int i = 0; i < u.length; i++) {
      count += is(u[i], cuts[0], middle) == is(v[i], cuts[1], middle) ? 1 : 0;
    }
    return count / (double) u.length;
  }

  private static boolean is(double value, double[] cuts, boolean middle) {
    return middle ? value < cuts[1] : value < cuts[0] || value > cuts[2];
  }

  /** At dof = 1, d = 1 + 1 the information is known: log(8 pi) - 3 (Cauchy). */
  @Test
  void studentInformation() {
    assertEquals(
        Math.log(8 * Math.PI) - 3, BeyondNormal.student(1, 1, 1).mutualInformation(), 1e-12);
    Sampler nearlyNormal = new MultivariateStudent(BeyondNormal.dense(2, 3, 0.4), 1e7);
    assertEquals(
        BeyondNormal.dense(2, 3, 0.4).mutualInformation(), nearlyNormal.mutualInformation(), 1e-6);
  }

  /** One component is a normal vector; far components tell which they are. */
  @Test
  void mixtureInformation() {
    double[][] s = {{1, 0.6}, {0.6, 1}};
    GaussianMixture one =
        GaussianMixture.of(1, List.of(new GaussianMixture.Component(3, new double[2], s)));
    assertEquals(
        -Math.log(1 - 0.36) / 2, one.mutualInformation(), 4 * one.informationStandardError());
    double[][] unit = {{1, 0}, {0, 1}};
    GaussianMixture two =
        GaussianMixture.of(
            1,
            List.of(
                new GaussianMixture.Component(0.5, new double[] {-50, -50}, unit),
                new GaussianMixture.Component(0.5, new double[] {50, 50}, unit)));
    assertEquals(Math.log(2), two.mutualInformation(), 1e-9);
  }

  @Test
  void refusals() {
    refuses("dof must be positive and finite: dof=0.0", () -> BeyondNormal.student(1, 1, 0));
    refuses(
        "pairs must be at most dX and dY: pairs=3, dX=2, dY=5",
        () -> BeyondNormal.sparse(2, 5, 3, 1));
    refuses("components is empty: at least 1 is needed", () -> GaussianMixture.of(1, List.of()));
    refuses("second must be above first: first=1, second=1", () -> Bijection.spiral(1, 1, 1));
    refuses(
        "spiral(0, 2, speed = 1) applies to variables of at least 3 dimensions: d=2",
        () -> BeyondNormal.dense(2, 2, 0.5).mapX(Bijection.spiral(0, 2, 1)));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> BeyondNormal.task("no such"));
    assertTrue(e.getMessage().startsWith("no task is named \"no such\"; there are 1v1-normal"));
  }
}
