package io.github.miscope.sample.io;

import java.util.Arrays;

/** Items of an array in the order of C: integers of 8 bytes exactly, all others as doubles. */
sealed interface NpyValues {

  int size();

  /** An item, rounded to the nearest double. */
  double get(int index);

  /** Codes for whole numbers that are equal where these are. */
  int[] codes();

  /** Items that doubles hold exactly. */
  final class Doubles implements NpyValues {

    private final double[] items;

    Doubles(double[] items) {
      this.items = items;
    }

    @Override
    public int size() {
      return items.length;
    }

    @Override
    public double get(int index) {
      return items[index];
    }

    @Override
    public int[] codes() {
      if (Arrays.stream(items).allMatch(item -> item == (int) item)) {
        return Arrays.stream(items).mapToInt(item -> (int) item).toArray();
      }
      // Adding 0 makes -0.0 the same value as 0.0.
      double[] keys = Arrays.stream(items).map(item -> item + 0.0).toArray();
      double[] distinct = Arrays.stream(keys).distinct().sorted().toArray();
      return Arrays.stream(keys).mapToInt(key -> Arrays.binarySearch(distinct, key)).toArray();
    }
  }

  /** Integers of 8 bytes. */
  final class Longs implements NpyValues {

    private final long[] items;
    private final boolean unsigned;

    Longs(long[] items, boolean unsigned) {
      this.items = items;
      this.unsigned = unsigned;
    }

    @Override
    public int size() {
      return items.length;
    }

    @Override
    public double get(int index) {
      return unsigned ? NpyType.unsigned(items[index]) : items[index];
    }

    @Override
    public int[] codes() {
      long least = unsigned ? 0 : Integer.MIN_VALUE;
      if (Arrays.stream(items).allMatch(item -> item >= least && item <= Integer.MAX_VALUE)) {
        return Arrays.stream(items).mapToInt(item -> (int) item).toArray();
      }
      // With the sign bit turned over, unsigned numbers sort as signed ones do.
      long turned = unsigned ? Long.MIN_VALUE : 0;
      long[] keys = Arrays.stream(items).map(item -> item ^ turned).toArray();
      long[] distinct = Arrays.stream(keys).distinct().sorted().toArray();
      return Arrays.stream(keys).mapToInt(key -> Arrays.binarySearch(distinct, key)).toArray();
    }
  }
}
