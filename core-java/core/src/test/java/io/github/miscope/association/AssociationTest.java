package io.github.miscope.association;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.reference.ReferenceData;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Coefficients beside mutual information: values of SciPy and energy, slow plain forms. */
class AssociationTest {

  private static void compare(
      String table, String column, int rows, ToDoubleBiFunction<double[], double[]> measure) {
    int compared = 0;
    for (CSVRecord row : ReferenceData.table("association/" + table + ".csv")) {
      double[][] columns = ReferenceData.columns("association/" + row.get("file") + ".csv");
      assertEquals(
          Double.parseDouble(row.get(column)),
          measure.applyAsDouble(columns[0], columns[1]),
          1e-9,
          row.toString());
      compared++;
    }
    assertEquals(rows, compared);
  }

  @Test
  void correlationsAgreeWithSciPy() {
    compare("spearman", "spearman", 6, Association::spearman);
    compare("spearman", "pearson", 6, Association::pearson);
  }

  @Test
  void xiAgreesWithSciPy() {
    compare("xi", "xi", 5, Association::xi);
  }

  @Test
  void distanceCorrelationAgreesWithEnergy() {
    compare("distance", "distance", 6, Association::distanceCorrelation);
  }

  private static double[] draws(String name, int n, double step) {
    UniformRandomProvider random = Seed.of(27).derive(name).generator();
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      double value = random.nextDouble() * 4 - 2;
      values[i] = step == 0 ? value : step * Math.rint(value / step);
    }
    return values;
  }

  /** Definition 5 of Szekely, Rizzo and Bakirov, with all distances. */
  private static double slowDistance(double[] x, double[] y) {
    double[][] a = centred(x);
    double[][] b = centred(y);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        ab += a[i][j] * b[i][j];
        aa += a[i][j] * a[i][j];
        bb += b[i][j] * b[i][j];
      }
    }
    return Math.sqrt(ab / Math.sqrt(aa * bb));
  }

  private static double[][] centred(double[] x) {
    int n = x.length;
    double[][] a = new double[n][n];
    double[] means = new double[n];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = Math.abs(x[i] - x[j]);
        means[i] += a[i][j] / n;
      }
      mean += means[i] / n;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] += mean - means[i] - means[j];
      }
    }
    return a;
  }

  @Test
  void fastDistancesAreThoseOfTheDefinition() {
    for (int n : new int[] {2, 3, 7, 64, 501}) {
      for (double step : new double[] {0, 0.1, 1}) {
        double[] x = draws("x" + n, n, step);
        double[] y = draws("y" + n, n, step);
        double[] z = new double[n];
        Arrays.setAll(z, i -> x[i] * x[i] + 0.1 * y[i]);
        assertEquals(slowDistance(x, y), Association.distanceCorrelation(x, y), 1e-10, "n=" + n);
        assertEquals(slowDistance(x, z), Association.distanceCorrelation(x, z), 1e-10, "n=" + n);
      }
    }
  }

  /** 5000 rows by the definition as well, whose 25 million distances are the limit of a test. */
  @Test
  void fastDistancesOfManyRows() {
    double[] x = draws("many x", 5000, 0);
    double[] y = draws("many y", 5000, 0.05);
    assertEquals(slowDistance(x, y), Association.distanceCorrelation(x, y), 1e-10);
  }

  @Test
  void distanceCorrelationKnowsNoUnit() {
    double[] x = draws("x", 200, 0);
    double[] y = draws("y", 200, 0);
    Arrays.setAll(y, i -> y[i] + Math.abs(x[i]));
    double plain = Association.distanceCorrelation(x, y);
    for (double unit : new double[] {1e-300, 1e-12, 1e12, 1e300}) {
      double[] scaled = Arrays.stream(x).map(v -> -unit * v).toArray();
      assertEquals(plain, Association.distanceCorrelation(scaled, y), 1e-12, "unit=" + unit);
    }
    assertEquals(1, Association.distanceCorrelation(x, x), 1e-14);
  }

  /** The mean over all orders of equal values of X, one order after the other. */
  @Test
  void xiIsTheMeanOverOrdersOfTies() {
    double[] x = {1, 1, 1, 2, 3, 3, 3, 3};
    double[] y = {5, 1, 4, 4, 2, 9, 9, 0};
    double sum = 0;
    int orders = 0;
    for (int[] first : permutations(3)) {
      for (int[] last : permutations(4)) {
        double[] keys = new double[x.length];
        double[] values = new double[x.length];
        for (int i = 0; i < x.length; i++) {
          keys[i] = i;
          values[i] = y[i < 3 ? first[i] : i == 3 ? 3 : 4 + last[i - 4]];
        }
        sum += Association.xi(keys, values);
        orders++;
      }
    }
    assertEquals(144, orders);
    assertEquals(sum / orders, Association.xi(x, y), 1e-14);
  }

  private static int[][] permutations(int n) {
    if (n == 1) {
      return new int[][] {{0}};
    }
    int[][] fewer = permutations(n - 1);
    int[][] all = new int[fewer.length * n][];
    int at = 0;
    for (int[] order : fewer) {
      for (int place = 0; place < n; place++) {
        int[] more = new int[n];
        for (int i = 0; i < n; i++) {
          more[i] = i < place ? order[i] : i == place ? n - 1 : order[i - 1];
        }
        all[at++] = more;
      }
    }
    return all;
  }

  /** Y = X ascending has n - 1 steps of 1: xi = 1 - 3 (n - 1) / (n^2 - 1). */
  @Test
  void xiOfACopyIsKnown() {
    double[] x = {1, 2, 3, 4, 5, 6};
    assertEquals(1 - 3 * 5 / 35.0, Association.xi(x, x), 1e-15);
  }

  @Test
  void aConstantColumnHasNoCoefficient() {
    double[] constant = new double[20];
    double[] x = draws("x", 20, 0);
    assertTrue(Double.isNaN(Association.pearson(constant, x)));
    assertTrue(Double.isNaN(Association.spearman(x, constant)));
    assertTrue(Double.isNaN(Association.xi(x, constant)));
    assertTrue(Double.isNaN(Association.distanceCorrelation(x, constant)));
  }

  @Test
  void badColumnsAreRefused() {
    double[] two = {1, 2};
    assertEquals(
        "x has 2 values but y has 1: observations must be paired",
        assertThrows(
                IllegalArgumentException.class, () -> Association.spearman(two, new double[] {1}))
            .getMessage());
    assertEquals(
        "y[1] is NaN",
        assertThrows(
                IllegalArgumentException.class,
                () -> Association.xi(two, new double[] {1, Double.NaN}))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> Association.distanceCorrelation(new double[] {1}, new double[] {1}));
  }
}
