package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.InformationUnit;
import io.github.miscope.estimator.Labelled;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.auto.Auto;
import io.github.miscope.estimator.entropy.EntropySum;
import io.github.miscope.estimator.entropy.GaussianEntropy;
import io.github.miscope.estimator.entropy.NearestNeighbourEntropy;
import io.github.miscope.estimator.entropy.WeightedNearestNeighbourEntropy;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** What the checks find, and how rarely they find what is not there. */
class DataChecksTest {

  private static final int SETS = 200;

  private static double[] map(double[] values, DoubleUnaryOperator f) {
    return Arrays.stream(values).map(f).toArray();
  }

  private static long alarms(IntFunction<Samples> draw) {
    long alarms = 0;
    for (int s = 0; s < SETS; s++) {
      alarms += DataChecks.of(draw.apply(s)).size();
    }
    return alarms;
  }

  @Test
  void cleanDataGiveNoWarning() {
    // Only the check of rows is a test with a level: 1 in 1000 for each of X and Y, both needed.
    // 200 sets have 0.2 alarms if X and Y are as good as one; more than 2 is 1 in 1000.
    assertTrue(alarms(s -> Tasks.correlatedGaussians(2, 0).sample(200, Seed.of(s))) <= 2);
    assertTrue(alarms(s -> Tasks.correlatedGaussians(3, 0.9).sample(100, Seed.of(s))) <= 2);
    assertTrue(alarms(s -> Tasks.correlatedGaussians(1, 0.99).sample(300, Seed.of(s))) <= 2);
    assertTrue(alarms(s -> Tasks.additiveUniformNoise(1, 0.1).sample(200, Seed.of(s))) <= 2);
  }

  @Test
  void ordinaryTiedDataGiveNoWarning() {
    for (double step : new double[] {0.1, 1, 3}) {
      long alarms =
          alarms(
              s -> {
                Samples samples = Tasks.correlatedGaussians(1, 0.9).sample(200, Seed.of(s));
                return Samples.of(
                    map(samples.x().column(0), v -> Math.rint(v / step)),
                    map(samples.y().column(0), v -> Math.rint(v / step)));
              });
      assertTrue(alarms <= 2, alarms + " alarms at step " + step);
    }
  }

  private static List<Warning> relation(int n, double scale, DoubleUnaryOperator f) {
    double[] x = Toys.normals(n, Seed.of(n));
    return DataChecks.of(Samples.of(map(x, v -> v * scale), map(x, f)));
  }

  @Test
  void deterministicRelationsAreFound() {
    for (double scale : new double[] {1e-12, 1, 1e12}) {
      for (int n : new int[] {50, 1000}) {
        assertEquals(
            List.of(new DataWarning.NearDeterministic("y is a copy of x up to shift and scale")),
            relation(n, scale, v -> 3 - 2 * v));
        Warning curve = new DataWarning.NearDeterministic("y is a function of x, or nearly so");
        assertEquals(List.of(curve), relation(n, scale, Math::exp));
        assertEquals(List.of(curve), relation(n, scale, v -> v * v));
        assertEquals(
            List.of(new DataWarning.NearDeterministic("x is a function of y, or nearly so")),
            DataChecks.of(
                Samples.of(
                    map(Toys.normals(n, Seed.of(n)), v -> v * v), Toys.normals(n, Seed.of(n)))));
      }
    }
  }

  @Test
  void aLinearCombinationIsFound() {
    double[][] x = Tasks.correlatedGaussians(2, 0).sample(200, Seed.of(1)).x().columns();
    double[] noise = Toys.normals(200, Seed.of(2));
    Samples samples =
        Samples.ofColumns(x, new double[][] {noise, Toys.sum(x[0], map(x[1], v -> 5 * v))});
    assertEquals(
        List.of(
            new DataWarning.NearDeterministic(
                "A linear combination of the columns of X equals one of those of Y")),
        DataChecks.of(samples));
    // Columns that depend on each other within X say nothing of Y.
    Samples within =
        Samples.ofColumns(
            new double[][] {x[0], x[1], Toys.sum(x[0], x[1])}, new double[][] {noise});
    assertEquals(List.of(), DataChecks.of(within));
  }

