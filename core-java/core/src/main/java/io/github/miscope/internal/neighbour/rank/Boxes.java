package io.github.miscope.internal.neighbour.rank;

/** Boxes of positions and values of a permutation to count in, many at a time; for one thread. */
abstract class Boxes {

  final int[] from;
  final int[] to;
  final int[] low;
  final int[] high;
  final int[] found;

  /**
   * Room for boxes.
   *
   * @param size the most that are counted in at a time
   */
  Boxes(int size) {
    from = new int[size];
    to = new int[size];
    low = new int[size];
    high = new int[size];
    found = new int[size];
  }

  /** Sets a box's positions: from start (inclusive) to end (exclusive), at most n. */
  final void positions(int i, int start, int end) {
    from[i] = start;
    to[i] = end;
  }

  /** Sets a box's values: from start (inclusive) to end (exclusive), at most n. */
  final void values(int i, int start, int end) {
    low[i] = start;
    high[i] = end;
  }

  /** Counts in the first m boxes. */
  abstract void count(int m);

  /** How many positions of a box have one of its values. */
  final int found(int i) {
    return found[i];
  }
}
