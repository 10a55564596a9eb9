package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.auto.Auto;
import io.github.miscope.estimator.discrete.DiscreteMutualInformation;
import io.github.miscope.estimator.mixed.ByType;
import io.github.miscope.estimator.mixed.Ross;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No standard error where parts of the data tell nothing of one. */
class RareClassTest {

  private static final int N = 100;

  /** A class with so many positives; the others are 0. */
  private static Variable positives(int count) {
    return Variable.discrete("y", IntStream.range(0, N).map(i -> i < count ? 1 : 0).toArray());
  }

  private static Variable normals() {
    return Variable.of("x", Toys.normals(N, Seed.of(1)));
  }

  private static Variable halves() {
    return Variable.discrete("x", IntStream.range(0, N).map(i -> i % 2).toArray());
  }

  private static Estimate estimate(MutualInformationEstimator estimator, Variable x, Variable y) {
    return Inference.of(estimator).withInterval(0.95).estimate(new Samples(x, y));
  }

  private static void assertWithheld(Estimate estimate, String reason) {
    assertTrue(estimate.standardError().isEmpty(), estimate::toString);
    assertTrue(estimate.interval().isEmpty(), estimate::toString);
    List<String> reasons =
        estimate.warnings().stream()
            .filter(EstimateWarning.NoInterval.class::isInstance)
            .map(w -> ((EstimateWarning.NoInterval) w).reason())
            .toList();
    assertEquals(1, reasons.size(), estimate::toString);
    assertTrue(reasons.get(0).contains(reason), reasons::toString);
  }

  @Test
  void aClassOfFewRowsHasNoStandardError() {
    // A half of the rows has both of two positives once in four times; with fewer there is no
    // neighbour of the same class.
    for (int count : new int[] {1, 2, 3}) {
      Variable y = positives(count);
      String reason = "y has one level or value only, or others in one row each";
      assertWithheld(estimate(Ross.withDefaults(), normals(), y), reason);
      assertWithheld(estimate(Ross.withDefaults(), y, normals()), reason);
      assertWithheld(estimate(ByType.of(Auto.withDefaults()), normals(), y), reason);
      assertWithheld(estimate(DiscreteMutualInformation.withDefaults(), halves(), y), reason);
    }
  }

  @Test
  void aNumberThatHardlyVariesHasNoStandardError() {
    Variable y = Variable.of("y", IntStream.range(0, N).mapToDouble(i -> i == 0 ? 1 : 0).toArray());
    assertWithheld(estimate(Auto.withDefaults(), normals(), y), "y has one level or value only");
    assertWithheld(estimate(Presets.ksg(), normals(), y), "y has one level or value only");
  }

  @Test
  void equalEstimatesFromAllPartsShowNoError() {
    Variable constant = Variable.of("y", new double[N]);
    assertWithheld(estimate(Presets.ksg(), normals(), constant), "the same estimate");
    // KSG of x and itself depends on n alone.
    assertWithheld(estimate(Presets.ksg(), normals(), normals()), "the same estimate");
  }

  @Test
  void aClassOfEnoughRowsHasAStandardError() {
    double[] x = normals().column(0);
    for (int count : new int[] {10, 50}) {
      double[] shifted = Arrays.copyOf(x, N);
      for (int i = 0; i < count; i++) {
        shifted[i] += 2;
      }
      Estimate estimate =
          estimate(Ross.withDefaults(), Variable.of("x", shifted), positives(count));
      assertTrue(estimate.standardError().orElseThrow() > 0.01, estimate::toString);
      assertFalse(
          estimate.warnings().stream().anyMatch(EstimateWarning.NoInterval.class::isInstance));
    }
  }
}
