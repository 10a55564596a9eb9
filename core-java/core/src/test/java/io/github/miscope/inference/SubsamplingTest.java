package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.internal.parallel.Threads;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Standard errors and intervals from parts of the data. */
@Tag("slow")
class SubsamplingTest {

  private static Samples gaussians(double rho, int n, long seed) {
    return Tasks.correlatedGaussians(1, rho).sample(n, Seed.of(seed));
  }

  @Test
  void partsAreDisjointAndCoverTheData() {
    int[] all = PermutationSampler.natural(103);
    for (int[][] parts :
        List.of(Partition.random(103, 7, Seed.of(1), 0), Partition.contiguous(103, 7))) {
      assertEquals(7, parts.length);
      int[] joined = Stream.of(parts).flatMapToInt(Arrays::stream).sorted().toArray();
      assertArrayEquals(all, joined);
      for (int[] part : parts) {
        assertTrue(part.length == 14 || part.length == 15, () -> "size " + part.length);
      }
    }
  }

  @Test
  void intervalsOfAMeanCoverItsExpectation() {
    int covered = 0;
    double squares = 0;
    int sets = 400;
    for (int s = 0; s < sets; s++) {
      Samples samples = gaussians(0, 400, s);
      StandardError error =
          Subsampling.random().withSeed(Seed.of(s)).standardError(Toys.meanProduct(), samples);
      double nats = Toys.meanProduct().estimate(samples).nats();
      covered += error.interval(nats, 0.95).contains(0) ? 1 : 0;
      squares += error.nats() * error.nats() / sets;
    }
    // Binomial with 400 trials at 0.95: sd 1.09 %; bounds at 3.5 sd.
    assertEquals(0.95, covered / (double) sets, 3.5 * 0.0109);
    // Each squared error has about 14 degrees of freedom, a relative sd of sqrt(2/14) = 0.38, and
    // that of 400 observations of x^2 y^2 (kurtosis 9), sqrt(8/400) = 0.14: together 0.40. Their
    // mean over 400 sets has 0.02; at 4 sd, and the exponential of a noisy line errs high by half
    // its variance, 0.07.
    assertEquals(1.0 / 400, squares, (4 * 0.02 + 0.07) / 400);
  }

  @Test
  void intervalsOfKsgCoverItsOwnMean() {
    int sets = 150;
    List<StandardError> errors = new ArrayList<>();
    double[] nats = new double[sets];
    double mean = 0;
    for (int s = 0; s < sets; s++) {
      Samples samples = gaussians(0.5, 200, 1000 + s);
      nats[s] = Presets.ksg().estimate(samples).nats();
      mean += nats[s] / sets;
      errors.add(Subsampling.random().standardError(Presets.ksg(), samples));
    }
    int covered = 0;
    for (int s = 0; s < sets; s++) {
      covered += errors.get(s).interval(nats[s], 0.95).contains(mean) ? 1 : 0;
    }
    // Binomial with 150 trials at 0.95: sd 1.8 %; bounds at 3.5 sd.
    assertEquals(0.95, covered / (double) sets, 3.5 * 0.018);
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    Samples samples = gaussians(0.5, 300, 5);
    List<StandardError> errors = new ArrayList<>();
    for (int threads : new int[] {1, 2, 5}) {
      Threads.within(
          threads, () -> errors.add(Subsampling.random().standardError(Presets.ksg(), samples)));
    }
    assertEquals(errors.get(0), errors.get(1));
    assertEquals(errors.get(0), errors.get(2));
  }

  @Test
  void theLineIsReadOffAtTheWhole() {
    // Variances of estimates from n/p that follow exp(1 - 0.3 sqrt p) p, known exactly.
    List<PartVariance> parts = new ArrayList<>();
    for (int p : new int[] {2, 8}) {
      double variance = p * Math.exp(1 - 0.3 * Math.sqrt(p));
      parts.add(new PartVariance(p, 100, 1_000_000, 0, variance, 0));
    }
    assertEquals(Math.exp(0.7), VarianceFit.line(parts).variance(), 1e-5);
  }

  @Test
  void contiguousPartsKnowOfDependenceBetweenRows() {
    int n = 2000;
    double phi = 0.9;
    double contiguous = 0;
    double random = 0;
    int sets = 20;
    for (int s = 0; s < sets; s++) {
      Samples samples =
          Samples.of(
              Toys.series(n, phi, Seed.of(s).derive("x")),
              Toys.series(n, phi, Seed.of(s).derive("y")));
      contiguous += variance(Subsampling.contiguous(), samples) / sets;
      random += variance(Subsampling.random(), samples) / sets;
    }
    // Products of two such series have autocorrelation phi^(2 lag), so that n times the variance of
    // their mean is (1 + phi^2) / (1 - phi^2) = 9.5 but for ends. 20 sets of 9 degrees of freedom:
    // relative sd sqrt(2/180) = 0.11, at 4 sd.
    assertEquals(9.5, n * contiguous, 9.5 * 0.44);
    assertTrue(n * random < 2, "random parts take rows as independent: " + n * random);
  }

  private static double variance(Subsampling subsampling, Samples samples) {
    double nats = subsampling.standardError(Toys.meanProduct(), samples).nats();
    return nats * nats;
  }

  @Test
  void anEstimatorThatRefusesSmallPartsGetsLargerOnes() {
    Samples samples = gaussians(0.5, 200, 6);
    MutualInformationEstimator ksg = Presets.ksg().withK(60);
    StandardError error = Subsampling.random().standardError(ksg, samples);
    assertEquals(List.of(2), error.parts().stream().map(PartVariance::parts).toList());
    assertTrue(error.nats() > 0);
  }

  @Test
  void refusalsSayWhy() {
    IllegalArgumentException small =
        assertThrows(
            IllegalArgumentException.class,
            () -> Subsampling.random().standardError(Presets.ksg(), gaussians(0, 19, 7)));
    assertEquals("n must be >= 20 for error bars from subsamples: n=19", small.getMessage());
    IllegalArgumentException large =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Subsampling.random().standardError(Presets.ksg().withK(100), gaussians(0, 200, 8)));
    assertEquals(
        "error bars of KSG(k=100) need estimates from halves of the n=200 observations:"
            + " k must be < number of points: k=100, n=100",
        large.getMessage());
    IllegalArgumentException parts =
        assertThrows(IllegalArgumentException.class, () -> Subsampling.random().withParts(1));
    assertEquals("parts must be >= 2: parts=1", parts.getMessage());
  }

  @Test
  void aConstantHasNoError() {
    Samples samples = Samples.of(new double[100], gaussians(0, 100, 9).y().column(0));
    StandardError error = Subsampling.random().standardError(Presets.ksg(), samples);
    assertEquals(0.0, error.nats());
    assertTrue(error.interval(0, 0.95).contains(0));
  }

  @Test
  void entropiesHaveErrorsToo() {
    Variable x = Variable.of("x", Toys.normals(1000, Seed.of(10)));
    StandardError error =
        Subsampling.random()
            .standardError(
                v -> {
                  double mean = Arrays.stream(v.column(0)).average().orElseThrow();
                  return new EntropyEstimate(mean, "mean", v.n(), 1, Map.of(), List.of());
                },
                x);
    // About 14 degrees of freedom: the standard error has a relative sd of 0.19; at 4 sd.
    assertEquals(1 / Math.sqrt(1000), error.nats(), 0.76 / Math.sqrt(1000));
  }
}
