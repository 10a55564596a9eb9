package io.github.miscope.estimator.encoded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.encoder.Encoder;
import io.github.miscope.encoder.Encoding;
import io.github.miscope.encoder.Pca;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Embedding;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CrossFittedTest {

  private static final Compressed GAUSSIAN =
      Compressed.of(Presets.gaussianMi(), Pca.to(2), Pca.to(2));

  /** Knows the observations that it was fitted to, and gives zero for others. */
  private record Memory(Variable known) implements Encoding {

    @Override
    public int dimension() {
      return known.d();
    }

    @Override
    public int latentDimension() {
      return 1;
    }

    @Override
    public Variable apply(Variable variable) {
      Set<Double> seen = new HashSet<>();
      for (double value : known.column(0)) {
        seen.add(value);
      }
      return Variable.of(
          variable.name(),
          Arrays.stream(variable.column(0)).map(v -> seen.contains(v) ? v : 0).toArray());
    }

    @Override
    public Variable decode(Variable codes) {
      return codes;
    }

    @Override
    public double explainedVariance() {
      return 1;
    }

    @Override
    public double reconstructionError() {
      return 0;
    }

    @Override
    public OptionalDouble lossBound() {
      return OptionalDouble.of(0);
    }
  }

  @Test
  void noObservationHelpsToFitTheEncoderThatItIsSeenThrough() {
    Samples samples = Tasks.correlatedGaussians(2, 0.9).sample(100, Seed.of(1));
    Encoder memory = Memory::new;
    Compressed seen = Compressed.of(Presets.ksg(), memory, memory);
    assertTrue(seen.estimate(samples).nats() > 0.5);
    for (int folds : new int[] {2, 3, 10}) {
      assertEquals(0.0, CrossFitted.of(seen, folds).estimate(samples).nats());
    }
  }

  @Test
  void halvesAreEstimatedApart() {
    Samples samples = Tasks.correlatedGaussians(1, 0.8).sample(400, Seed.of(2));
    Compressed whole = Compressed.of(Presets.gaussianMi(), Encoder.none(), Encoder.none());
    // With nothing to fit, the mean of two halves differs from the whole in the second order only:
    // by the variance of a half's correlation and moments, of the order of 1 / 200 each.
    double crossFitted = CrossFitted.of(whole, 2).estimate(samples).nats();
    assertEquals(whole.estimate(samples).nats(), crossFitted, 3 / 200.0);
  }

  /** The Gaussian estimate has a standard error of rho / sqrt(n) for each of two pairs. */
  @Test
  void itFindsWhatNoisyColumnsShare() {
    Embedding beside = Embedding.duplicateNoise(3, 0.01);
    Samples samples =
        Tasks.correlatedGaussiansWithInformation(2, 1).map(beside, beside).sample(2000, Seed.of(3));
    Estimate estimate = CrossFitted.of(GAUSSIAN, 5).estimate(samples);
    double rho = Math.sqrt(1 - Math.exp(-1));
    assertEquals(1, estimate.nats(), 3 * rho * Math.sqrt(2.0 / 2000));
    assertEquals(2000, estimate.n());
    assertEquals(samples.x().d(), estimate.dX());
    assertEquals(2, estimate.findings(Finding.Compression.class).size());
    assertTrue(estimate.estimator().endsWith(", cross-fitted in 5 folds"), estimate::toString);
  }

  @Test
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> CrossFitted.of(GAUSSIAN, 1));
    Samples few = Tasks.correlatedGaussians(2, 0).sample(9, Seed.of(4));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> CrossFitted.of(GAUSSIAN, 5).estimate(few));
    assertEquals("n must be >= 10 for 5 folds: n=9", e.getMessage());
  }
}
