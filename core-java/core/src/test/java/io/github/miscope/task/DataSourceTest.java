package io.github.miscope.task;

import static io.github.miscope.task.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataSourceTest {

  private static final int SIZE = 100;
  private static final double[] VALUES = IntStream.range(0, SIZE).asDoubleStream().toArray();
  private static final DataSource DATA = Tasks.data(Samples.of(VALUES, VALUES));

  @Test
  void givesTheDataInTheirOrder() {
    assertSame(DATA.samples(), DATA.sample(SIZE, Seed.of(1)));
    assertSame(DATA, DATA.source(Seed.of(1)));
    assertEquals(OptionalDouble.empty(), DATA.knownMutualInformation());
  }

  @Test
  void drawsSubsetsWithoutReplacement() {
    Samples some = DATA.sample(30, Seed.of(1));
    assertEquals(30, Arrays.stream(some.x().column(0)).distinct().count());
    assertEquals(some.x().columns()[0][7], some.y().columns()[0][7]);
    assertEquals(some, DATA.sample(30, Seed.of(1)));
    assertNotEquals(some, DATA.sample(30, Seed.of(2)));
    assertEquals(some, DATA.sample(99, Seed.of(1)).rows(IntStream.range(0, 30).toArray()));
  }

  /**
   * Each row is among 10 of 100 with probability 0.1: over m seeds its count has standard deviation
   * sqrt(0.09 m), and 5 of those are exceeded for one of 100 rows with probability 6e-5.
   */
  @Test
  void drawsAllRowsAlike() {
    int m = 5000;
    int[] counts = new int[SIZE];
    for (int i = 0; i < m; i++) {
      for (double v : DATA.sample(10, Seed.of(i)).x().column(0)) {
        counts[(int) v]++;
      }
    }
    for (int count : counts) {
      assertTrue(Math.abs(count - 0.1 * m) < 5 * Math.sqrt(0.09 * m), "drawn " + count);
    }
  }

  @Test
  void refusesSizesThatAreNotThere() {
    refuses(
        "n must be <= number of observations in data: n=101, observations=100",
        () -> DATA.sample(101, Seed.of(1)));
    refuses("n must be >= 2: n=1", () -> DATA.sample(1, Seed.of(1)));
    refuses(
        "the task data(n = 100, dX = 1, dY = 1) has no dimension to vary",
        () -> DATA.withDimension(2));
  }
}
