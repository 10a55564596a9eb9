package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.InformationUnit;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.conditional.ConditionalKsg;
import io.github.miscope.estimator.entropy.NearestNeighbourEntropy;
import io.github.miscope.estimator.mixed.Ross;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind of warning: that it speaks in both units, and what brings it about. */
class WarningKindsTest {

  private static final Seed SEED = Seed.of(0);
  private static final List<DataWarning.TiedColumn> TIED =
      List.of(new DataWarning.TiedColumn("x", 10, 100, 0.1, 0.05));

  /** Those that state amounts of information. */
  private static final List<Warning> WITH_AMOUNTS =
      List.of(
          EstimateWarning.SmallSample.of(20),
          new EstimateWarning.OneBandwidth(5.1, 2.5),
          new EstimateWarning.EvenSpacing("x", 0.4),
          new EstimateWarning.LargeWeights(170, 12, 1000, 0.66),
          new EstimateWarning.NearCeiling(3, 3.5),
          new EstimateWarning.NearLogN(4, 100),
          new EstimateWarning.GrowsWithN(0.6, 1000),
          new EstimateWarning.Drifts(-0.2, 0.05, 20),
          new EstimateWarning.BelowZero(-0.4, 0.05),
          new EstimateWarning.RanksDisagree(0.1, 0.5, 0.05),
          new EstimateWarning.ScoresDisagree(0.1, 0.5, 0.05),
          new EstimateWarning.NearBatchCeiling(5, 5.5, 256),
          new EstimateWarning.Overfits(5, 3),
          new EstimateWarning.AboveTraining(5, 6),
          new EstimateWarning.AboveTestPart(5, 200),
          new EstimateWarning.CriticsDisagree(5, 2, 0.2, 5),
          new EstimateWarning.TrainingFailed(-51, 300, false),
          new EstimateWarning.TrainingFailed(10.1, 1000, true),
          new EstimateWarning.TooFewDraws(10, 20, 0.1, 1e6, 0.5),
          new EstimateWarning.NotFinite(
              Double.POSITIVE_INFINITY, Map.of("hX", Double.NEGATIVE_INFINITY)),
          new DataWarning.CopyOfLevels("y is a copy of x", "x", 7),
          new DataWarning.Ties(TIED, 3, SEED, 0.01),
          new DataWarning.Dequantised(TIED, 3, SEED, 0.01),
          new Warning.InStrata(2, 3, new EstimateWarning.NearLogN(4, 100)));

  private static final List<Warning> WITHOUT_AMOUNTS =
      List.of(
          new EstimateWarning.FewPoints(100, 10, 3, 3072),
          new EstimateWarning.FewPointsInLevels("y", 500, 30, 3, 3.2e9),
          new EstimateWarning.FewRowsForDirections(100, 30, 300),
          new EstimateWarning.FewPointsGiven(100, 10, 3, 3072),
          new EstimateWarning.FarNeighbours(100, 10, 3, 3072),
          new EstimateWarning.WideKernels(100, 6, 192),
          new EstimateWarning.FewToTrain(30, 18, 6),
          new EstimateWarning.LongTails("x", 9),
          new EstimateWarning.OffsetColumn("x", 1.7e9, 1e3),
          new EstimateWarning.TrainingDiverged(1, 5, 100),
          new EstimateWarning.GridEdge(2, 0.1, 2),
          new EstimateWarning.ManyColumns(1000, 1000, 2000),
          new EstimateWarning.UnknownLoss("x", 100, 5, 0.6),
          new EstimateWarning.NoInterval("a reason"),
          new EstimateWarning.NoPValue("a reason"),
          new EstimateWarning.LackOfFit("x", "y", "z", 4.2),
          new EstimateWarning.FewRowsToFit(40, 10, 200),
          new EstimateWarning.InexactScheme("rows among 5 neighbours in z"),
          new DataWarning.ConstantColumn("x"),
          new DataWarning.DuplicateColumns("x0", "x1"),
          new DataWarning.NearDeterministic("y is a copy of x"),
          new DataWarning.DeterminedByGiven(List.of("x is a copy of z"), "x", "z", true),
          new DataWarning.NumbersAsText("x", 9, 10, Optional.of("?")),
          new DataWarning.FewWholeNumbers("x", 3),
          new DataWarning.Identifier("x", 99, 100),
          new DataWarning.RepeatedRows(50, 100, 2, 0, DataWarning.Resampling.APART),
          new DataWarning.DependentRows("x", 0.5, "y", 0.4),
          new DataWarning.RareLevels("x", 2, 3, 100, 10, List.of()),
          new DataWarning.UnseenLevels("x", 100, 50, 200));

