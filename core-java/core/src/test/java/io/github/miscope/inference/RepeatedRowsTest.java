package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.DataWarning.Resampling;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.conditional.Stratified;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Rows with copies: found, told from ties of rounded data, and kept together by resampling. */
class RepeatedRowsTest {

  private static final int SETS = 20;

  private static Samples gaussians(int n, double rho, long seed) {
    return Tasks.correlatedGaussians(1, rho).sample(n, Seed.of(seed));
  }

  private static Samples mapped(Samples samples, DoubleUnaryOperator f) {
    double[][] x = samples.x().columns();
    double[][] y = samples.y().columns();
    for (double[][] columns : new double[][][] {x, y}) {
      for (double[] column : columns) {
        Arrays.setAll(column, i -> f.applyAsDouble(column[i]));
      }
    }
    return Samples.ofColumns(x, y);
  }

  private static Samples rounded(Samples samples, double step) {
    return step == 0 ? samples : mapped(samples, v -> Math.rint(v / step) * step);
  }

  private static Variable classes(Variable variable) {
    return Variable.discrete(
        "class", Arrays.stream(variable.column(0)).mapToInt(v -> v > 0 ? 1 : 0).toArray());
  }

  /** The first rows once more, at the end. */
  private static Samples withCopies(Samples samples, int copies) {
    return samples.rows(
        IntStream.range(0, samples.n() + copies).map(i -> i % samples.n()).toArray());
  }

  private static Samples times(Samples samples, int times) {
    return withCopies(samples, (times - 1) * samples.n());
  }

  private static Optional<DataWarning.RepeatedRows> warning(Samples samples) {
    return DataChecks.of(samples).stream()
        .filter(DataWarning.RepeatedRows.class::isInstance)
        .map(DataWarning.RepeatedRows.class::cast)
        .findFirst();
  }

  private static void assertNone(IntFunction<Samples> draw, String what) {
    for (int s = 0; s < SETS; s++) {
      assertEquals(Optional.empty(), warning(draw.apply(s)), what + ", seed " + s);
    }
  }

  @Test
  void namesTheNumberOfCopies() {
    Samples twice = times(gaussians(500, 0, 1), 2);
    DataWarning.RepeatedRows found = warning(twice).orElseThrow();
    assertEquals(new DataWarning.RepeatedRows(500, 1000, 2, 0, Resampling.NONE), found);
    assertTrue(
        found.message().startsWith("500 of 1000 rows repeat an earlier row"), found::message);
    assertEquals(40, warning(withCopies(gaussians(400, 0.6, 2), 40)).orElseThrow().repeated());
    assertEquals(200, warning(times(gaussians(100, 0.9, 3), 3)).orElseThrow().repeated());
    assertEquals(3, warning(times(gaussians(100, 0.9, 3), 3)).orElseThrow().multiple());
  }

  @Test
  void copiesOfRoundedDataAreFound() {
    for (double rho : new double[] {0, 0.9}) {
      for (double step : new double[] {0.001, 0.01, 0.1, 0.5}) {
        for (int s = 0; s < SETS; s++) {
          Samples twice = times(rounded(gaussians(500, rho, s), step), 2);
          assertEquals(2, warning(twice).orElseThrow().multiple());
        }
      }
    }
  }

  @Test
  void copiesOfSomeRowsAreFound() {
    for (double step : new double[] {0, 0.001, 0.01}) {
      for (int s = 0; s < SETS; s++) {
        Samples some = withCopies(rounded(gaussians(1000, 0.6, s), step), 100);
        assertTrue(warning(some).isPresent(), "step " + step + ", seed " + s);
      }
    }
    UniformRandomProvider random = Seed.of(5).generator();
    int[] drawn = IntStream.range(0, 500).map(i -> random.nextInt(500)).toArray();
    assertTrue(warning(gaussians(500, 0.6, 4).rows(drawn)).isPresent());
  }

