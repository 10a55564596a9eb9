package io.github.miscope.internal.bins;

import java.util.Arrays;

/**
 * Numbers things from 0 in the order in which they first occur, without an object for each:
 * millions of them keep the garbage collector busy, and then nobody hears of an interrupt.
 */
public final class Numbering {

  private static final int FIRST = 1 << 10;

  /** They take a few milliseconds. */
  private static final int BETWEEN_POLLS = 1 << 14;

  /** 2^64 divided by the golden ratio: its multiples are spread evenly. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Runnable poll;

  /** A thing stands at the place of its hash, or at the next that was free. */
  private long[] keys = new long[FIRST];

  /** One more than the number of each key; 0 where there is none. */
  private int[] numbers = new int[FIRST];

  private int shift = Long.SIZE - Integer.numberOfTrailingZeros(FIRST);
  private int count;
  private int asked;

  /**
   * No thing yet.
   *
   * @param poll called every few milliseconds; what it throws ends the work
   */
  public Numbering(Runnable poll) {
    this.poll = poll;
  }

  /** How many different things there are. */
  public int count() {
    return count;
  }

  /** The number of a thing; the next one if it is new. */
  public int of(long key) {
    pollAt(asked++);
    int at = place(key);
    if (numbers[at] == 0) {
      if (2 * count >= keys.length) {
        grow();
        at = place(key);
      }
      keys[at] = key;
      numbers[at] = ++count;
    }
    return numbers[at] - 1;
  }

  /** The number of a pair of whole numbers. */
  public int of(int first, int second) {
    return of(((long) first << Integer.SIZE) | (second & 0xFFFFFFFFL));
  }

  /** Where a key stands, or would stand. */
  private int place(long key) {
    long mixed = (key ^ (key >>> 32)) * SPREAD;
    int at = (int) (mixed >>> shift);
    while (numbers[at] != 0 && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[Math.multiplyExact(2, oldKeys.length)];
    numbers = new int[keys.length];
    shift--;
    for (int old = 0; old < oldKeys.length; old++) {
      pollAt(old);
      if (oldNumbers[old] != 0) {
        int at = place(oldKeys[old]);
        keys[at] = oldKeys[old];
        numbers[at] = oldNumbers[old];
      }
    }
  }

  private void pollAt(int times) {
    if (times % BETWEEN_POLLS == 0) {
      poll.run();
    }
  }

  /**
   * Numbers values.
   *
   * @param poll called every few milliseconds; what it throws ends the work
   * @param values n values
   * @return the number of each
   */
  public static int[] of(Runnable poll, int[] values) {
    Numbering numbering = new Numbering(poll);
    int[] numbers = new int[values.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = numbering.of(values[i]);
    }
    return numbers;
  }

  /**
   * Numbers rows.
   *
   * @param poll called every few milliseconds; what it throws ends the work
   * @param columns d columns of n values, at least one
   * @return the number of each row; equal rows have one number
   */
  public static int[] ofRows(Runnable poll, int[][] columns) {
    int[] numbers = of(poll, columns[0]);
    int distinct = Arrays.stream(numbers).max().orElse(0) + 1;
    // Once all rows differ, no column can tell more.
    for (int j = 1; j < columns.length && distinct < numbers.length; j++) {
      Numbering numbering = new Numbering(poll);
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = numbering.of(numbers[i], columns[j][i]);
      }
      distinct = numbering.count();
    }
    return numbers;
  }
}
