package io.github.miscope.internal.neighbour.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sorting against the library's comparisons, below and above the length from which parts are cut.
 */
class RadixSortTest {

  private static final Map<String, DoubleUnaryOperator> SHAPES =
      new TreeMap<>(
          Map.of(
              "uniform", u -> u,
              "heavy tails", u -> Math.tan(Math.PI * (u - 0.5)),
              "both signs, all sizes", u -> (u < 0.5 ? -1 : 1) * Math.exp(700 * (4 * u % 2 - 1)),
              "the whole range", u -> (u - 0.5) * 2 * Double.MAX_VALUE,
              "subnormal", u -> Double.MIN_VALUE * Math.floor(1e9 * (u - 0.5)),
              "lattice", u -> Math.floor(100 * u) - 50,
              "one far away", u -> u < 1e-4 ? 1e300 : u,
              "constant", u -> 3));

  static List<String> shapes() {
    return List.copyOf(SHAPES.keySet());
  }

  private static double[] column(String shape, int n) {
    UniformRandomProvider random = Seed.of(n).generator();
    DoubleUnaryOperator map = SHAPES.get(shape);
    double[] column = new double[n];
    Arrays.setAll(column, i -> map.applyAsDouble(random.nextDouble()));
    column[n / 2] = -0.0;
    column[n / 3] = 0.0;
    return column;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void inTheOrderOfComparisons(String shape) {
    for (int n : new int[] {2, 3, 100, 5000, 32_768, 100_001}) {
      double[] column = column(shape, n);
      int[] expected =
          IntStream.range(0, n)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> column[i] + 0.0))
              .mapToInt(i -> i)
              .toArray();
      assertArrayEquals(expected, RadixSort.order(column), shape + " " + n);
      double[] values = Arrays.stream(column).map(v -> v + 0.0).sorted().toArray();
      assertArrayEquals(values, RadixSort.sorted(column), shape + " " + n);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void tiesAreSeen(String shape) {
    for (int n : new int[] {100, 32_768, 100_001}) {
      double[] column = column(shape, n);
      column[n / 3] = 0.25; // No other value has been 0 but where the shape has ties.
      long different = Arrays.stream(column).map(v -> v + 0.0).distinct().count();
      assertEquals(different < n, RadixSort.hasTies(column), shape + " " + n);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 50_000})
  void onePairAmongMany(int n) {
    double[] column = column("uniform", n);
    column[n / 3] = 0.25;
    assertFalse(RadixSort.hasTies(column));
    column[n - 1] = column[0];
    assertTrue(RadixSort.hasTies(column));
    column[n - 1] = 0.0; // -0 stands in the middle.
    assertTrue(RadixSort.hasTies(column));
  }
}
