package io.github.miscope.internal.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leading canonical variates by an eigenvalue problem, against all of them by singular values. */
class CanonicalVariatesTest {

  /** Eigenvalues are squares, right to some d times 1e-16: correlations of 0.1 to 1e-13. */
  @ParameterizedTest
  @CsvSource({"20, 20", "30, 18", "17, 40", "5, 40"})
  void leadingOnesAreThoseOfAll(int dX, int dY) throws InterruptedException {
    Samples samples = Tasks.correlatedGaussians(Math.max(dX, dY), 0.5).sample(400, Seed.of(3));
    double[][] x = columns(samples.x().columns(), dX);
    double[][] y = columns(samples.y().columns(), dY);
    Moments moments = Moments.sums(x, y, 0, 1);
    int pairs = 4;
    CanonicalVariates all = CanonicalVariates.of(moments, 0.01, 0.02);
    CanonicalVariates leading = CanonicalVariates.leading(moments, 0.01, 0.02, pairs);
    for (int l = 0; l < pairs; l++) {
      assertEquals(all.correlations()[l], leading.correlations()[l], 1e-12);
      double sign = Math.signum(all.weightsX().get(0, l) * leading.weightsX().get(0, l));
      for (int j = 0; j < dX; j++) {
        assertEquals(all.weightsX().get(j, l), sign * leading.weightsX().get(j, l), 1e-9);
      }
      for (int j = 0; j < dY; j++) {
        assertEquals(all.weightsY().get(j, l), sign * leading.weightsY().get(j, l), 1e-9);
      }
    }
  }

  private static double[][] columns(double[][] all, int count) {
    double[][] some = new double[count][];
    System.arraycopy(Standardised.of(all).columns(), 0, some, 0, count);
    return some;
  }
}
