package io.github.miscope.estimator.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.discrete.BinnedMutualInformation;
import io.github.miscope.estimator.discrete.Binning;
import io.github.miscope.estimator.entropy.EntropySum;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** -0 is 0: the sign of a zero, which rounding leaves, tells nothing. */
class NegativeZeroTest {

  private static final int N = 2000;

  /** Rounded normals, of which four in ten are 0 or -0. */
  private static final double[] ROUNDED =
      Arrays.stream(Tasks.correlatedGaussians(1, 0).sample(N, Seed.of(1)).x().column(0))
          .map(Math::rint)
          .toArray();

  /** The sign of the normals. */
  private static final int[] SIGN =
      Arrays.stream(ROUNDED).mapToInt(v -> 1 / v < 0 ? -1 : 1).toArray();

  private static final List<MutualInformationEstimator> OF_CLASSES =
      List.of(
          Presets.auto(),
          Presets.ross(),
          Scaled.of(Presets.ross(), Scaling.local()),
          Scaled.of(Presets.ross(), Scaling.normalRank()),
          Presets.mesnerShalizi());

  /**
   * I(rint(g); sign of g) is the entropy of the sign where rint(g) is not 0: 0.6171 log 2 = 0.428.
   * The standard deviation of the part of zeros is 0.011, times log 2 0.0075; three of them.
   */
  @Test
  void theSignOfARoundedNormalIsNotReadFromZeros() {
    Variable sign = Variable.discrete("s", SIGN);
    Samples samples = new Samples(Variable.of("x", ROUNDED), sign);
    for (MutualInformationEstimator estimator : OF_CLASSES) {
      assertEquals(0.428, estimator.estimate(samples).nats(), 0.025, estimator.toString());
    }
    List<Double> levels = Arrays.stream(ROUNDED).boxed().toList();
    Samples discrete = new Samples(Variable.discrete("x", levels), sign);
    assertEquals(0.428, Presets.discreteMi().estimate(discrete).nats(), 0.025);
  }

  @Test
  void noEstimateKnowsTheSignOfAZero() {
    double[] plain = Arrays.stream(ROUNDED).map(v -> v + 0.0).toArray();
    double[] other = Tasks.correlatedGaussians(1, 0).sample(N, Seed.of(2)).x().column(0);
    for (MutualInformationEstimator estimator :
        List.of(
            Presets.auto(),
            Presets.ksg(),
            Presets.biKsg(),
            Presets.ksgLocal(),
            Scaled.of(Presets.ksg(), Scaling.rank()),
            Presets.gaussianMi(),
            BinnedMutualInformation.of(Binning.equalFrequency(4)),
            BinnedMutualInformation.of(Binning.equalWidth(5)),
            EntropySum.of(Entropies.kdeEntropy()))) {
      assertEquals(
          estimator.estimate(Samples.of(plain, other)).nats(),
          estimator.estimate(Samples.of(ROUNDED, other)).nats(),
          estimator.toString());
    }
    for (ConditionalMutualInformationEstimator estimator :
        List.of(Presets.conditionalKsg(), Presets.autoConditional(), Presets.mesnerShalizi())) {
      assertEquals(
          estimator.estimate(given(plain, other)).nats(),
          estimator.estimate(given(ROUNDED, other)).nats(),
          estimator.toString());
    }
  }

  private static ConditionalSamples given(double[] z, double[] y) {
    double[] x = new double[N];
    for (int i = 0; i < N; i++) {
      x[i] = y[(i + 1) % N] + z[i];
    }
    return new ConditionalSamples(Variable.of("x", x), Variable.of("y", y), Variable.of("z", z));
  }
}
