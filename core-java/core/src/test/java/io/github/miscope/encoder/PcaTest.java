package io.github.miscope.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcaTest {

  @ParameterizedTest
  @CsvSource({"200, 50, 7", "50, 200, 7", "500, 400, 5", "350, 900, 5"})
  void agreesWithTheFullEigenvalueDecomposition(int n, int d, int count) {
    agrees(factors(n, d, 12, 1), count);
  }

  /**
   * The largest variances of noise are close to each other, and so are all others. Residuals are to
   * be below 1e-11 of the largest; the tolerance leaves room for the rounding of the sums here.
   */
  @ParameterizedTest
  @CsvSource({"6000, 1100", "1100, 1300"})
  void axesOfNoiseAreEigenvectors(int n, int d) {
    double[][] noise = new double[d][n];
    Random random = new Random(2);
    for (double[] column : noise) {
      Arrays.setAll(column, i -> random.nextGaussian());
    }
    PcaEncoding encoding = (PcaEncoding) Pca.to(10).fit(Variable.ofColumns("x", noise));
    double[][] codes = encoding.apply(Variable.ofColumns("x", noise)).columns();
    for (int l = 0; l < 10; l++) {
      double[] axis = encoding.axis(l);
      double sum = 0;
      for (int j = 0; j < d; j++) {
        // Codes have mean 0.
        double image = dot(noise[j], codes[l]) / n;
        sum += Math.pow(encoding.variances()[l] * axis[j] - image, 2);
      }
      assertEquals(0, Math.sqrt(sum), 1e-10 * encoding.variances()[0]);
    }
  }

  private static void agrees(double[][] columns, int count) {
    int d = columns.length;
    PcaEncoding encoding = (PcaEncoding) Pca.to(count).fit(Variable.ofColumns("x", columns));
    double[] expected = eigenvalues(columns);
    double[][] covariance = covariance(columns);
    for (int l = 0; l < count; l++) {
      assertEquals(expected[l], encoding.variances()[l], 1e-9 * expected[0]);
      // C v = lambda v
      double[] axis = encoding.axis(l);
      assertEquals(1, dot(axis, axis), 1e-12);
      for (int j = 0; j < d; j++) {
        assertEquals(expected[l] * axis[j], dot(covariance[j], axis), 1e-9 * expected[0]);
      }
    }
    double total = IntStream.range(0, d).mapToDouble(j -> covariance[j][j]).sum();
    double kept = Arrays.stream(expected).limit(count).sum();
    assertEquals(kept / total, encoding.explainedVariance(), 1e-9);
    assertEquals((total - kept) / d, encoding.reconstructionError(), 1e-9 * total);
  }

  @Test
  void codesAreUncorrelatedAndRestoreTheData() {
    Variable x = Variable.ofColumns("x", factors(300, 20, 3, 2));
    Encoding encoding = Pca.to(20).fit(x);
    Variable restored = encoding.decode(encoding.apply(x));
    for (int j = 0; j < x.d(); j++) {
      assertArrayEquals(x.column(j), restored.column(j), 1e-9);
    }
    double[][] codes = encoding.apply(x).columns();
    double[][] covariance = covariance(codes);
    for (int a = 0; a < codes.length; a++) {
      for (int b = 0; b < a; b++) {
        assertEquals(0, covariance[a][b], 1e-9 * covariance[0][0]);
      }
    }
  }

  @Test
  void theErrorOfRestoringIsTheOneThatItSays() {
    Variable x = Variable.ofColumns("x", factors(400, 30, 6, 3));
    Encoding encoding = Pca.to(4).fit(x);
    Variable restored = encoding.decode(encoding.apply(x));
    double sum = 0;
    for (int j = 0; j < x.d(); j++) {
      for (int i = 0; i < x.n(); i++) {
        sum += Math.pow(x.get(i, j) - restored.get(i, j), 2);
      }
    }
    assertEquals(sum / x.n() / x.d(), encoding.reconstructionError(), 1e-10);
  }

  @Test
  void theOrderOfRowsChangesNoBit() {
    Variable x = Variable.ofColumns("x", factors(250, 40, 5, 4));
    List<Integer> order = new ArrayList<>(IntStream.range(0, x.n()).boxed().toList());
    Collections.shuffle(order, new Random(4));
    int[] rows = order.stream().mapToInt(Integer::intValue).toArray();
    assertEquals(
        Pca.to(3).fit(x).apply(x).rows(rows), Pca.to(3).fit(x.rows(rows)).apply(x.rows(rows)));
  }

  @Test
  void anotherSampleIsEncodedByTheSameAxes() {
    Variable train = Variable.ofColumns("x", factors(300, 10, 2, 5));
    Variable test = Variable.ofColumns("x", factors(100, 10, 2, 6));
    Encoding encoding = Pca.to(2).fit(train);
    Encoding same = Encoder.fitted(encoding).fit(test);
    assertEquals(encoding.apply(test), same.apply(test));
    assertEquals(100, same.apply(test).n());
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> encoding.apply(Variable.of("z", 1, 2, 3)));
    assertEquals("z has 1 columns, but the encoding has 10", e.getMessage());
  }

  @Test
  void aConstantHasOneCode() {
    Variable x = Variable.ofColumns("x", new double[][] {{3, 3, 3}, {1, 1, 1}});
    Encoding encoding = Pca.to(2).fit(x);
    assertEquals(1, encoding.latentDimension());
    assertEquals(1, encoding.explainedVariance());
    assertTrue(encoding.apply(x).isConstant());
    assertEquals(x.columns()[0][1], encoding.decode(encoding.apply(x)).get(1, 0));
  }

  @Test
  void duplicatedColumnsAddNoCode() {
    double[][] two = factors(100, 2, 2, 7);
    double[][] six = {two[0], two[1], two[0], two[1], two[0], two[1]};
    Encoding encoding = Pca.to(6).fit(Variable.ofColumns("x", six));
    assertEquals(2, encoding.latentDimension());
    assertEquals(1, encoding.explainedVariance(), 1e-12);
    double[][] many = new double[400][];
    Arrays.setAll(many, j -> two[j % 2]);
    assertEquals(2, Pca.to(5).fit(Variable.ofColumns("x", many)).latentDimension());
  }

  @Test
  void twoRowsHaveOneCode() {
    Variable x = Variable.ofRows("x", new double[][] {{1, 2, 3}, {2, 4, 5}});
    Encoding encoding = Pca.to(3).fit(x);
    assertEquals(1, encoding.latentDimension());
    assertEquals(3, Math.abs(encoding.apply(x).get(1, 0) - encoding.apply(x).get(0, 0)), 1e-12);
  }

  @Test
  void aShareOfTheVariance() {
    // Variances 9, 4, 1, 1/4: exact columns, orthogonal over 8 rows.
    double[][] signs = {
      {1, 1, 1, 1, -1, -1, -1, -1},
      {1, 1, -1, -1, 1, 1, -1, -1},
      {1, -1, 1, -1, 1, -1, 1, -1},
      {1, -1, -1, 1, 1, -1, -1, 1}
    };
    double[] sizes = {3, 2, 1, 0.5};
    double[][] columns = new double[4][8];
    for (int j = 0; j < 4; j++) {
      for (int i = 0; i < 8; i++) {
        columns[j][i] = sizes[j] * signs[j][i];
      }
    }
    Variable x = Variable.ofColumns("x", columns);
    assertEquals(1, Pca.explaining(0.6).fit(x).latentDimension());
    assertEquals(2, Pca.explaining(0.9).fit(x).latentDimension());
    assertEquals(3, Pca.explaining(14 / 14.25).fit(x).latentDimension());
    assertEquals(4, Pca.explaining(1).fit(x).latentDimension());
  }

  /** Factors of variance 30 stand out from noise of variance 1 in every column, 1000 times over. */
  @ParameterizedTest
  @CsvSource({"1000, 50, 3", "400, 500, 4", "100, 30, 1", "600, 1000, 20"})
  void asManyAsStandOutFromNoise(int n, int d, int factors) {
    double[][] columns = factors(n, d, factors, 8);
    Encoding encoding = Pca.aboveNoise().fit(Variable.ofColumns("x", columns));
    assertEquals(factors, encoding.latentDimension());
  }

  @Test
  void badOptionsAreNamed() {
    assertMessage("latent dimension must be >= 1: latent dimension=0", () -> Pca.to(0));
    assertMessage(
        "share of variance must be above 0 and at most 1: share=1.5", () -> Pca.explaining(1.5));
    assertMessage("noise must be finite and > 0: noise=NaN", () -> Pca.to(1).withNoise(Double.NaN));
    Variable levels = Variable.discrete("kind", 0, 1, 1);
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> Pca.to(1).fit(levels))
            .getMessage()
            .startsWith("kind is discrete, but PCA(1) is for continuous variables"));
  }

  private static void assertMessage(String expected, Executable e) {
    assertEquals(expected, assertThrows(IllegalArgumentException.class, e).getMessage());
  }

  /** Columns that hold random combinations of a few factors, and noise of variance 1. */
  private static double[][] factors(int n, int d, int count, long seed) {
    Random random = new Random(seed);
    double[][] loadings = new double[d][count];
    for (double[] row : loadings) {
      Arrays.setAll(row, k -> random.nextGaussian());
    }
    double[][] columns = new double[d][n];
    for (int i = 0; i < n; i++) {
      double[] factor = new double[count];
      Arrays.setAll(factor, k -> random.nextGaussian() * Math.sqrt(30.0 / (k + 1)));
      for (int j = 0; j < d; j++) {
        columns[j][i] = dot(loadings[j], factor) + random.nextGaussian();
      }
    }
    return columns;
  }

  private static double[] eigenvalues(double[][] columns) {
    int d = columns.length;
    var eigen = DecompositionFactory_DDRM.eig(d, false, true);
    assertTrue(eigen.decompose(new DMatrixRMaj(covariance(columns))));
    return IntStream.range(0, d)
        .mapToDouble(l -> -eigen.getEigenvalue(l).getReal())
        .sorted()
        .map(v -> -v)
        .toArray();
  }

  private static double[][] covariance(double[][] columns) {
    int d = columns.length;
    int n = columns[0].length;
    double[][] centred = new double[d][n];
    for (int j = 0; j < d; j++) {
      double mean = Arrays.stream(columns[j]).average().orElseThrow();
      for (int i = 0; i < n; i++) {
        centred[j][i] = columns[j][i] - mean;
      }
    }
    double[][] covariance = new double[d][d];
    for (int a = 0; a < d; a++) {
      for (int b = 0; b < d; b++) {
        covariance[a][b] = dot(centred[a], centred[b]) / n;
      }
    }
    return covariance;
  }

  private static double dot(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * v[i];
    }
    return sum;
  }

  /** No direction of noise stands out: the search for the leading ones must go through all. */
  @Test
  void aFlatSpectrum() {
    Variable noise = Tasks.correlatedGaussians(400, 0).sample(500, Seed.of(9)).x();
    double[] some = ((PcaEncoding) Pca.to(20).fit(noise)).variances();
    double[] all = ((PcaEncoding) Pca.to(100).fit(noise)).variances();
    assertArrayEquals(Arrays.copyOf(all, 20), some, 1e-9);
  }
}