  @Test
  void copiesWithClassesAreFound() {
    for (int s = 0; s < SETS; s++) {
      Samples samples = gaussians(500, 0.8, s);
      Samples mixed = new Samples(samples.x(), classes(samples.y()));
      assertEquals(500, warning(times(mixed, 2)).orElseThrow().repeated());
      assertEquals(50, warning(withCopies(mixed, 50)).orElseThrow().repeated());
      UniformRandomProvider random = Seed.of(s).generator();
      int[] x = IntStream.range(0, 200).map(i -> random.nextInt(6)).toArray();
      int[] y = IntStream.range(0, 200).map(i -> random.nextInt(6)).toArray();
      Samples levels = new Samples(Variable.discrete("x", x), Variable.discrete("y", y));
      assertEquals(2, warning(times(levels, 2)).orElseThrow().multiple());
    }
  }

  @Test
  void tiesOfRoundedDataAreNoCopies() {
    for (double rho : new double[] {0, 0.6, 0.9, 0.99, 0.999}) {
      for (double step : new double[] {0.001, 0.01, 0.1, 0.5, 1}) {
        assertNone(s -> rounded(gaussians(400, rho, s), step), "step " + step + " at rho = " + rho);
      }
    }
    for (double step : new double[] {0.1, 0.5, 1}) {
      assertNone(
          s -> rounded(Tasks.correlatedGaussians(2, 0.8).sample(300, Seed.of(s)), step),
          "two columns, step " + step);
    }
  }

  @Test
  void atomsFunctionsPricesAndDesignsAreNoCopies() {
    assertNone(s -> mapped(gaussians(1000, 0.9, s), v -> Math.max(v, -0.5)), "censored");
    assertNone(
        s -> rounded(mapped(gaussians(1000, 0.9, s), v -> Math.max(v, -0.5)), 0.01),
        "censored and rounded");
    for (double step : new double[] {0.01, 0.1, 1}) {
      assertNone(
          s -> {
            double[] x = rounded(gaussians(1000, 0, s), step).x().column(0);
            return Samples.of(x, Arrays.stream(x).map(v -> v * v * v).toArray());
          },
          "a function of rounded data");
      assertNone(
          s -> {
            double[] x = gaussians(1000, 0, s).x().column(0);
            Samples units = Samples.of(x, Arrays.stream(x).map(v -> v / 2.54).toArray());
            return rounded(units, step);
          },
          "the same length in two units");
    }
    assertNone(RepeatedRowsTest::fares, "fares and classes");
    assertNone(
        s -> {
          Samples samples = gaussians(500, 0.8, s);
          return new Samples(rounded(samples, 0.001).x(), classes(samples.y()));
        },
        "classes");
    double[] doses = {1, 2, 5, 10, 20, 50, 100};
    assertNone(
        s ->
            new Samples(
                Variable.of(
                    "dose", IntStream.range(0, 84).mapToDouble(i -> doses[i % 7]).toArray()),
                Variable.discrete("group", IntStream.range(0, 84).map(i -> i / 7 % 4).toArray())),
        "a design of 7 x 4 with 3 repetitions");
  }

  /** A fare has a class, and some fares are far more frequent than others. */
  private static Samples fares(int seed) {
    UniformRandomProvider random = Seed.of(seed).generator();
    double[] fares = Toys.normals(150, Seed.of(seed).derive("fares"));
    Arrays.setAll(fares, i -> Math.rint(1e4 * Math.exp(2 + fares[i])) / 1e4);
    double[] fare = new double[900];
    int[] level = new int[900];
    for (int i = 0; i < fare.length; i++) {
      double u = random.nextDouble();
      fare[i] = fares[(int) (150 * u * u * u)];
      level[i] = fare[i] > 15 ? 1 : fare[i] > 8 ? 2 : 3;
    }
    return new Samples(Variable.of("fare", fare), Variable.discrete("class", level));
  }

  @Test
  void pValuesOfATableWithCopiesAreUniform() {
    PermutationTestTest.assertUniform(
        s -> PermutationTestTest.test(Presets.ksg(), times(gaussians(25, 0, s), 2), s));
    // Some rows once, some twice: rows change places with their like.
    PermutationTestTest.assertUniform(
        s -> PermutationTestTest.test(Presets.ksg(), withCopies(gaussians(30, 0, s), 15), s));
    PermutationTestTest.assertUniform(
        s ->
            PermutationTestTest.test(
                Presets.ksg(), times(rounded(gaussians(30, 0, s), 0.1), 2), s));
  }

