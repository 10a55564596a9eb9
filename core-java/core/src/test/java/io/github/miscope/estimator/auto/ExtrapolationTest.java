package io.github.miscope.estimator.auto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.benchmark.Suites;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Sampler;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtrapolationTest {

  private static final int N = 100;

  private static double[] all(double value) {
    double[] values = new double[N];
    Arrays.fill(values, value);
    return values;
  }

  private static OptionalDouble nats(Optional<View> view) {
    return view.stream().mapToDouble(View::nats).findFirst();
  }

  /** The smallest of: the loss from 4 to 8, that from 2 to 4 doubled, what one neighbour adds. */
  @ParameterizedTest
  @CsvSource({
    "1.5, 1.25, 0.875, 1.125",
    "1.5, 1.0625, 0.75, 1.125",
    "1.0625, 1.25, 0.5, 1.0625",
    "1.5, 0.875, 0.75, 1",
    "0.875, 1.25, 0.75, 1",
    "1.5, 1.25, 1, 1"
  })
  void addsTheSmallest(double one, double half, double twice, double expected) {
    View view = View.ofNeighbours("KSG", all(1), 2);
    assertEquals(
        expected > 1 ? OptionalDouble.of(expected) : OptionalDouble.empty(),
        nats(Extrapolation.of(view, 4, all(one), all(half), all(twice))));
  }

  @Test
  void aLossWithinItsErrorIsLeft() {
    double[] twice = all(0.5);
    // The mean is 0.9 and its standard error 0.2: the loss is half of it.
    Arrays.setAll(twice, i -> 0.9 + (i % 2 == 0 ? 2 : -2));
    View view = View.ofNeighbours("KSG", all(1), 2);
    assertTrue(Extrapolation.of(view, 4, all(2), all(2), twice).isEmpty());
  }

  /**
   * Two turns of a circle, whose branches lie near each other: neighbours were 0.085 low. The mean
   * of ten has a standard error of 0.01.
   */
  @Test
  void takesBackTheBiasBetweenBranches() {
    Sampler circle =
        Suites.ourHeldOut().tasks().stream()
            .map(task -> (Sampler) task.task())
            .filter(task -> task.toString().equals("circle twice round"))
            .findFirst()
            .orElseThrow();
    double mean = 0;
    for (int s = 0; s < 10; s++) {
      mean += Auto.withDefaults().estimate(circle.sample(1000, Seed.of(s))).nats() / 10;
    }
    assertEquals(circle.mutualInformation(), mean, 0.04);
  }

  /**
   * Levels that some observations of X and Y share, on average two to eight: four neighbours are
   * not of the same level, and one sees all there is. Without that limit, levels of five were 0.9
   * nats too high. Their information is log(levels); the mean of five has a standard error of 0.03.
   */
  @ParameterizedTest
  @CsvSource({"200, 2", "200, 5", "200, 8", "1000, 5"})
  void sharedLevelsAreNotCountedTwice(int n, int per) {
    int levels = n / per;
    double mean = 0;
    for (int s = 0; s < 5; s++) {
      mean += Auto.withDefaults().estimate(levels(n, levels, Seed.of(s))).nats() / 5;
    }
    double truth = Math.log(levels);
    assertTrue(mean < truth + 0.1, truth + ": " + mean);
  }

  /** Levels with a place each in X and in Y, 2 + 2 columns, far apart against the noise. */
  private static Samples levels(int n, int levels, Seed seed) {
    UniformRandomProvider random = seed.generator();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] places = new double[4][];
    Arrays.setAll(places, j -> normal.samples(levels).toArray());
    double[][] columns = new double[4][n];
    for (int i = 0; i < n; i++) {
      int level = random.nextInt(levels);
      for (int j = 0; j < 4; j++) {
        columns[j][i] = places[j][level] + 1e-7 * normal.sample();
      }
    }
    return Samples.ofColumns(Arrays.copyOf(columns, 2), Arrays.copyOfRange(columns, 2, 4));
  }
}
