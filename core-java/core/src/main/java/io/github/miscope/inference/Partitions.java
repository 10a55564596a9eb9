package io.github.miscope.inference;

import io.github.miscope.internal.parallel.Shared;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parts of several random partitions of the rows, one partition after the other. A partition is
 * drawn when a part of it is first needed, and dropped after the last: many would fill the memory.
 */
final class Partitions {

  private final int n;
  private final Optional<RepeatedRows> repeated;
  private final int parts;
  private final int repeats;
  private final Seed seed;
  private final Shared<int[][]> inUse;

  /**
   * Partitions of n rows; rows that repeat stay together where they are given.
   *
   * @param repeated the rows that repeat, if any
   */
  Partitions(int n, Optional<RepeatedRows> repeated, int parts, int repeats, Seed seed) {
    this.n = n;
    this.repeated = repeated;
    this.parts = parts;
    this.repeats = repeats;
    this.seed = seed;
    int[] uses = new int[repeats];
    Arrays.fill(uses, parts);
    inUse = new Shared<>(uses, this::of);
  }

  /** How many parts there are. */
  int size() {
    return Math.multiplyExact(repeats, parts);
  }

  /** One of the partitions. */
  int[][] of(int repeat) {
    return repeated
        .map(rows -> Partition.random(rows, parts, seed, repeat))
        .orElseGet(() -> Partition.random(n, parts, seed, repeat));
  }

  /** What comes of a part, which may be taken once. */
  <T> T take(int number, Function<int[], T> function) {
    int repeat = number / parts;
    T result = function.apply(inUse.get(repeat)[number % parts]);
    inUse.done(repeat);
    return result;
  }
}
