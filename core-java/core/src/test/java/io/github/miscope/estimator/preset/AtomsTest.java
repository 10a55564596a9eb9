package io.github.miscope.estimator.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Long columns with atoms, whose jitter needs room among doubles: clipped, zero-inflated,
 * saturated.
 */
class AtomsTest {

  private static double[] normals(long seed, int n, DoubleUnaryOperator map) {
    Random random = new Random(seed);
    double[] values = new double[n];
    Arrays.setAll(values, i -> map.applyAsDouble(random.nextGaussian()));
    return values;
  }

  private static Variable classes(int n) {
    Random random = new Random(8);
    int[] classes = new int[n];
    Arrays.setAll(classes, i -> random.nextInt(3));
    return Variable.discrete("class", classes);
  }

  private static double clipped(double g) {
    return Math.max(0, Math.min(1, 0.5 + 4 * g));
  }

  /** Nearly all below -1 + 1e-6, most of it in doubles next to -1; the rest just as near to 1. */
  private static double saturated(double g) {
    return Math.tanh(30 * (g - 1.48));
  }

  /**
   * Classes that are independent of X. Given where points lie, Ross's estimate has a mean of
   * exactly zero. Each share, psi(k) - psi(m) but for a constant, has a variance of about 1/k, and
   * depends on labels of about 2 k L = 18 neighbours, L = 3 classes: the standard error is at most
   * sqrt(18/(k n)) = 0.0077 at n = 100000. Bare of room, the same data give from 0.07 nats on.
   */
  @Test
  void independentClassesHaveNoInformation() {
    int n = 100_000;
    for (DoubleUnaryOperator map :
        List.<DoubleUnaryOperator>of(
            AtomsTest::clipped, AtomsTest::saturated, g -> Math.tanh(30 * g))) {
      Samples samples = new Samples(Variable.of("x", normals(2, n, map)), classes(n));
      for (MutualInformationEstimator estimator : List.of(Presets.ross(), Presets.auto())) {
        assertEquals(0, estimator.estimate(samples).nats(), 0.02, estimator.toString());
      }
    }
  }

  /** The standard error of the same, at n = 500000: 0.0035. Strides overflowed from there on. */
  @Test
  void halfAMillionRows() {
    int n = 500_000;
    Samples samples = new Samples(Variable.of("x", normals(2, n, AtomsTest::clipped)), classes(n));
    assertEquals(0, Presets.ross().estimate(samples).nats(), 0.01);
  }

  /** KSG1 of independent variables: shares as above, a standard error of at most 0.01. */
  @Test
  void atomsOfTwoVariablesShareNothing() {
    int n = 60_000;
    for (DoubleUnaryOperator map :
        List.<DoubleUnaryOperator>of(AtomsTest::clipped, g -> Math.tanh(30 * g))) {
      double[] x = normals(3, n, map);
      double[] y = normals(4, n, map);
      assertEquals(0, Presets.ksg().estimate(Samples.of(x, y)).nats(), 0.02);
      assertEquals(0, Presets.ksg2().estimate(Samples.of(x, y)).nats(), 0.02);
    }
  }

  /** max(0, min(1, X)) of Y = X keeps what the clipping leaves: a class for each end, and X. */
  @Test
  void jitterNearAnAtomMixesNoValues() {
    int n = 20_000;
    Random random = new Random(5);
    double[] x = new double[n];
    int[] y = new int[n];
    for (int i = 0; i < n; i++) {
      // Next to each other, around a second atom: only exact values tell Y.
      y[i] = random.nextInt(4);
      x[i] = y[i] == 0 ? -1 : 1 + (y[i] - 1) * 0x1p-52;
    }
    Samples samples = new Samples(Variable.of("x", x), Variable.discrete("y", y));
    // H(Y) = log 4, of 4 equally frequent levels: the shares are log 4 but for psi(5000 + ..).
    assertEquals(Math.log(4), Presets.ross().estimate(samples).nats(), 0.01);
  }
}
