package io.github.miscope.estimator.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.conditional.ConditionalKsg;
import io.github.miscope.estimator.discrete.DiscreteEntropy;
import io.github.miscope.estimator.entropy.EntropySum;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.estimator.scale.RelativeScaleMaximum;
import io.github.miscope.estimator.scale.ScaleGrid;
import io.github.miscope.inference.Inference;
import io.github.miscope.inference.PairwiseEstimates;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** I(X;Y) and I(Y;X) are one number, on data with ties too. */
@Tag("slow")
class SymmetryTest {

  /** Estimates that depend on counts and sums over rows only. */
  private static final List<MutualInformationEstimator> TO_THE_BIT =
      List.of(
          Presets.auto(),
          Presets.ksg(),
          Presets.ksg2(),
          Presets.ksgClosedBall(),
          Presets.biKsg(),
          Presets.ksgLocal(),
          Ksg.ksg1().withTies(Ties.strict()),
          Presets.ksgGlobalSymmetric(),
          Presets.ksgGlobalLinfSymmetric(),
          Presets.mixtureKsg(),
          Presets.mesnerShalizi(),
          Presets.binnedMi(7));

  /** Estimates with sums over columns, which round. */
  private static final List<MutualInformationEstimator> BUT_FOR_ROUNDING =
      List.of(
          Presets.gaussianMi(),
          Presets.ksgLnc(),
          EntropySum.of(Entropies.knnEntropy()),
          EntropySum.of(Entropies.weightedKnnEntropy()),
          EntropySum.of(Entropies.kdeEntropy()),
          EntropySum.of(Entropies.gaussianEntropy()));

  private static Variable rounded(Variable variable, double step) {
    double[][] columns = variable.columns();
    for (double[] column : columns) {
      Arrays.setAll(column, i -> Math.rint(column[i] / step) * step);
    }
    return variable.withColumns(columns);
  }

  /** Pairs without ties, with ties in one or both, and of different dimensions. */
  private static List<Samples> continuous() {
    List<Samples> all = new ArrayList<>();
    for (int seed = 0; seed < 3; seed++) {
      for (int dY : new int[] {1, 2}) {
        Samples plain = Tasks.randomGaussian(1, dY, Seed.of(9)).sample(150, Seed.of(seed));
        all.add(plain);
        all.add(new Samples(rounded(plain.x(), 0.1), plain.y()));
        all.add(new Samples(plain.x(), rounded(plain.y(), 0.5)));
        all.add(new Samples(rounded(plain.x(), 0.3), rounded(plain.y(), 0.3)));
      }
    }
    return all;
  }

  /** Pairs with discrete columns. */
  private static List<Samples> ofOtherKinds() {
    List<Samples> all = new ArrayList<>();
    for (int seed = 0; seed < 3; seed++) {
      Samples plain = Tasks.correlatedGaussians(2, 0.7).sample(300, Seed.of(seed));
      Variable a = Variable.discrete("a", levels(plain.x().column(1), 1));
      Variable b = Variable.discrete("b", levels(plain.y().column(1), 0.7));
      Variable x = rounded(Variable.of("x", plain.x().column(0)), 0.2);
      Variable y = Variable.of("y", plain.y().column(0));
      all.add(new Samples(a, b));
      all.add(new Samples(x, b));
      all.add(new Samples(Variable.join("X", x, a), y));
      all.add(new Samples(Variable.join("X", x, a), Variable.join("Y", y, b)));
    }
    return all;
  }

  private static int[] levels(double[] values, double width) {
    return Arrays.stream(values).mapToInt(v -> (int) Math.rint(v / width)).toArray();
  }

  private static void check(MutualInformationEstimator estimator, Samples s, double delta) {
    Estimate estimate = estimator.estimate(s);
    Estimate swapped = estimator.estimate(s.swapped());
    assertTrue(Double.isFinite(estimate.nats()), () -> estimator + " of " + s);
    assertEquals(estimate.nats(), swapped.nats(), delta, estimator + " of " + s);
  }

  @Test
  void exchangingVariablesChangesNoBit() {
    for (Samples samples : continuous()) {
      TO_THE_BIT.forEach(estimator -> check(estimator, samples, 0));
      BUT_FOR_ROUNDING.forEach(estimator -> check(estimator, samples, 1e-11));
    }
    ofOtherKinds().forEach(samples -> check(Presets.auto(), samples, 0));
  }