  @Test
  void noKindIsLeftOut() {
    Set<Class<?>> listed = new HashSet<>();
    Stream.concat(WITH_AMOUNTS.stream(), WITHOUT_AMOUNTS.stream())
        .forEach(warning -> listed.add(warning.getClass()));
    Set<Class<?>> kinds = new HashSet<>(Set.of(Warning.InStrata.class));
    for (Class<?> group : List.of(EstimateWarning.class, DataWarning.class)) {
      kinds.addAll(Arrays.asList(group.getPermittedSubclasses()));
    }
    assertEquals(kinds, listed);
  }

  @Test
  void amountsComeInTheUnitThatIsAskedFor() {
    for (Warning warning : WITH_AMOUNTS) {
      String nats = warning.message(InformationUnit.NATS);
      String bits = warning.message(InformationUnit.BITS);
      assertEquals(nats, warning.message());
      assertTrue(nats.contains(" nats") && !nats.contains("bits"), nats);
      assertTrue(bits.contains(" bits") && !bits.contains("nats"), bits);
      assertReadable(nats);
      assertReadable(bits);
    }
    for (Warning warning : WITHOUT_AMOUNTS) {
      String nats = warning.message(InformationUnit.NATS);
      assertEquals(nats, warning.message(InformationUnit.BITS));
      assertFalse(nats.contains("nats") || nats.contains("bits"), nats);
      assertReadable(nats);
    }
  }

  private static void assertReadable(String message) {
    assertTrue(message.endsWith("."), message);
    for (String odd : List.of("null", "NaN", "  ", "Optional", "[]", "%.")) {
      assertFalse(message.contains(odd), message);
    }
  }

  private static boolean has(Class<? extends Warning> kind, List<Warning> warnings) {
    return warnings.stream().anyMatch(kind::isInstance);
  }

  private static Variable normals(String name, int n, int d, int seed) {
    return Variable.ofColumns(
        name, Tasks.correlatedGaussians(d, 0).sample(n, Seed.of(seed)).x().columns());
  }

  private static Variable classes(int n) {
    return Variable.discrete("y", IntStream.range(0, n).map(i -> i % 2).toArray());
  }

  @Test
  void fewPointsGivenManyColumnsOfZ() {
    Variable x = normals("x", 500, 1, 1);
    Variable y = normals("y", 500, 1, 2);
    ConditionalKsg ksg = ConditionalKsg.withDefaults();
    for (int d : new int[] {1, 6, 10, 30}) {
      List<Warning> found =
          ksg.estimate(new ConditionalSamples(x, y, normals("z", 500, d, 3))).warnings();
      // k 2^(2 + d) = 3 * 2^8 = 768 at d = 6.
      assertEquals(d > 1, has(EstimateWarning.FewPointsGiven.class, found), found::toString);
    }
  }

