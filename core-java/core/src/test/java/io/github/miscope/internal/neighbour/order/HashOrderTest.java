package io.github.miscope.internal.neighbour.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.miscope.sample.Seed;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashOrderTest {

  /** Equal numbers, numbers with equal first bits, and numbers that are not evenly spread. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 63, 64, 65, 1000, 4096, 5000, 20_000})
  void ordersAsASortOfBoxedNumbersDoes(int n) {
    var random = Seed.of(4).derive("n", n).generator();
    long[] hashes = LongStream.generate(random::nextLong).limit(n).toArray();
    assertOrdered(hashes, v -> v);
    assertOrdered(hashes, v -> v & 0xFFFL << 52);
    assertOrdered(hashes, v -> (v & ~0xFFFFFL) | (v >>> 60));
    assertOrdered(hashes, v -> v & 0xFF);
    assertOrdered(hashes, v -> v >> 40);
    assertOrdered(hashes, v -> 7);
    int[] twins = random.ints(n, 0, n).toArray();
    long[] some = IntStream.of(twins).mapToLong(i -> hashes[i]).toArray();
    assertOrdered(some, v -> v);
  }

  private static void assertOrdered(long[] hashes, LongUnaryOperator change) {
    long[] numbers = LongStream.of(hashes).map(change).toArray();
    assertArrayEquals(RanksTest.order(numbers), HashOrder.of(numbers));
  }
}
