package io.github.miscope.internal.neighbour.rank;

/** A permutation in which those within a range of positions and of values are counted. */
interface RankCounts {

  /** Boxes to count in; they serve one thread. */
  Boxes boxes(int size);

  /**
   * The quicker of two ways, whose counts are the same.
   *
   * @param permutation 0 to n - 1 in any order
   */
  static RankCounts of(int[] permutation) {
    return RankTable.suits(permutation.length)
        ? new RankTable(permutation)
        : new WaveletMatrix(permutation);
  }
}