  @Test
  void errorsAndPValuesAreAsSymmetric() {
    Inference inference = Inference.of(Presets.auto()).withInterval(0.95).withPValue(19);
    for (Samples samples : List.of(continuous().get(3), ofOtherKinds().get(1))) {
      Estimate estimate = inference.estimate(samples);
      Estimate swapped = inference.estimate(samples.swapped());
      assertEquals(estimate.pValue(), swapped.pValue());
      assertEquals(estimate.uncertainty(), swapped.uncertainty());
    }
  }

  @Test
  void aMatrixAndItsTransposeAgree() {
    List<Variable> columns = new ArrayList<>();
    for (Samples samples : continuous().subList(0, 4)) {
      columns.add(samples.x());
      columns.add(samples.y());
    }
    List<Samples> pairs = PairwiseEstimates.pairs(columns);
    List<Samples> transposed = pairs.stream().map(Samples::swapped).toList();
    for (MutualInformationEstimator estimator : List.of(Presets.auto(), Presets.ksg())) {
      assertEquals(
          nats(PairwiseEstimates.of(estimator, pairs)),
          nats(PairwiseEstimates.of(estimator, transposed)));
    }
  }

  private static List<Double> nats(PairwiseEstimates matrix) {
    return matrix.estimates().stream().map(Estimate::nats).toList();
  }

  @Test
  void whatIsGivenStaysWhereItIs() {
    Variable z = rounded(Tasks.correlatedGaussians(1, 0).sample(150, Seed.of(5)).x(), 0.5);
    for (Samples s : continuous()) {
      ConditionalSamples given = new ConditionalSamples(s.x(), s.y(), z);
      ConditionalSamples swapped = new ConditionalSamples(s.y(), s.x(), z);
      assertEquals(
          ConditionalKsg.withDefaults().estimate(given).nats(),
          ConditionalKsg.withDefaults().estimate(swapped).nats());
      assertEquals(
          Presets.autoConditional().estimate(given).nats(),
          Presets.autoConditional().estimate(swapped).nats());
    }
  }

  /**
   * Jitter of X and of Y is independent though it goes by their values: equal columns, and columns
   * that are multiples of each other, share the entropy of their levels and no more.
   */
  @Test
  void jitterOfEqualColumnsIsIndependent() {
    Variable x = rounded(Tasks.correlatedGaussians(1, 0).sample(1000, Seed.of(6)).x(), 1);
    double entropy =
        DiscreteEntropy.withDefaults()
            .estimate(Variable.discrete("x", levels(x.column(0), 1)))
            .nats();
    for (double factor : new double[] {1, 2, -1, 3}) {
      double[] y = Arrays.stream(x.column(0)).map(v -> factor * v).toArray();
      Samples samples = new Samples(x, Variable.of("y", y));
      for (MutualInformationEstimator estimator :
          List.of(Presets.auto(), Presets.ksg(), Presets.ksg2())) {
        Estimate estimate = estimator.estimate(samples);
        // Within each of the levels KSG sees independent uniform jitter: a standard deviation of
        // 1/sqrt(3 * 1000), and a bias of at most 1/sqrt(m) in a level of m rows, of which the
        // seven have 0.05 together. Jitter that is shared would add 4 nats.
        assertEquals(entropy, estimate.nats(), 0.12, estimator + ", y = " + factor + " x");
        assertTrue(estimate.warnings().stream().anyMatch(w -> w instanceof DataWarning.Ties));
      }
    }
  }

  /** The paper's grid favours one variable; the symmetric one has a name. */
  @Test
  void gridsThatAreSymmetricAboutOneAreOffered() {
    double[] scales = ScaleGrid.symmetric().scales();
    assertEquals(41, scales.length);
    assertEquals(1, scales[20]);
    assertEquals(10, scales[40]);
    for (int i = 0; i < 41; i++) {
      assertEquals(1 / scales[Math.max(i, 40 - i)], scales[Math.min(i, 40 - i)]);
    }
    Samples samples = Tasks.correlatedGaussians(1, 0.6).sample(200, Seed.of(2));
    RelativeScaleMaximum paper = Presets.ksgGlobalLinf();
    assertTrue(
        paper.estimate(samples).nats() != paper.estimate(samples.swapped()).nats(),
        "the paper's grid is not symmetric");
    assertEquals("KSG-Global-Linf", paper.toString());
    assertEquals(
        "KSG-Global-Linf(c in 0.100..10.0, 41 scales)",
        Presets.ksgGlobalLinfSymmetric().toString());
    assertEquals(
        RelativeScaleMaximum.of(Presets.ksg(), Scaling.globalLinf())
            .withGrid(ScaleGrid.symmetric(10, 41)),
        Presets.ksgGlobalLinfSymmetric());
  }
}
