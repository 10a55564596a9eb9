package io.github.miscope.estimator.auto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.miscope.sample.Seed;
import io.github.miscope.task.BeyondNormal;
import io.github.miscope.task.Sampler;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SizesTest {

  private static double[][] columns(int n) {
    return BeyondNormal.student(3, 3, 4).sample(n, Seed.of(1)).x().columns();
  }

  /** X and Y of a Student vector are independent given their common scale, which sizes tell. */
  @Test
  void aSharedScaleIsSeen() {
    // The columns were 0.13 low at d = 10. The deviation of an estimate is 0.03, of the mean 0.013.
    Sampler student = BeyondNormal.student(10, 10, 4);
    double mean = 0;
    for (int s = 0; s < 5; s++) {
      mean += Auto.withDefaults().estimate(student.sample(1000, Seed.of(s))).nats() / 5;
    }
    assertEquals(student.mutualInformation(), mean, 0.065);
  }

  @Test
  void ofOneColumnAreTheColumn() throws InterruptedException {
    double[][] one = Arrays.copyOf(columns(100), 1);
    assertSame(one, Sizes.of(one));
  }

  /** Mahalanobis norms do not change with a linear map, and ranks only where norms nearly agree. */
  @Test
  void aLinearMapChangesNothing() throws InterruptedException {
    double[][] z = columns(200);
    double[][] mapped = new double[3][200];
    for (int i = 0; i < 200; i++) {
      mapped[0][i] = z[0][i] + 2 * z[1][i];
      mapped[1][i] = z[1][i] - z[2][i];
      mapped[2][i] = 5 * z[2][i] + z[0][i];
    }
    assertArrayEquals(Sizes.of(z)[0], Sizes.of(mapped)[0]);
  }

  /** Euclid's norm of standardised columns: of each twice, the order is that of once. */
  @Test
  void dependentColumnsAreNotInverted() throws InterruptedException {
    double[][] one = Arrays.copyOf(columns(200), 1);
    double[][] thrice = {one[0], one[0].clone(), one[0].clone()};
    double mean = Arrays.stream(one[0]).average().orElseThrow();
    int[] byDistance =
        IntStream.range(0, 200)
            .boxed()
            .sorted(
                (a, b) -> Double.compare(Math.abs(one[0][a] - mean), Math.abs(one[0][b] - mean)))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sizes = Sizes.of(thrice)[0];
    for (int r = 1; r < 200; r++) {
      assertEquals(1, Double.compare(sizes[byDistance[r]], sizes[byDistance[r - 1]]));
    }
  }
}
