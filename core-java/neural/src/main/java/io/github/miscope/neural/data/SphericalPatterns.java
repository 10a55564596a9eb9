package io.github.miscope.neural.data;

import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.Objects;

/**
 * The 12-bit patterns of Shwartz-Ziv and Tishby ("Opening the black box of deep neural networks via
 * information", 2017, section 3.1), made anew by the description there: twelve points spread over a
 * sphere are set or not, and the class is whether a function of the pattern that no rotation
 * changes lies above its median over all 4096 patterns.
 *
 * <p>The points are those of a Fibonacci lattice. The function is the power of the pattern's
 * spherical harmonics of degree 0 to 5, each weighted by exp(-2 tau l (l + 1)): the energy that is
 * left of the pattern when it has diffused over the sphere for a time tau. By the addition theorem
 * it is the sum over l and over points i, j that are set of exp(-2 tau l (l + 1)) (2 l + 1) / (4
 * pi) P_l(cos of their angle), with Legendre's P_l. With tau = 0.05 the class depends on how many
 * points are set and on how near each other they are. The labels are not those of the authors'
 * file, which is not needed.
 */
public final class SphericalPatterns {

  /** How many points there are, and bits in a pattern. */
  public static final int POINTS = 12;

  private static final int PATTERNS = 1 << POINTS;
  private static final int DEGREES = 5;
  private static final double DIFFUSION = 0.05;

  private SphericalPatterns() {}

  /**
   * All patterns with their classes.
   *
   * @return 4096 rows of 12 zeros and ones; 2048 of each class
   */
  public static LabelledData all() {
    double[] energies = energies();
    double[] sorted = energies.clone();
    Arrays.sort(sorted);
    double median = (sorted[PATTERNS / 2 - 1] + sorted[PATTERNS / 2]) / 2;
    float[] values = new float[PATTERNS * POINTS];
    int[] labels = new int[PATTERNS];
    for (int p = 0; p < PATTERNS; p++) {
      for (int i = 0; i < POINTS; i++) {
        values[p * POINTS + i] = p >> i & 1;
      }
      labels[p] = energies[p] > median ? 1 : 0;
    }
    return LabelledData.of(ImageShape.vector(POINTS), values, labels, 2);
  }

  /**
   * All patterns, four fifths of them to learn from.
   *
   * @param seed of the split
   * @return 3277 and 819 patterns
   */
  public static SplitData split(Seed seed) {
    Objects.requireNonNull(seed, "seed");
    return SplitData.of(all(), 0.8, seed);
  }

  private static double[] energies() {
    double[][] points = points();
    double[][] kernel = new double[POINTS][POINTS];
    for (int i = 0; i < POINTS; i++) {
      for (int j = 0; j < POINTS; j++) {
        double cos = 0;
        for (int c = 0; c < 3; c++) {
          cos += points[i][c] * points[j][c];
        }
        kernel[i][j] = kernel(cos);
      }
    }
    double[] energies = new double[PATTERNS];
    for (int p = 0; p < PATTERNS; p++) {
      for (int i = 0; i < POINTS; i++) {
        for (int j = 0; j < POINTS; j++) {
          energies[p] += (p >> i & p >> j & 1) * kernel[i][j];
        }
      }
    }
    return energies;
  }

  private static double[][] points() {
    double golden = Math.PI * (3 - Math.sqrt(5));
    double[][] points = new double[POINTS][];
    for (int i = 0; i < POINTS; i++) {
      double z = 1 - (2 * i + 1.0) / POINTS;
      double radius = Math.sqrt(1 - z * z);
      points[i] = new double[] {radius * Math.cos(golden * i), radius * Math.sin(golden * i), z};
    }
    return points;
  }

  private static double kernel(double cos) {
    double before = 0;
    double legendre = 1;
    double sum = 0;
    for (int l = 0; l <= DEGREES; l++) {
      sum += Math.exp(-2 * DIFFUSION * l * (l + 1)) * (2 * l + 1) / (4 * Math.PI) * legendre;
      double next = ((2 * l + 1) * cos * legendre - l * before) / (l + 1);
      before = legendre;
      legendre = next;
    }
    return sum;
  }
}
