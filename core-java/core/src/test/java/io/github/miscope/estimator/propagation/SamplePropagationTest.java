package io.github.miscope.estimator.propagation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.ThreadBits;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SamplePropagationTest {

  private static final double[] INPUTS = {-0.6, -0.1, 0.15, 0.9};
  private static final double FIRST = 0.15;
  private static final double SECOND = 0.1;

  /** S = tanh(2 (x + N(0, FIRST^2))), scaled. */
  private record SecondLayer(double scale) implements NoisyChannel {

    @Override
    public double beta() {
      return SECOND * scale;
    }

    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public int inputs() {
      return INPUTS.length;
    }

    @Override
    public boolean deterministicCentres() {
      return false;
    }

    @Override
    public boolean bounded() {
      return scale == 1;
    }

    @Override
    public Variable centres(int from, int to, int drawsPerInput, Seed seed) {
      double[] s = new double[(to - from) * drawsPerInput];
      for (int x = from; x < to; x++) {
        ZigguratSampler.NormalizedGaussian normal =
            ZigguratSampler.NormalizedGaussian.of(seed.derive("input", x).generator());
        for (int k = 0; k < drawsPerInput; k++) {
          double hidden = INPUTS[x] + FIRST * normal.sample();
          s[(x - from) * drawsPerInput + k] = scale * Math.tanh(2 * hidden);
        }
      }
      return Variable.of("s", s);
    }
  }

  /** The mixture given inputs, with S at 4000 quantiles for each. */
  private static Variable quantiles(int... inputs) {
    NormalDistribution normal = NormalDistribution.of(0, FIRST);
    return Variable.of(
        "s",
        IntStream.of(inputs)
            .boxed()
            .flatMapToDouble(
                x ->
                    IntStream.range(0, 4000)
                        .mapToDouble(
                            k ->
                                Math.tanh(
                                    2
                                        * (INPUTS[x]
                                            + normal.inverseCumulativeProbability(
                                                (k + 0.5) / 4000)))))
            .toArray());
  }

  private static double error(Estimate estimate) {
    return estimate.standardError().orElseThrow();
  }

  private static double entropy() {
    return MixtureEntropyTest.byQuadrature(quantiles(0, 1, 2, 3), SECOND);
  }

  private static double conditional() {
    return IntStream.range(0, 4)
        .mapToDouble(x -> MixtureEntropyTest.byQuadrature(quantiles(x), SECOND))
        .average()
        .orElseThrow();
  }

  @Test
  void firstLayerAgreesWithQuadrature() {
    for (int number = 0; number < 10; number++) {
      Variable centres = MixtureEntropyTest.constellation(number, 1);
      for (double beta : new double[] {0.01, 0.2, 1, 10}) {
        Propagation propagation =
            SamplePropagation.withDefaults().propagate(NoisyChannel.of(centres, beta, true));
        double noise = 0.5 * Math.log(2 * Math.PI * Math.E * beta * beta);
        double exact = MixtureEntropyTest.byQuadrature(centres, beta) - noise;
        Estimate estimate = propagation.information();
        assertEquals(noise, propagation.conditionalEntropy(), 1e-12);
        assertEquals(exact, estimate.nats(), 4 * error(estimate) + 1e-6);
        assertTrue(estimate.nats() <= Math.log(centres.n()) + 1e-6);
        assertTrue(estimate.warnings().isEmpty());
      }
    }
  }

  @Test
  void laterLayerAgreesWithQuadratureInBothParts() {
    double h = entropy();
    double given = conditional();
    SamplePropagation pooled = SamplePropagation.withDefaults().withConditionalDraws(2000);
    for (SamplePropagation sp :
        new SamplePropagation[] {pooled, pooled.withIndependentDraws(2000)}) {
      Propagation propagation = sp.propagate(new SecondLayer(1));
      Estimate estimate = propagation.information();
      // The bias of a mixture on n draws is about a noise's worth of cells over 2n: 20 / 4000. What
      // S's draws add to the error of either part is below sqrt(var(log g) / 2000) = 0.02.
      assertEquals(h, propagation.entropy(), 0.005 + 4 * 0.02 / 2);
      assertEquals(given, propagation.conditionalEntropy(), 0.005 + 4 * 0.02 / 2);
      assertEquals(h - given, estimate.nats(), 0.005 + 4 * error(estimate));
      assertTrue(error(estimate) < 0.02);
      assertEquals(4, propagation.conditionalEntropies().size());
      assertEquals(
          propagation.conditionalEntropy(),
          propagation.conditionalEntropies().stream().mapToDouble(v -> v).average().orElseThrow(),
          1e-9);
      assertEquals(propagation.entropy() - propagation.conditionalEntropy(), estimate.nats(), 1e-9);
    }
  }

  @Test
  void standardErrorIsThatOfRepetitions() {
    SamplePropagation sp =
        SamplePropagation.withDefaults()
            .withConditionalDraws(100)
            .withMixture(MixtureEntropy.withDefaults().withMostDraws(400));
    double[] nats = new double[200];
    double squares = 0;
    for (int r = 0; r < nats.length; r++) {
      MixtureEntropy mixture = sp.mixture().withSeed(Seed.of(r));
      Estimate estimate = sp.withSeed(Seed.of(r)).withMixture(mixture).estimate(new SecondLayer(1));
      nats[r] = estimate.nats();
      squares += error(estimate) * error(estimate) / nats.length;
    }
    double mean = Arrays.stream(nats).average().orElseThrow();
    double variance = Arrays.stream(nats).map(v -> (v - mean) * (v - mean)).sum() / 199;
    // The ratio of variances has a standard deviation of 0.1; errors are too large, if anything.
    assertTrue(squares / variance > 0.7 && squares / variance < 3, "ratio " + squares / variance);
  }

  @Test
  void pooledInformationIsThatOfAConstellation() {
    SamplePropagation few = SamplePropagation.withDefaults().withConditionalDraws(2);
    double nats = few.estimate(new SecondLayer(1)).nats();
    assertTrue(nats > 0 && nats <= Math.log(4), "nats " + nats);
    double[] far = {-1, -0.5, 0.5, 1};
    Estimate all =
        SamplePropagation.withDefaults()
            .estimate(NoisyChannel.of(Variable.of("s", far), 1e-3, true));
    assertEquals(Math.log(4), all.nats(), 2e-6);
    assertEquals(0, error(all), 1e-6);
  }

  @Test
  void equalCentresTellNothing() {
    Variable same = Variable.ofColumns("s", new double[8], new double[8]);
    Estimate estimate = SamplePropagation.withDefaults().estimate(NoisyChannel.of(same, 0.1, true));
    assertEquals(0, estimate.nats(), 2e-6);
  }

  @Test
  void processingLosesInformation() {
    Estimate first =
        SamplePropagation.withDefaults()
            .estimate(NoisyChannel.of(Variable.of("x", INPUTS), FIRST, true));
    Estimate second =
        SamplePropagation.withDefaults().withConditionalDraws(1000).estimate(new SecondLayer(1));
    assertTrue(first.nats() > second.nats() - 3 * Math.hypot(error(first), error(second)));
  }

  @Test
  void scaleOfCentresAndNoiseTogetherChangesNothing() {
    SamplePropagation sp = SamplePropagation.withDefaults();
    Propagation one = sp.propagate(new SecondLayer(1));
    for (double c : new double[] {1e-12, 1e12}) {
      Propagation scaled = sp.propagate(new SecondLayer(c));
      assertEquals(one.information().nats(), scaled.information().nats(), 2e-6);
      assertEquals(one.entropy() + Math.log(c), scaled.entropy(), 2e-6);
      assertEquals(one.conditionalEntropy() + Math.log(c), scaled.conditionalEntropy(), 2e-6);
    }
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    ThreadBits.requireSame(() -> SamplePropagation.withDefaults().estimate(new SecondLayer(1)));
  }

  @Test
  void fewDrawsOfManyDimensionsAreSaid() {
    NoisyChannel wide = new Wide(20);
    Estimate estimate = SamplePropagation.withDefaults().withConditionalDraws(10).estimate(wide);
    assertTrue(
        estimate.warnings().stream().anyMatch(w -> w instanceof EstimateWarning.TooFewDraws));
    assertFalse(
        SamplePropagation.withDefaults()
            .withConditionalDraws(1000)
            .estimate(new SecondLayer(1))
            .warnings()
            .stream()
            .anyMatch(w -> w instanceof EstimateWarning.TooFewDraws));
  }

  /** Uniform S in many dimensions, whatever the input. */
  private record Wide(int dimension) implements NoisyChannel {
    @Override
    public double beta() {
      return 0.1;
    }

    @Override
    public int inputs() {
      return 3;
    }

    @Override
    public boolean deterministicCentres() {
      return false;
    }

    @Override
    public boolean bounded() {
      return true;
    }

    @Override
    public Variable centres(int from, int to, int drawsPerInput, Seed seed) {
      double[][] columns = new double[dimension][];
      for (int j = 0; j < dimension; j++) {
        columns[j] =
            seed.derive("unit", j)
                .generator()
                .doubles((long) (to - from) * drawsPerInput, -1, 1)
                .toArray();
      }
      return Variable.ofColumns("s", columns);
    }
  }

  @Test
  void refusals() {
    SamplePropagation sp = SamplePropagation.withDefaults();
    Variable centres = Variable.of("s", -0.5, 0.5);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> sp.estimate(NoisyChannel.of(centres, 0, true)))
            .getMessage();
    assertTrue(message.contains("vacuous") && message.contains("binned entropy"));
    assertThrows(IllegalArgumentException.class, () -> NoisyChannel.of(centres, Double.NaN, true));
    assertThrows(
        IllegalArgumentException.class, () -> NoisyChannel.of(Variable.of("s", 0, 1.5), 0.1, true));
    assertThrows(IllegalArgumentException.class, () -> sp.withConditionalDraws(0));
    assertThrows(IllegalArgumentException.class, () -> sp.withIndependentDraws(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> sp.withConditionalDraws(1).estimate(new SecondLayer(1)));
  }

  @Test
  void anInterruptStops() {
    Thread.currentThread().interrupt();
    assertThrows(
        EstimationInterruptedException.class,
        () -> SamplePropagation.withDefaults().estimate(new SecondLayer(1)));
    assertFalse(Thread.interrupted());
  }

  @Test
  void labels() {
    SamplePropagation sp = SamplePropagation.withDefaults();
    assertEquals("SP", sp.toString());
    assertEquals("SP(n_x=7)", sp.withConditionalDraws(7).toString());
    assertEquals(
        "SP(independent n=9, seed=3)", sp.withIndependentDraws(9).withSeed(Seed.of(3)).toString());
  }
}
