package io.github.miscope.estimator.discrete;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which value is in which bin. */
class BinningTest {

  private static final double[] VALUES = {0, 0.9, 1, 2.5, 3.9, 4};

  private static int[] bins(Binning binning, double... values) {
    return binning.apply(Variable.of("x", values)).levels();
  }

  @Test
  void equalWidth() {
    assertArrayEquals(new int[] {0, 0, 1, 2, 3, 3}, Binning.equalWidth(4).bins(VALUES));
    assertArrayEquals(new int[3], Binning.equalWidth(4).bins(new double[] {5, 5, 5}));
    double max = Double.MAX_VALUE;
    assertArrayEquals(new int[] {0, 1, 2}, Binning.equalWidth(3).bins(new double[] {-max, 0, max}));
  }

  /** The least numbers have no halves: 0.5 * 4.9e-324 is 0. */
  @Test
  void equalWidthOfTheLeastNumbers() {
    double min = Double.MIN_VALUE;
    assertArrayEquals(
        new int[] {0, 1, 2, 3, 3},
        Binning.equalWidth(4).bins(new double[] {0, min, 2 * min, 3 * min, 4 * min}));
  }

  /** Tenths in bins of a tenth, and in ten bins, in several units: no quotient need be whole. */
  @Test
  void valuesOnEdgesAreInTheBinAbove() {
    for (double unit : new double[] {1, 3.7, 1 / 3.0, 1e-5}) {
      for (double shift : new double[] {0, 0.7}) {
        double[] tenths = new double[11];
        int[] expected = new int[11];
        for (int i = 0; i < 11; i++) {
          tenths[i] = (i / 10.0 + shift) * unit;
          expected[i] = i;
        }
        assertArrayEquals(expected, Binning.fixedWidth(0.1 * unit).bins(tenths));
        expected[10] = 9;
        assertArrayEquals(expected, Binning.equalWidth(10).bins(tenths));
      }
    }
  }

  @Test
  void oneZero() {
    double[] values = {-0.0, 0.0, -0.0, 0.0, 1, 2};
    for (Binning binning :
        new Binning[] {Binning.equalWidth(4), Binning.fixedWidth(0.3), Binning.equalFrequency(4)}) {
      int[] bins = binning.bins(values);
      assertArrayEquals(
          new int[] {bins[0], bins[0], bins[0]}, new int[] {bins[1], bins[2], bins[3]});
    }
  }

  @Test
  void fixedWidth() {
    assertArrayEquals(new int[] {0, 0, 0, 1, 2, 2}, Binning.fixedWidth(1.9).bins(VALUES));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Binning.fixedWidth(1e-12).bins(new double[] {0, 1}));
    assertEquals("a range of 1.0 has too many bins of width 1.0E-12", e.getMessage());
  }

  @Test
  void everyEdgeIsInTheBinThatBeginsThere() {
    for (int bins = 1; bins <= 300; bins++) {
      int all = bins;
      double[] whole = IntStream.rangeClosed(0, bins).mapToDouble(k -> k).toArray();
      int[] expected = IntStream.rangeClosed(0, bins).map(k -> Math.min(k, all - 1)).toArray();
      assertArrayEquals(expected, Binning.equalWidth(bins).bins(whole), bins + " bins");
      double[] shares = Arrays.stream(whole).map(k -> k / all).toArray();
      assertArrayEquals(expected, Binning.equalWidth(bins).bins(shares), bins + " bins");
    }
    double[] tenths = {1, 1.1, 1.2, 1.3, 1.4, 1.7, 2};
    assertArrayEquals(new int[] {0, 1, 2, 3, 4, 7, 10}, Binning.fixedWidth(0.1).bins(tenths));
    assertArrayEquals(
        new int[] {0, 3, 6, 7}, Binning.fixedWidth(0.1).bins(new double[] {0, 0.3, 0.6, 0.7}));
    double least = Double.MIN_VALUE;
    assertArrayEquals(
        new int[] {0, 1, 2}, Binning.equalWidth(3).bins(new double[] {0, least, 2 * least}));
  }

  @Test
  void equalFrequency() {
    assertArrayEquals(new int[] {0, 0, 1, 1, 2, 2}, Binning.equalFrequency(3).bins(VALUES));
    // Equal values share a bin.
    assertArrayEquals(
        new int[] {0, 0, 0, 0, 1, 1}, bins(Binning.equalFrequency(2), 7, 7, 7, 7, 8, 9));
  }

  @Test
  void theResultIsADiscreteVariableOfTheSameShape() {
    Variable both =
        Variable.join("v", Variable.of("a", 0.0, 0.4, 1.0), Variable.discrete("b", 17, 3, 17));
    Variable binned = Binning.equalWidth(2).apply(both);
    assertTrue(binned.isDiscrete());
    assertEquals(both.columnNames(), binned.columnNames());
    assertEquals("v", binned.name());
    assertArrayEquals(new double[] {0, 0, 1}, binned.column(0));
    assertArrayEquals(new double[] {1, 0, 1}, binned.column(1));
  }

  @Test
  void badOptionsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Binning.equalWidth(0));
    assertThrows(IllegalArgumentException.class, () -> Binning.equalFrequency(0));
    assertThrows(IllegalArgumentException.class, () -> Binning.fixedWidth(0));
    assertThrows(IllegalArgumentException.class, () -> Binning.fixedWidth(Double.NaN));
  }

  /** Halves of two normals with correlation rho agree with probability 1/2 + arcsin(rho)/pi. */
  @Test
  void informationOfTheHalvesOfTwoNormals() {
    double agree = 0.5 + Math.asin(0.8) / Math.PI;
    double truth = Math.log(2) + agree * Math.log(agree) + (1 - agree) * Math.log1p(-agree);
    Samples samples = Tasks.correlatedGaussians(1, 0.8).sample(20_000, Seed.of(1));
    BinnedMutualInformation halves = BinnedMutualInformation.of(Binning.equalFrequency(2));
    // d truth / d agree = logit(agree) = 1.37; the frequency has a standard error of 0.0029: four
    // of them make 0.016.
    assertEquals(truth, halves.estimate(samples).nats(), 0.016);
    assertEquals("Binned(2 equal-frequency bins)", halves.toString());
    assertEquals(
        Math.log(2),
        BinnedEntropy.of(Binning.equalFrequency(2)).estimate(samples.x()).nats(),
        1e-4);
  }
}
