package io.github.miscope.internal.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Sums by the tree against sums term by term. */
class KernelSumsTest {

  private static void check(double[][] columns, double bandwidth, String what)
      throws InterruptedException {
    int n = columns[0].length;
    KernelSums.At direct = new DirectSums(columns).at(bandwidth);
    KernelSums.At tree = new TreeSums(columns).at(bandwidth);
    double difference = 0;
    for (int i = 0; i < n; i++) {
      double own = tree.logSum(i) - direct.logSum(i);
      difference += own / n;
      assertEquals(0, own, 1.1e-5, what + ", point " + i);
      // Not certified, but no worse; b^2 is what it is compared with.
      assertEquals(
          direct.meanSquare(i),
          tree.meanSquare(i),
          1e-4 * (direct.meanSquare(i) + bandwidth * bandwidth),
          what);
    }
    assertEquals(0, difference, tree.errorBound() + 1e-12, what);
    assertTrue(tree.errorBound() <= 1.1e-5, what + ": " + tree.errorBound());
    assertEquals(0, direct.errorBound());
  }

  private static double[][] columns(int d, int n, DoubleSupplier draw) {
    double[][] columns = new double[d][n];
    for (double[] column : columns) {
      for (int i = 0; i < n; i++) {
        column[i] = draw.getAsDouble();
      }
    }
    return columns;
  }

  @Test
  void agreeWithinTheStatedBound() throws InterruptedException {
    Random random = new Random(1);
    for (int d = 1; d <= 4; d++) {
      for (double bandwidth : new double[] {0.01, 0.1, 0.3, 5}) {
        String where = "d = " + d + ", b = " + bandwidth;
        check(columns(d, 600, random::nextGaussian), bandwidth, "normal, " + where);
        check(
            columns(d, 600, () -> Math.tan(3.1 * (random.nextDouble() - 0.5))),
            bandwidth,
            "long tails, " + where);
        check(
            columns(d, 600, () -> random.nextInt(3) + 0.01 * random.nextGaussian()),
            bandwidth,
            "clusters, " + where);
        check(columns(d, 600, () -> random.nextInt(4)), bandwidth, "lattice, " + where);
      }
    }
  }

  @Test
  void seriesAreUsedWhereTheyPay() throws InterruptedException {
    // 600 points within one bandwidth: without series this would be exact.
    double[][] columns = columns(2, 600, new Random(2)::nextGaussian);
    assertTrue(new TreeSums(columns).at(5).errorBound() > 0);
    check(columns, 5, "wide");
  }

  @Test
  void anOutliersSumDoesNotUnderflow() throws InterruptedException {
    double[][] columns = {{0, 0.1, 0.2, 1000}};
    KernelSums.At sums = new DirectSums(columns).at(0.1);
    // log of exp(-(999.8^2) / 0.02), the nearest point, which dwarfs the others.
    assertEquals(-999.8 * 999.8 / 0.02, sums.logSum(3), 1e-6);
    check(columns, 0.1, "outlier");
  }
}
