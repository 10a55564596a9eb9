package io.github.miscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.activation.BinGrid;
import io.github.miscope.activation.CosineSimilarities;
import io.github.miscope.activation.NoisyDensity;
import io.github.miscope.activation.PairDistances;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.estimator.propagation.MixtureEntropy;
import io.github.miscope.estimator.propagation.SamplePropagation;
import io.github.miscope.estimator.scale.ScaleGrid;
import io.github.miscope.inference.Drift;
import io.github.miscope.inference.Inference;
import io.github.miscope.inference.PermutationScheme;
import io.github.miscope.inference.PermutationTest;
import io.github.miscope.inference.Subsampling;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.sweep.Axis;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.task.BeyondNormal;
import io.github.miscope.task.DataSource;
import io.github.miscope.task.Embedding;
import io.github.miscope.task.Tasks;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Absurd sizes are refused at once, by a message that names the option; nothing overflows. */
class LimitsTest {

  private static final int MAX = Integer.MAX_VALUE;
  private static final Samples SAMPLES = Tasks.correlatedGaussians(1, 0.5).sample(100, Seed.of(1));
  private static final Variable X = SAMPLES.x();
  private static final Sweep SWEEP = Sweep.of(Tasks.correlatedGaussians(1, 0.5), Presets.ksg());

  private static DynamicTest refused(String option, Executable use) {
    return DynamicTest.dynamicTest(
        option,
        () -> {
          String message = assertThrows(IllegalArgumentException.class, use).getMessage();
          assertTrue(message.contains(option), message);
        });
  }

  @TestFactory
  Stream<DynamicTest> sizesAreLimited() {
    return Stream.of(
        refused("trials", () -> SWEEP.withTrials(MAX)),
        refused(
            "values",
            () ->
                SWEEP.over(
                    Axis.scaleX(), DoubleStream.iterate(1, v -> v + 1).limit(1 << 20).toArray())),
        refused("samples (n=2000000000)", () -> SWEEP.withSamples(2_000_000_000)),
        refused("samples (n=2000000000)", () -> SWEEP.over(Axis.samples(), 2e9)),
        refused("bins of width 1E-300", () -> new BinGrid.OfWidth(1e-300).bins(1)),
        refused("threads", () -> RunOptions.withDefaults().withThreads(MAX)),
        refused("permutations", () -> PermutationTest.of(MAX)),
        refused("permutations", () -> Inference.of(Presets.ksg()).withPValue(MAX)),
        refused("degreesOfFreedom", () -> Subsampling.random().withDegreesOfFreedom(MAX)),
        refused("repeats", () -> Drift.standard().withRepeats(MAX)),
        refused("neighbours", () -> PermutationScheme.amongNeighbours(X, MAX)),
        refused("points", () -> NoisyDensity.of(X, 0.1, 100_000_000)),
        refused("points", () -> ScaleGrid.logarithmic(0.1, 10, 100_000_000)),
        refused("bins", () -> PairDistances.of(X, new int[100], MAX, 100, Seed.of(0))),
        refused("bins", () -> CosineSimilarities.of(X, X, MAX)),
        refused("replicates", () -> new Ties(MAX, Seed.of(0))),
        refused(
            "conditionalDraws", () -> SamplePropagation.withDefaults().withConditionalDraws(MAX)),
        refused(
            "unconditionalDraws", () -> SamplePropagation.withDefaults().withIndependentDraws(MAX)),
        refused(
            "mostDraws", () -> MixtureEntropy.withDefaults().withMostDraws(MAX).estimate(X, 0.1)),
        refused("n=" + MAX, () -> Tasks.correlatedGaussians(9, 0.5).sample(MAX, Seed.of(0))),
        refused("n=1000", () -> Tasks.additiveUniformNoise(MAX, 0.5).sample(1000, Seed.of(0))),
        refused("dX=" + MAX, () -> Tasks.randomGaussian(MAX, MAX, Seed.of(0))),
        refused("dY=200000", () -> BeyondNormal.dense(200_000, 200_000, 0.5)),
        refused("dX=" + MAX, () -> BeyondNormal.sparse(MAX, 2, 1, 1)),
        refused("copies", () -> Embedding.duplicateSelf(MAX).apply(X, Seed.of(0))),
        refused("noise columns", () -> Embedding.duplicateNoise(MAX, 1).apply(X, Seed.of(0))));
  }

