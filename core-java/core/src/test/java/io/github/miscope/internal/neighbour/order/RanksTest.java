package io.github.miscope.internal.neighbour.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranks without objects equal those of a library with them. */
class RanksTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 0", "1000, 0", "1000, 0.5", "1000, 1000", "50000, 0.001", "50000, 0"})
  void meanRanksAreThoseOfTheLibrary(int n, double unit) {
    double[] column = column(n, unit, new Random(n));
    assertArrayEquals(new NaturalRanking(TiesStrategy.AVERAGE).apply(column), Ranks.of(column));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1000, 0", "1000, 0.5", "1000, 1000", "40000, 0.5"})
  void tiesGoByKey(int n, double unit) {
    Random random = new Random(n);
    double[] column = column(n, unit, random);
    double[] key = column(n, 0.1, random);
    int[] expected =
        IntStream.range(0, n)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> column[i])
                    .thenComparingDouble(i -> key[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    assertArrayEquals(expected, Ranks.order(column, key));
  }

  @Test
  void zeroHasNoSign() {
    assertArrayEquals(new double[] {2.5, 2.5, 1, 4}, Ranks.of(new double[] {-0.0, 0.0, -1, 1}));
  }

  @Test
  void denseRanksNumberWhatDiffers() {
    assertArrayEquals(
        new int[] {1, 1, 0, 2}, Ranks.dense(new double[] {-0.0, 0.0, -1e300, 4.9e-324}));
    assertArrayEquals(
        new int[] {2, 1, 0, 1}, Ranks.dense(new int[] {1, 0, 0, 0}, new int[] {0, 5, 2, 5}));
  }

  @Test
  void wholeNumbersAreInOrder() {
    Random random = new Random(1);
    long[] numbers = random.longs(3000).map(v -> v >> random.nextInt(60)).toArray();
    assertArrayEquals(order(numbers), RadixSort.order(numbers));
  }

  /** The order by the library's stable sort. */
  static int[] order(long[] numbers) {
    return IntStream.range(0, numbers.length)
        .boxed()
        .sorted(Comparator.comparingLong(i -> numbers[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Normal values, as multiples of a unit unless it is 0; no negative zero. */
  private static double[] column(int n, double unit, Random random) {
    return random
        .doubles(n, -3, 3)
        .map(v -> unit == 0 ? v : unit * Math.rint(v / unit) + 0.0)
        .toArray();
  }
}
