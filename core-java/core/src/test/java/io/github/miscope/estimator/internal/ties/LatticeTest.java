package io.github.miscope.estimator.internal.ties;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LatticeTest {

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Normals rounded to multiples of a step, in a unit, with a shift. */
  private static double[] rounded(double step, double unit, double shift, int n) {
    Random random = new Random(1);
    double[] values = new double[n];
    Arrays.setAll(
        values, i -> Math.rint(random.nextGaussian() / step) * step * unit + shift * unit);
    return values;
  }

  @Test
  void findsTheStepInEveryUnit() {
    for (double step : new double[] {0.1, 0.25, 1e-3, 7.0 / 11}) {
      for (double unit : new double[] {1, 3.7, 1e-9, 1e12}) {
        for (double shift : new double[] {0, 0.3, 50}) {
          double[] values = rounded(step, unit, shift, 400);
          Lattice lattice = Lattice.of(sorted(values));
          String what = step + " times " + unit + " from " + shift;
          assertNotNull(lattice, what);
          assertEquals(step * unit, lattice.step(), 1e-9 * step * unit, what);
        }
      }
    }
  }

  @Test
  void findsAStepThatNoGapHas() {
    Lattice lattice = Lattice.of(new double[] {0, 0, 0.2, 0.5, 0.9, 0.9});
    assertNotNull(lattice);
    assertEquals(0.1, lattice.step(), 1e-15);
    assertArrayEquals(new double[] {0, 2, 5, 9}, lattice.places(new double[] {0, 0.2, 0.5, 0.9}));
  }

  /** Two values make no lattice, and what is an ulp from one of them may tell something. */
  @Test
  void twoPlacesAreNone() {
    assertNull(Lattice.of(new double[] {-1, -1, 1, Math.nextUp(1.0), Math.nextUp(1.0)}));
  }

  @Test
  void otherDataHaveNone() {
    Random random = new Random(2);
    for (int n : new int[] {5, 50, 5000}) {
      for (int trial = 0; trial < 50; trial++) {
        double[] normal = random.doubles(n).map(u -> Math.log(u / (1 - u))).toArray();
        assertNull(Lattice.of(sorted(normal)), () -> "of " + n);
        double[] clipped = Arrays.stream(normal).map(v -> Math.max(0, Math.min(1, v))).toArray();
        clipped[0] = 0;
        assertTrue(n == 5 || Lattice.of(sorted(clipped)) == null, () -> "clipped, of " + n);
      }
    }
  }

  @Test
  void equalNumbersOfStepsAreEqualDistances() {
    double[] tenths = rounded(0.1, 1, 0, 300);
    Lattice lattice = Lattice.of(sorted(tenths));
    assertNotNull(lattice);
    double[] exact = lattice.exact(tenths, false);
    Set<Double> bare = new HashSet<>();
    Set<Double> made = new HashSet<>();
    for (int i = 0; i < 300; i++) {
      for (int j = 0; j < i; j++) {
        if (Math.rint(10 * Math.abs(tenths[i] - tenths[j])) == 3) {
          bare.add(Math.abs(tenths[i] - tenths[j]));
          made.add(Math.abs(exact[i] - exact[j]));
        }
      }
    }
    assertTrue(bare.size() > 1, "three steps of a tenth are " + bare);
    assertEquals(1, made.size());
    assertEquals(0.3, made.iterator().next(), 1e-7);
  }

  /** A right-angled triangle of 3, 4 and 5 steps. */
  @Test
  void equalSumsOfSquaresAreEqual() {
    double[] tenths = rounded(0.1, 3.7, 0, 300);
    Lattice lattice = Lattice.of(sorted(tenths));
    assertNotNull(lattice);
    double[] exact = sorted(lattice.exact(tenths, true));
    double unit = (exact[exact.length - 1] - exact[0]) / lattice.place(sorted(tenths)[299]);
    assertEquals(0.37, unit, 1e-3);
    assertEquals(3 * unit * (3 * unit) + 4 * unit * (4 * unit), 5 * unit * (5 * unit));
  }

  @Test
  void wholeNumbersAreLeftAsTheyAre() {
    double[] whole = rounded(1, 1, 0, 300);
    Lattice lattice = Lattice.of(sorted(whole));
    assertNotNull(lattice);
    assertSame(whole, lattice.exact(whole, false));
  }
}
