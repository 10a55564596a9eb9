package io.github.miscope.neural.data;

import io.github.miscope.internal.check.Check;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.sample.Seed;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Colour images in the shape of CIFAR-10, for where those are not at hand: 32 x 32 pixels in red,
 * green and blue, ten classes. An image is a grating of bright and dark stripes between two colours
 * of its own. Its class is the direction of the stripes, one of five at steps of 36 degrees,
 * blurred by a standard deviation of 3 degrees, and their wavelength, 3 to 4 pixels (classes 0 to
 * 4) or 6 to 10 (classes 5 to 9). Colours, phase and Gaussian noise of 0.05 on each pixel are
 * independent of the class, so that single pixels tell nothing of it and the nearest of 500 images
 * little (17 % are of the class, where guessing has 10), while small filters tell it.
 */
public final class Gratings {

  private static final ImageShape SHAPE = new ImageShape(3, 32, 32);
  private static final int CLASSES = 10;
  private static final int DIRECTIONS = 5;
  private static final double BLUR = Math.toRadians(3);
  private static final double NOISE = 0.05;
  private static final int LEVELS = 255;

  private Gratings() {}

  /**
   * Images to learn from and to test on.
   *
   * @param training how many to learn from, at least 1
   * @param test how many to test on, at least 1
   * @param seed of the images
   * @return both parts, drawn independently
   * @throws IllegalArgumentException if a number is below 1
   */
  public static SplitData split(int training, int test, Seed seed) {
    Objects.requireNonNull(seed, "seed");
    Check.atLeast("training", training, 1);
    Check.atLeast("test", test, 1);
    return new SplitData(of(training, seed.derive("training")), of(test, seed.derive("test")));
  }

  /**
   * Images.
   *
   * @param n how many, of the ten classes in turn, at least 1
   * @param seed of the images
   * @return n images whose values are multiples of 1/255 in [0, 1], as in a file of bytes
   * @throws IllegalArgumentException if n is below 1
   */
  public static LabelledData of(int n, Seed seed) {
    Objects.requireNonNull(seed, "seed");
    Check.atLeast("n", n, 1);
    Check.memory("gratings (n=" + n + ")", n, SHAPE.columns());
    UniformRandomProvider random = seed.derive("gratings").generator();
    ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    float[] values = new float[Math.multiplyExact(n, SHAPE.columns())];
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = i % CLASSES;
      double angle = Math.PI * (labels[i] % DIRECTIONS) / DIRECTIONS + BLUR * gaussian.sample();
      double wave = labels[i] < DIRECTIONS ? 3 + random.nextDouble() : 6 + 4 * random.nextDouble();
      draw(values, i * SHAPE.columns(), angle, wave, random, gaussian);
    }
    return LabelledData.of(SHAPE, values, labels, CLASSES);
  }

  private static void draw(
      float[] values,
      int start,
      double angle,
      double wave,
      UniformRandomProvider random,
      ZigguratSampler.NormalizedGaussian gaussian) {
    double phase = 2 * Math.PI * random.nextDouble();
    double[] first = new double[SHAPE.channels()];
    double[] second = new double[SHAPE.channels()];
    for (int c = 0; c < SHAPE.channels(); c++) {
      first[c] = random.nextDouble();
      second[c] = random.nextDouble();
    }
    for (int y = 0; y < SHAPE.height(); y++) {
      for (int x = 0; x < SHAPE.width(); x++) {
        double along = x * Math.cos(angle) + y * Math.sin(angle);
        double share = (1 + Math.sin(2 * Math.PI * along / wave + phase)) / 2;
        for (int c = 0; c < SHAPE.channels(); c++) {
          double value = first[c] + share * (second[c] - first[c]) + NOISE * gaussian.sample();
          double level = Math.rint(LEVELS * Math.min(1, Math.max(0, value)));
          values[start + (c * SHAPE.height() + y) * SHAPE.width() + x] = (float) level / LEVELS;
        }
      }
    }
  }
}