  @Test
  void conditionalPValuesKeepCopiesTogether() {
    PermutationTestTest.assertUniform(
        s -> {
          ConditionalSamples samples = levels(40, s);
          return PermutationTest.of(PermutationTestTest.PERMUTATIONS)
              .withSeed(Seed.of(s))
              .test(Stratified.of(Presets.ksg()), samples);
        });
  }

  /** X and Y shifted by two levels of Z, every row twice. */
  private static ConditionalSamples levels(int n, long seed) {
    Samples samples = gaussians(n, 0, seed);
    int[] z = IntStream.range(0, n).map(i -> i % 2).toArray();
    double[] x = samples.x().column(0);
    double[] y = samples.y().column(0);
    for (int i = 0; i < n; i++) {
      x[i] += 3 * z[i];
      y[i] += 3 * z[i];
    }
    int[] twice = IntStream.range(0, 2 * n).map(i -> i % n).toArray();
    return new ConditionalSamples(
            Variable.of("x", x), Variable.of("y", y), Variable.discrete("z", z))
        .rows(twice);
  }

  @Test
  void standardErrorsKnowHowManyObservationsThereAre() {
    // The mean product of 200 pairs of unit normals has a variance of 1/200, copies or not. Its
    // square is known to 24 degrees of freedom or more, times a fit: 0.5 to 1.7 is far beyond the
    // 0.1 % quantiles of chi-square(24)/24, 0.39 to 2.13 for the square, and 1/sqrt(2) is outside
    // for most of 20 sets.
    double mean = 0;
    for (int s = 0; s < SETS; s++) {
      Samples twice = times(gaussians(200, 0, 100 + s), 2);
      double error = Subsampling.random().standardError(Toys.meanProduct(), twice).nats();
      mean += error * error * 200 / SETS;
    }
    // The mean of 20 such squares, each with a standard deviation of about sqrt(2/24) and as much
    // again from the fit: 0.41 / sqrt(20) = 0.09; four of them. Rows taken one by one give 0.5.
    assertEquals(1, mean, 0.37);
  }

  @Test
  void saysWhatResamplingDoes() {
    Samples twice = times(gaussians(60, 0.6, 7), 2);
    Inference plain = Inference.of(Presets.ksg());
    assertEquals(Resampling.NONE, resampling(plain.estimate(twice)));
    Estimate together = plain.withInterval(0.95).withPValue(9).estimate(twice);
    assertEquals(Resampling.TOGETHER, resampling(together));
    assertEquals("all rows, each with its copies", together.pValue().orElseThrow().scheme());
    assertEquals(
        Resampling.APART,
        resampling(
            plain.withPValue(9).withScheme(PermutationScheme.wholeBlocks(10)).estimate(twice)));
    assertEquals(
        Resampling.APART,
        resampling(
            plain.withInterval(0.95).withSubsampling(Subsampling.contiguous()).estimate(twice)));
    ConditionalInference given =
        ConditionalInference.of(Stratified.of(Presets.ksg())).withPValue(9);
    assertEquals(Resampling.TOGETHER, resampling(given.estimate(levels(60, 8))));
  }

  private static Resampling resampling(Estimate estimate) {
    return estimate.warnings().stream()
        .filter(DataWarning.RepeatedRows.class::isInstance)
        .map(warning -> ((DataWarning.RepeatedRows) warning).resampling())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void otherChecksSeeEachRowOnce() {
    // Each row followed by its copy: no series.
    int[] inPairs = IntStream.range(0, 400).map(i -> i / 2).toArray();
    Samples samples = gaussians(200, 0, 9).rows(inPairs);
    assertEquals(1, DataChecks.of(samples).size());
    // Ten rows thirty times: no curve.
    assertEquals(1, DataChecks.of(times(gaussians(10, 0, 10), 30)).size());
  }
}