  /** Sums of two large whole numbers are negative, and would pass the checks. */
  @Test
  void schemesDoNotOverflow() {
    String lag =
        assertThrows(
                IllegalArgumentException.class,
                () -> PermutationScheme.cyclicShifts(1 << 30).permutations(100, 10, Seed.of(0)))
            .getMessage();
    assertEquals("least lag must be <= n/2: leastLag=1073741824, n=100", lag);
    String blocks =
        assertThrows(
                IllegalArgumentException.class,
                () -> PermutationScheme.wholeBlocks(MAX).permutations(100, 10, Seed.of(0)))
            .getMessage();
    assertTrue(blocks.contains("n=100 makes 1 blocks of length=2147483647"), blocks);
    int[] order =
        PermutationScheme.withinBlocks(MAX).permutations(100, 10, Seed.of(0)).order().apply(1);
    assertEquals(100, order.length);
    String k =
        assertThrows(
                IllegalArgumentException.class,
                () -> Drift.standard().withKs(1 << 30).table(Presets.ksg(), SAMPLES))
            .getMessage();
    assertTrue(k.contains("k=1073741824: n=100"), k);
  }

  /** A million degrees of freedom would be a million partitions: each is drawn when needed. */
  @Test
  void partitionsAreNotHeld() {
    Samples samples = Tasks.correlatedGaussians(1, 0.5).sample(2000, Seed.of(1));
    // All 4000 partitions of 2000 rows, at two sizes, would take 64 MB.
    double error =
        Subsampling.random()
            .withDegreesOfFreedom(4000)
            .standardError(part -> Presets.gaussianMi().estimate(part), samples)
            .nats();
    // For Gaussians the error of the estimate is about rho / sqrt(n).
    assertEquals(0.5 / Math.sqrt(2000), error, 0.2 * 0.5 / Math.sqrt(2000));
  }

  @Test
  void whatCanBeCheckedWhenPlannedIs() {
    DataSource data = new DataSource(SAMPLES);
    String samples =
        assertThrows(
                IllegalArgumentException.class,
                () -> Sweep.of(data, Presets.ksg()).withSamples(101))
            .getMessage();
    assertTrue(samples.contains("samples=101, observations=100"), samples);
    assertThrows(
        IllegalArgumentException.class,
        () -> Sweep.of(data, Presets.ksg()).withSamples(50).over(Axis.samples(), 200, 300));
    // Where some values apply, the others are failed cells.
    assertEquals(
        2,
        Sweep.of(data, Presets.ksg())
            .withSamples(50)
            .over(Axis.samples(), 20, 300)
            .values()
            .length);
    String sigma =
        assertThrows(IllegalArgumentException.class, () -> Axis.noiseDimensions(Double.NaN))
            .getMessage();
    assertEquals("sigma must be positive and finite: sigma=NaN", sigma);
  }

  @Test
  void plansOfManyValuesAreDescribedInALine() {
    double[] values = DoubleStream.iterate(1, v -> v + 1).limit(1000).toArray();
    String text = SWEEP.over(Axis.scaleX(), values).toString();
    assertTrue(text.startsWith("sweep of scaleX over 1000 values from 1.0 to 1000.0, "), text);
    assertTrue(SWEEP.toString().startsWith("trials alone, estimators [KSG], "), SWEEP.toString());
    assertEquals(
        "sweep of scaleX over [1.0, 2.0]",
        SWEEP.over(Axis.scaleX(), 1, 2).toString().split(", est", 2)[0]);
  }
}