  /**
   * Class means of +-1 in 3 columns, 0.586 nats: the more columns of noise, the less neighbours
   * see. The default sees the direction of the means, of 300 columns with less than 10 rows for
   * each.
   */
  @Test
  void fewPointsInLevelsOfManyColumns() {
    int n = 1000;
    Variable y = classes(n);
    for (int d : new int[] {30, 100, 300}) {
      double[][] x = normals("x", n, d, d).columns();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < 3; j++) {
          x[j][i] += i % 2 == 0 ? 1 : -1;
        }
      }
      Samples samples = new Samples(Variable.ofColumns("x", x), y);
      Estimate ross = Ross.withDefaults().estimate(samples);
      Warning warning =
          ross.warnings().stream()
              .filter(EstimateWarning.FewPointsInLevels.class::isInstance)
              .findFirst()
              .orElseThrow();
      assertTrue(ross.nats() < 0.55, ross::toString);
      assertTrue(
          warning.message().startsWith("Levels of y with 500 rows are small for " + d),
          warning.message());
      assertTrue(warning.message().contains("take auto"), warning.message());
      Estimate auto = Presets.auto().estimate(samples);
      assertEquals(
          d == 300 ? List.of(new EstimateWarning.FewRowsForDirections(n, d, 10 * d)) : List.of(),
          auto.warnings());
    }
    List<Warning> few =
        Ross.withDefaults().estimate(new Samples(normals("x", n, 3, 1), y)).warnings();
    assertFalse(has(EstimateWarning.FewPointsInLevels.class, few), few::toString);
  }

  @Test
  void autoSaysThatNIsSmallWhateverTheKinds() {
    for (int n : new int[] {5, 8, 12, 20, 35, 49, 50, 80}) {
      Variable x = normals("x", n, 1, n);
      Variable y = normals("y", n, 1, n + 1);
      Variable group =
          Variable.discrete("g", IntStream.range(0, n).map(i -> i * 7 % 3 % 2).toArray());
      for (Samples samples :
          List.of(new Samples(x, y), new Samples(x, classes(n)), new Samples(group, classes(n)))) {
        assertEquals(n < 50, saysFew(Presets.auto().estimate(samples).warnings()), "n = " + n);
      }
      List<Warning> given =
          Presets.autoConditional()
              .estimate(new ConditionalSamples(x, y, normals("z", n, 1, n + 2)))
              .warnings();
      assertEquals(n < 50, saysFew(given), "given z, n = " + n);
    }
  }

  private static boolean saysFew(List<Warning> warnings) {
    return has(EstimateWarning.SmallSample.class, warnings)
        || has(EstimateWarning.FewPoints.class, warnings)
        || has(EstimateWarning.FewPointsInLevels.class, warnings)
        || has(EstimateWarning.FewPointsGiven.class, warnings);
  }

  @Test
  void evenSpacesAndFarNeighboursOfAnEntropy() {
    NearestNeighbourEntropy entropy = NearestNeighbourEntropy.withDefaults();
    double[] ranks = IntStream.range(0, 100).mapToDouble(i -> i * 37 % 100).toArray();
    List<Warning> grid = entropy.estimate(Variable.of("x", ranks)).warnings();
    assertTrue(has(EstimateWarning.EvenSpacing.class, grid), grid::toString);
    for (int s = 0; s < 50; s++) {
      List<Warning> sample = entropy.estimate(normals("x", 100, 1, s)).warnings();
      assertFalse(has(EstimateWarning.EvenSpacing.class, sample), sample::toString);
    }
    List<Warning> far = entropy.estimate(normals("x", 50, 6, 1)).warnings();
    assertTrue(has(EstimateWarning.FarNeighbours.class, far), far::toString);
    List<Warning> near = entropy.estimate(normals("x", 50, 2, 1)).warnings();
    assertFalse(has(EstimateWarning.FarNeighbours.class, near), near::toString);
  }

  /** From 20 rows a part has ten, whose estimates are biased in ways of their own. */
  @Test
  void twentyRowsShowNoGrowth() {
    for (int s = 0; s < 20; s++) {
      for (double rho : new double[] {0, 0.9, 0.9999}) {
        List<Warning> warnings =
            Inference.of(Presets.ksg())
                .withInterval(0.95)
                .estimate(Tasks.correlatedGaussians(1, rho).sample(20, Seed.of(s)))
                .warnings();
        assertFalse(has(EstimateWarning.GrowsWithN.class, warnings), warnings::toString);
      }
    }
  }

  /** Where the largest value is 0 or less, as that of KSG2 at n = k + 1, nothing is near it. */
  @Test
  void aCeilingOfZeroIsNotWarnedAbout() {
    for (MutualInformationEstimator ksg :
        List.of(Presets.ksg(), Presets.ksg2(), Presets.biKsg(), Presets.ksgClosedBall())) {
      for (int n : new int[] {4, 5, 10, 200}) {
        double[] x = Toys.normals(n, Seed.of(n));
        List<Warning> warnings = ksg.estimate(Samples.of(x, x)).warnings();
        for (Warning warning : warnings) {
          if (warning instanceof EstimateWarning.NearCeiling near) {
            assertTrue(near.ceiling() > 0, warning::message);
          }
        }
        boolean hasCeiling = n == 200;
        assertTrue(
            !hasCeiling || has(EstimateWarning.NearCeiling.class, warnings),
            () -> ksg + ": " + warnings);
      }
    }
  }

  @Test
  void theEdgeOfTheGridIsNamedIffTheMaximumIsThere() {
    int edges = 0;
    for (int s = 0; s < 12; s++) {
      Estimate estimate =
          Presets.ksgGlobal().estimate(Tasks.correlatedGaussians(1, 0).sample(100, Seed.of(s)));
      double c = estimate.diagnostics().get("c");
      boolean isEdge = c <= 0.1 || c >= 2;
      assertEquals(isEdge, has(EstimateWarning.GridEdge.class, estimate.warnings()));
      edges += isEdge ? 1 : 0;
    }
    assertTrue(edges > 0 && edges < 12, edges + " of 12");
  }
}
