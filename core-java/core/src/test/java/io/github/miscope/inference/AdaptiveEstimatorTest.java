package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.miscope.estimator.AdaptiveEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.mixed.ByType;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Standard errors hold what all observations have chosen, and p-values do not. */
class AdaptiveEstimatorTest {

  private static final Samples SAMPLES = Tasks.correlatedGaussians(1, 0.5).sample(200, Seed.of(1));

  /** Of the mean product, and of the same and one nat more. */
  private static final MutualInformationEstimator LOW = Toys.meanProduct();

  private static final MutualInformationEstimator HIGH =
      MutualInformationEstimator.of("one more", samples -> 1 + LOW.estimate(samples).nats());

  /** Wavers in small samples: by whether the largest X is above 2. */
  private record Wavering() implements AdaptiveEstimator {
    @Override
    public Estimate estimate(Samples samples) {
      return adaptedTo(samples).estimate(samples);
    }

    @Override
    public MutualInformationEstimator adaptedTo(Samples samples) {
      return Arrays.stream(samples.x().column(0)).max().orElseThrow() > 2 ? HIGH : LOW;
    }
  }

  private static double error(MutualInformationEstimator estimator, Samples samples) {
    return Subsampling.random().standardError(estimator, samples).nats();
  }

  @Test
  void partsKeepTheChoiceOfTheWhole() {
    Wavering wavering = new Wavering();
    MutualInformationEstimator chosen = wavering.adaptedTo(SAMPLES);
    assertEquals(error(chosen, SAMPLES), error(wavering, SAMPLES));
    // The same without saying that it chooses.
    MutualInformationEstimator silent = samples -> wavering.estimate(samples);
    assertNotEquals(error(chosen, SAMPLES), error(silent, SAMPLES));
    Inference withError = Inference.of(wavering).withChecks(false).withInterval(0.95);
    assertEquals(
        Inference.of(chosen).withChecks(false).withInterval(0.95).estimate(SAMPLES).standardError(),
        withError.estimate(SAMPLES).standardError());
  }

  @Test
  void wrappersPassTheChoiceOn() {
    MutualInformationEstimator chosen = new Wavering().adaptedTo(SAMPLES);
    for (MutualInformationEstimator wrapped :
        List.of(
            Scaled.of(new Wavering(), Scaling.none()),
            new Wavering().identifiedBy("wavering"),
            ByType.of(new Wavering()))) {
      assertEquals(error(chosen, SAMPLES), error(wrapped, SAMPLES), wrapped::toString);
    }
    int[] levels = new int[200];
    Arrays.setAll(levels, i -> i % 2);
    Samples mixed = new Samples(SAMPLES.x(), Variable.discrete("y", levels));
    MutualInformationEstimator ross = ByType.of(new Wavering());
    assertEquals(error(ByType.of(LOW), mixed), error(ross, mixed));
    assertEquals(LOW, AdaptiveEstimator.adapted(LOW, SAMPLES));
  }

  @Test
  void permutationsChooseForThemselves() {
    // By Y's first value, which a permutation may change: all of one choice would tie with it.
    MutualInformationEstimator byFirst =
        new AdaptiveEstimator() {
          @Override
          public Estimate estimate(Samples samples) {
            return adaptedTo(samples).estimate(samples);
          }

          @Override
          public MutualInformationEstimator adaptedTo(Samples samples) {
            return samples.y().get(0, 0) * samples.x().get(0, 0) > 0 ? HIGH : LOW;
          }
        };
    MutualInformationEstimator silent = samples -> byFirst.estimate(samples);
    PermutationTest test = PermutationTest.of(99);
    assertEquals(test.test(silent, SAMPLES), test.test(byFirst, SAMPLES));
  }
}