  @Test
  void duplicatedColumnsAreFound() {
    double[][] x = Tasks.correlatedGaussians(2, 0).sample(100, Seed.of(3)).x().columns();
    Samples samples =
        Samples.ofColumns(
            new double[][] {x[0], x[1], map(x[0], v -> -1e9 * v)},
            new double[][] {Toys.normals(100, Seed.of(4))});
    assertEquals(List.of(new DataWarning.DuplicateColumns("x0", "x2")), DataChecks.of(samples));
  }

  @Test
  void seriesAreFoundOnlyIfBothDependOnTheirPast() {
    int n = 300;
    double[] x = Toys.series(n, 0.5, Seed.of(5));
    double[] y = Toys.series(n, 0.5, Seed.of(6));
    List<Warning> warnings = DataChecks.of(Samples.of(x, y));
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0) instanceof DataWarning.DependentRows, warnings::toString);
    assertEquals(List.of(), DataChecks.of(Samples.of(x, Toys.normals(n, Seed.of(7)))));
  }

  @Test
  void theSameVariableTwiceWarnsWhateverTheEstimator() {
    Samples same = Samples.of(Toys.normals(200, Seed.of(8)), Toys.normals(200, Seed.of(8)));
    Estimate estimate = Inference.of(Presets.ksg()).withInterval(0.95).estimate(same);
    assertTrue(
        estimate.warnings().stream().anyMatch(w -> w instanceof DataWarning.NearDeterministic));
    assertTrue(estimate.warnings().stream().anyMatch(w -> w instanceof EstimateWarning.GrowsWithN));
  }

  @Test
  void estimatesNearLogNAndFarBelowZeroWarn() {
    Samples samples = Tasks.correlatedGaussians(1, 0).sample(100, Seed.of(9));
    Estimate high = Toys.estimate(4, samples);
    assertEquals(List.of(new EstimateWarning.NearLogN(4, 100)), DataChecks.of(high));
    assertEquals(List.of(), DataChecks.of(Toys.estimate(3, samples)));
    assertEquals(List.of(), DataChecks.of(Toys.estimate(-0.3, samples)));
    Estimate low = Toys.estimate(-0.3, samples);
    assertEquals(
        List.of(new EstimateWarning.BelowZero(-0.3, 0.05)),
        DataChecks.of(low.withUncertainty(Uncertainty.unknown().withStandardError(0.05))));
  }

  @Test
  void longTailsMakeRanksDisagree() {
    MutualInformationEstimator ksg = Presets.ksg();
    double[] x = Toys.normals(500, Seed.of(10));
    double[] y = Toys.sum(x, Toys.normals(500, Seed.of(11)));
    Samples normal = Samples.of(x, y);
    assertTrue(DataChecks.ofRanks(ksg, normal, Subsampling.random()).isEmpty());
    // Powers keep ranks, and the truth, but stretch the tails.
    Samples tails = Samples.of(map(x, v -> Math.pow(v, 9)), map(y, v -> Math.pow(v, 9)));
    Warning warning = DataChecks.ofRanks(ksg, tails, Subsampling.random()).orElseThrow();
    assertTrue(warning instanceof EstimateWarning.RanksDisagree);
    // Whoever took the ranks already is not told to.
    assertTrue(
        DataChecks.ofRanks(
                io.github.miscope.estimator.scale.Scaled.of(ksg, Scaling.normalRank()),
                tails,
                Subsampling.random())
            .isEmpty());
  }

  @Test
  void ranksRarelyDisagreeOnNormalData() {
    int alarms = 0;
    for (int s = 0; s < 30; s++) {
      Samples samples = Tasks.correlatedGaussians(3, 0.9).sample(150, Seed.of(s));
      alarms +=
          DataChecks.ofRanks(Presets.ksg(), samples, Subsampling.random()).isPresent() ? 1 : 0;
    }
    // At most 2 in 1000 by its level: more than 1 of 30 is 2 in 1000.
    assertTrue(alarms <= 1, alarms + " of 30");
  }

  /** In how many of the sets there is a warning of a kind. */
  private static long alarms(
      Class<? extends Warning> kind, int sets, IntFunction<List<Warning>> warnings) {
    return IntStream.range(0, sets)
        .filter(s -> warnings.apply(s).stream().anyMatch(kind::isInstance))
        .count();
  }

  @Test
  void fewIndependentPointsAreNoFunction() {
    int sets = 1000;
    for (int n = 3; n <= 20; n++) {
      int rows = n;
      for (int d : new int[] {1, 3}) {
        long found =
            alarms(
                DataWarning.NearDeterministic.class,
                sets,
                s -> DataChecks.of(Tasks.correlatedGaussians(d, 0).sample(rows, Seed.of(s))));
        // At most 1 in 1000, and the binomial tail above 7 of 1000 is 1e-5.
        assertTrue(found <= 7, found + " of " + sets + " at n = " + n + ", d = " + d);
      }
    }
  }

  @Test
  void fewStronglyDependentPointsAreNoFunction() {
    // rho = 0.9 has 0.83 nats, nothing like infinitely many.
    for (int n : new int[] {10, 20, 40}) {
      long found =
          alarms(
              DataWarning.NearDeterministic.class,
              SETS,
              s -> DataChecks.of(Tasks.correlatedGaussians(1, 0.9).sample(n, Seed.of(s))));
      assertTrue(found <= 2, found + " of " + SETS + " at n = " + n);
    }
  }

  @Test
  void fewPointsInOrderAreAFunction() {
    // Up to n = 6 they may be so by chance: 2 orders of 720.
    assertEquals(List.of(), relation(6, 1, Math::exp));
    for (int n : new int[] {7, 10, 20}) {
      assertEquals(
          List.of(new DataWarning.NearDeterministic("y is a function of x, or nearly so")),
          relation(n, 1, Math::exp));
    }
  }

  @Test
  void fewLevelsAgreeByChance() {
    UniformRandomProvider random = Seed.of(12).generator();
    int sets = 1000;
    for (int n : new int[] {2, 3, 5, 8}) {
      for (int levels : new int[] {2, 3}) {
        long found =
            IntStream.range(0, sets)
                .filter(
                    s -> {
                      double[][] columns = new double[4][n];
                      for (double[] column : columns) {
                        Arrays.setAll(column, i -> random.nextInt(levels));
                      }
                      Samples samples =
                          Samples.ofColumns(
                              new double[][] {columns[0], columns[1]},
                              new double[][] {columns[2], columns[3]});
                      return DataChecks.of(samples).stream()
                          .anyMatch(
                              w ->
                                  w instanceof DataWarning.NearDeterministic
                                      || w instanceof DataWarning.CopyOfLevels
                                      || w instanceof DataWarning.DuplicateColumns);
                    })
                .count();
        // Three kinds of comparison, 1 in 1000 each: 3 expected, above 14 is 1e-6.
        assertTrue(found <= 14, found + " of " + sets + " at n = " + n);
      }
    }
  }

  @Test
  void aCopyOfLevelsHasFiniteInformation() {
    double[] x = map(Toys.normals(300, Seed.of(13)), v -> Math.rint(2 * v));
    List<Warning> warnings = DataChecks.of(Samples.of(x, map(x, v -> 3 - 2 * v)));
    // 0 and -0 are one value.
    int values = (int) Arrays.stream(x).map(v -> v + 0.0).distinct().count();
    assertEquals(
        List.of(
            new DataWarning.CopyOfLevels("y is a copy of x up to shift and scale", "x", values)),
        warnings);
    assertFalse(warnings.get(0).message().contains("infinite"));
  }

  @Test
  void anEstimateAboveLogNIsCalledSo() {
    Warning above = new EstimateWarning.NearLogN(1.69, 2);
    assertEquals(
        "1.69 nats is more than log n = 0.693 nats: n = 2 observations cannot certify it without"
            + " assumptions on the distribution.",
        above.message());
    assertTrue(
        above.message(InformationUnit.BITS).startsWith("2.44 bits is more than log n = 1.00 bits"),
        above.message(InformationUnit.BITS));
    assertTrue(new EstimateWarning.NearLogN(0.6, 2).message().contains("is close to log n"));
    // The Gaussian view goes beyond log n: that is no ceiling.
    double[] x = Toys.normals(200, Seed.of(14));
    Samples nearlyEqual =
        Samples.of(x, Toys.sum(x, map(Toys.normals(200, Seed.of(15)), v -> v / 1e4)));
    List<Warning> warnings = Inference.of(Auto.withDefaults()).estimate(nearlyEqual).warnings();
    assertEquals(1, warnings.stream().filter(EstimateWarning.NearLogN.class::isInstance).count());
    assertEquals(
        0, warnings.stream().filter(EstimateWarning.NearCeiling.class::isInstance).count());
  }

  @Test
  void aCorrectionOfBiasIsNotFarBelowZero() {
    long found =
        alarms(
            EstimateWarning.BelowZero.class,
            SETS,
            s ->
                Inference.of(EntropySum.of(GaussianEntropy.withDefaults()))
                    .estimate(Tasks.correlatedGaussians(1, 0).sample(50, Seed.of(s)))
                    .warnings());
    // The standard error from pointwise values is next to zero at independence. 1 in 1000 allowed.
    assertTrue(found <= 2, found + " of " + SETS);
  }

  @Test
  void sumsOfEntropiesOfNormalDataAreNotToldToTakeRanks() {
    MutualInformationEstimator sum = EntropySum.of(NearestNeighbourEntropy.withDefaults());
    int alarms = 0;
    for (int s = 0; s < 20; s++) {
      Samples samples = Tasks.correlatedGaussians(1, 0.6).sample(200, Seed.of(s));
      alarms += DataChecks.ofRanks(sum, samples, Subsampling.random()).isPresent() ? 1 : 0;
    }
    // At most 2 in 1000: above 1 of 20 is 1 in 1000.
    assertTrue(alarms <= 1, alarms + " of 20");
  }

  @Test
  void sumsOfEntropiesOfLongTailsAreToldAnotherWay() {
    double[] x = Toys.normals(500, Seed.of(10));
    double[] y = Toys.sum(x, Toys.normals(500, Seed.of(11)));
    Samples tails = Samples.of(map(x, v -> Math.pow(v, 9)), map(y, v -> Math.pow(v, 9)));
    for (MutualInformationEstimator sum :
        List.of(
            EntropySum.of(NearestNeighbourEntropy.withDefaults()),
            EntropySum.of(WeightedNearestNeighbourEntropy.withDefaults()),
            new Labelled(EntropySum.of(NearestNeighbourEntropy.withDefaults()), "sum"))) {
      Warning warning = DataChecks.ofRanks(sum, tails, Subsampling.random()).orElseThrow();
      assertTrue(warning instanceof EstimateWarning.ScoresDisagree, warning::message);
      // Normal samples in the same order give the truth, log(2)/2, which ranks do not.
      EstimateWarning.ScoresDisagree found = (EstimateWarning.ScoresDisagree) warning;
      assertEquals(0.5 * Math.log(2), found.scores(), 0.2);
    }
  }

  @Test
  void identifiersAreFound() {
    int[] codes = IntStream.range(0, 300).map(i -> Math.max(1, i)).toArray();
    Samples samples =
        new Samples(
            Variable.discrete("id", codes), Variable.of("y", Toys.normals(300, Seed.of(16))));
    assertEquals(List.of(new DataWarning.Identifier("id", 299, 300)), DataChecks.of(samples));
    int[] groups = IntStream.range(0, 300).map(i -> i % 100).toArray();
    assertEquals(
        List.of(),
        DataChecks.of(
            new Samples(
                Variable.discrete("group", groups),
                Variable.of("y", Toys.normals(300, Seed.of(16))))));
  }
}
