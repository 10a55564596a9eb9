package io.github.miscope.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks in many columns whose information is that of a few: what the few say is the truth. */
class EmbeddedTasksTest {

  private static final int N = 4000;
  private static final MutualInformationEstimator GAUSSIAN = Presets.gaussianMi();

  /**
   * Gaussian MI of d pairs has a standard error of at most sqrt(d / n) nats where rho is near 1.
   */
  private static double bound(int pairs) {
    return 3 * Math.sqrt((double) pairs / N);
  }

  private static double rho(double nats, int pairs) {
    return Math.sqrt(1 - Math.exp(-2 * nats / pairs));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 4})
  void pairsOfDifferentDimensionsHaveTheGivenInformation(double nats) {
    Sampler task = Tasks.correlatedGaussiansWithInformation(2, 5, nats);
    Samples samples = task.sample(N, Seed.of(1));
    assertEquals(2, samples.x().d());
    assertEquals(5, samples.y().d());
    assertEquals(nats, task.mutualInformation());
    assertEquals(nats, GAUSSIAN.estimate(samples).nats(), bound(2));
    // The closed form of Statement 4, from the covariance.
    double rho = rho(nats, 2);
    double[][] covariance = new double[7][7];
    for (int i = 0; i < 7; i++) {
      covariance[i][i] = 1;
    }
    covariance[0][2] = covariance[2][0] = covariance[1][3] = covariance[3][1] = rho;
    assertEquals(nats, Tasks.gaussian(covariance, 2).mutualInformation(), 1e-10);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 4})
  void spotsTellWhereTheyAre(double nats) {
    Samples samples = Tasks.gaussianImages(16, nats).sample(N, Seed.of(2));
    assertEquals(256, samples.x().d());
    Function<double[], double[]> centre =
        image -> {
          // The least squares fit of a line to the differences of the logarithm along each axis.
          double across = 0;
          double down = 0;
          for (int v = 0; v < 16; v++) {
            for (int u = 0; u < 15; u++) {
              across += Math.log(image[v * 16 + u + 1] / image[v * 16 + u]) / 240;
              down += Math.log(image[(u + 1) * 16 + v] / image[u * 16 + v]) / 240;
            }
          }
          return new double[] {0.5 + across * 15 / 20, 0.5 + down * 15 / 20};
        };
    assertEquals(nats, latent(samples, centre), bound(2));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 4})
  void rectanglesTellTheirEnds(double nats) {
    Samples samples = Tasks.rectangleImages(16, nats).sample(N, Seed.of(3));
    Function<double[], double[]> ends =
        image -> {
          double area = Arrays.stream(image).sum();
          double[] rows = new double[16];
          double[] columns = new double[16];
          for (int p = 0; p < 256; p++) {
            rows[p / 16] += image[p];
            columns[p % 16] += image[p];
          }
          double width = area / Arrays.stream(columns).max().orElseThrow();
          double height = area / Arrays.stream(rows).max().orElseThrow();
          double left = first(columns);
          double top = first(rows);
          double least = 2;
          return new double[] {
            1 - Math.pow(1 - left / (16 - least), 2),
            (width - least) / (16 - least - left),
            1 - Math.pow(1 - top / (16 - least), 2),
            (height - least) / (16 - least - top)
          };
        };
    assertEquals(nats, latent(samples, ends), bound(4));
  }

  /** Where the first pixels that are covered begin to be. */
  private static double first(double[] sums) {
    int i = 0;
    while (sums[i] == 0) {
      i++;
    }
    return i + 1 - sums[i] / Arrays.stream(sums).max().orElseThrow();
  }

  @Test
  void rectanglesCoverPartsOfPixels() {
    // Phi(0) = 1/2: a = (1 - 1/2)(1 - sqrt(1/2)), b = a + 1/2 + (1 - a - 1/2) / 2, four pixels.
    double a = 0.5 * (1 - Math.sqrt(0.5));
    double b = a + 0.5 + 0.5 * (0.5 - a);
    double[] parts = {1 - 4 * a, 1, 1, 4 * b - 3};
    Samples samples = Samples.ofColumns(new double[4][2], new double[][] {{1, 2}});
    Variable image = Embedding.rectangleImages(4).apply(samples.x(), Seed.of(1));
    for (int v = 0; v < 4; v++) {
      for (int u = 0; u < 4; u++) {
        assertEquals(parts[u] * parts[v], image.column(4 * v + u)[0], 1e-12);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2})
  void theBentSurfaceKeepsItsFirstColumn(double nats) {
    Sampler task =
        Tasks.correlatedGaussiansWithInformation(1, nats)
            .map(Embedding.bentSurface(), Embedding.bentSurface());
    Samples samples = task.sample(N, Seed.of(4));
    assertEquals(32, samples.x().d());
    double[] row = row(samples.x(), 7);
    double a = row[0] + 20 * row[1];
    assertEquals(Math.max(a, 2 * a), row[20]);
    assertEquals(nats, latent(samples, image -> new double[] {(1 + image[0]) / 2}), bound(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 9})
  void randomNetworksAreInjectiveAndBent(int d) {
    Sampler task = Tasks.correlatedGaussiansWithInformation(d, 1.0);
    Samples plain = task.sample(500, Seed.of(5));
    Samples mapped =
        task.map(Embedding.randomNetwork(100), Embedding.randomNetwork(100))
            .sample(500, Seed.of(5));
    assertEquals(100, mapped.x().d());
    // Injective and smooth: near rows have near images, and far ones far.
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 1; i < 500; i++) {
      double ratio =
          distance(row(mapped.x(), 0), row(mapped.x(), i))
              / distance(row(plain.x(), 0), row(plain.x(), i));
      least = Math.min(least, ratio);
      most = Math.max(most, ratio);
    }
    assertTrue(least > 0.1);
    assertTrue(most / least > 1.05);
  }

  /** Injective as it is, a network keeps the information of what it maps. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2})
  void randomNetworksMapGaussians(double nats) {
    Sampler task =
        Tasks.correlatedGaussiansWithInformation(5, nats)
            .map(Embedding.randomNetwork(100), Embedding.randomNetwork(200));
    Samples latent = task.latent().sample(N, Seed.of(9));
    assertEquals(nats, task.mutualInformation());
    assertEquals(5, latent.dX());
    assertEquals(nats, GAUSSIAN.estimate(latent).nats(), bound(5));
  }

  @Test
  void aProductAddsInformationAndColumns() {
    Sampler task =
        Tasks.product(
            Tasks.correlatedGaussians(2, 0.6),
            Tasks.informationInMinorComponent(0.7, 0.1),
            Tasks.correlatedGaussians(1, 0.6));
    assertEquals(5, task.dX());
    assertEquals(4, task.dY());
    double nats = -1.5 * Math.log(1 - 0.36) + 0.7;
    assertEquals(nats, task.mutualInformation(), 1e-12);
    assertEquals(nats, GAUSSIAN.estimate(task.sample(N, Seed.of(6))).nats(), bound(4));
    assertRefused("at least one factor", Tasks::product);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 3})
  void theMinorComponentKnowsAll(double nats) {
    Samples samples = Tasks.informationInMinorComponent(nats, 0.01).sample(N, Seed.of(7));
    assertEquals(nats, GAUSSIAN.estimate(samples).nats(), bound(1));
    double[][] major = {samples.x().column(0)};
    assertEquals(
        0, GAUSSIAN.estimate(Samples.ofColumns(major, samples.y().columns())).nats(), bound(1));
    double variance = Arrays.stream(samples.x().column(1)).map(v -> v * v).sum() / N;
    assertEquals(0.01, variance, 0.01 * 3 * Math.sqrt(2.0 / N));
  }

  @Test
  void informationIsAParameter() {
    assertEquals(
        1.2, Tasks.correlatedGaussians(3, -0.2).withInformation(1.2).mutualInformation(), 1e-12);
    assertTrue(Tasks.correlatedGaussians(3, -0.2).withInformation(1.2).rho() < 0);
    assertEquals(
        0.9, Tasks.additiveGaussianNoise(2, 1).withInformation(0.9).mutualInformation(), 1e-12);
    assertEquals(2, Tasks.gaussianImages(8, 1).withInformation(2).mutualInformation());
    assertEquals(
        2, Tasks.informationInMinorComponent(1, 0.5).withInformation(2).mutualInformation());
    assertRefused(
        "no mutual information to vary", () -> Tasks.additiveUniformNoise(1, 1).withInformation(1));
    assertRefused("nats=-1.0", () -> Tasks.correlatedGaussians(1, 0.1).withInformation(-1));
  }

  @Test
  void aLeftInverseIsChecked() {
    Variable variable = Tasks.correlatedGaussians(1, 0.5).sample(10, Seed.of(8)).x();
    Embedding circle =
        Embedding.of(
            "helix",
            1,
            3,
            x -> new double[] {Math.cos(x[0]), Math.sin(x[0]), x[0]},
            x -> new double[] {x[2]});
    assertEquals(3, circle.apply(variable, Seed.of(1)).d());
    Embedding folded = Embedding.of("fold", 1, 1, x -> new double[] {x[0] * x[0]}, x -> x);
    assertRefused("fold does not keep MI", () -> folded.apply(variable, Seed.of(1)));
    assertRefused(
        "helix applies to variables of 1 dimensions: d=2",
        () -> circle.apply(Variable.ofColumns("x", new double[2][4]), Seed.of(1)));
    assertRefused("size=2", () -> Embedding.gaussianImages(2));
  }

  private static void assertRefused(String part, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }

  private static double[] row(Variable variable, int i) {
    double[] row = new double[variable.d()];
    for (int j = 0; j < row.length; j++) {
      row[j] = variable.column(j)[i];
    }
    return row;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return Math.sqrt(sum);
  }

  /** Gaussian MI of normal quantiles of what can be read off both images. */
  private static double latent(Samples samples, Function<double[], double[]> uniforms) {
    return GAUSSIAN
        .estimate(
            Samples.ofColumns(quantiles(samples.x(), uniforms), quantiles(samples.y(), uniforms)))
        .nats();
  }

  private static double[][] quantiles(Variable variable, Function<double[], double[]> uniforms) {
    double[][] columns = variable.columns();
    double[][] quantiles = null;
    for (int i = 0; i < variable.n(); i++) {
      int row = i;
      double[] image = Arrays.stream(columns).mapToDouble(column -> column[row]).toArray();
      double[] u = uniforms.apply(image);
      quantiles = quantiles == null ? new double[u.length][variable.n()] : quantiles;
      for (int j = 0; j < u.length; j++) {
        quantiles[j][i] = StandardNormal.quantile(u[j]);
      }
    }
    return quantiles;
  }
}
