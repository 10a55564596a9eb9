package io.github.miscope.neural.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The yardstick of the pairs of images, where groups are far apart and where they are one. */
class TaughtGroupsTest {

  private static final int N = 400;

  @Test
  void groupsFarApartAreTold() {
    int[] groupsOfX = alternating();
    int[] groupsOfY = alternating();
    for (int i = 0; i < N / 4; i++) {
      groupsOfY[i] = 1 - groupsOfY[i];
    }
    Samples groups =
        new Samples(Variable.discrete("x", groupsOfX), Variable.discrete("y", groupsOfY));
    Samples pairs = new Samples(images("x", groupsOfX, 8, 1), images("y", groupsOfY, 8, 2));
    double told = Presets.discreteMi().estimate(groups).nats();
    assertEquals(told, TaughtGroups.nats(pairs, groupsOfX, groupsOfY), 1e-12);
  }

  /**
   * The plug-in estimate of a 2 x 2 table is a chi-squared variable of one degree over 2 n, of
   * which the estimator takes off the mean: less than the bound.
   */
  @Test
  void groupsThatLookAlikeAreNotTold() {
    int[] groups = alternating();
    Samples pairs = new Samples(images("x", groups, 0, 1), images("y", groups, 0, 2));
    double bound = 15.14 / (2 * N); // the upper point of 1e-4
    assertEquals(0, TaughtGroups.nats(pairs, groups, groups), bound);
  }

  private static int[] alternating() {
    int[] groups = new int[N];
    for (int i = 0; i < N; i++) {
      groups[i] = i % 2;
    }
    return groups;
  }

  /** Five columns of noise; the first of one group is shifted by some standard deviations. */
  private static Variable images(String name, int[] groups, double shift, long seed) {
    Random random = new Random(seed);
    double[][] columns = new double[5][N];
    for (int i = 0; i < N; i++) {
      for (double[] column : columns) {
        column[i] = random.nextGaussian();
      }
      columns[0][i] += shift * groups[i];
    }
    return Variable.ofColumns(name, columns);
  }
}
