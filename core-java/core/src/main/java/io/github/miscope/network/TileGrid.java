package io.github.miscope.network;

import io.github.miscope.inference.TriangleIndex;

/**
 * The tiles of the matrix of pairs: columns in blocks of equal size, the last one perhaps smaller,
 * and a tile for each block with itself and with each later one.
 *
 * @param d the number of columns
 * @param size columns of a block
 */
record TileGrid(int d, int size) {

  /** Values of a tile's pairs, of which one takes up to 100 ns: an interrupt waits for a tile. */
  private static final int VALUES = 1 << 21;

  private static final int LEAST = 4;
  private static final int MOST = 64;

  /** The size of blocks for columns of n rows. */
  static int usual(int n) {
    return (int) Math.max(LEAST, Math.min(MOST, Math.sqrt((double) VALUES / n)));
  }

  int blocks() {
    return (d + size - 1) / size;
  }

  /** Tiles above the diagonal and on it. */
  int tiles() {
    return triangle().size();
  }

  private TriangleIndex triangle() {
    return new TriangleIndex(blocks() + 1);
  }

  /** The block of a tile's first columns. */
  int rowBlock(int tile) {
    return triangle().row(tile);
  }

  /** The block of a tile's second columns, not before that of the first. */
  int columnBlock(int tile) {
    return triangle().column(tile) - 1;
  }

  int first(int block) {
    return block * size;
  }

  int width(int block) {
    return Math.min(d, (block + 1) * size) - first(block);
  }

  /** The number of a tile. */
  int tile(int rowBlock, int columnBlock) {
    return triangle().of(rowBlock, columnBlock + 1);
  }

  /** The tile of a pair, whose first column is before the second. */
  int tileOf(int first, int second) {
    return tile(first / size, second / size);
  }

  /** The place of a pair in its tile. */
  int placeOf(int first, int second) {
    int block = second / size;
    return first % size * width(block) + second - first(block);
  }

  /** The pairs of a tile. */
  int pairs(int tile) {
    int row = rowBlock(tile);
    int column = columnBlock(tile);
    int width = width(row);
    return row == column ? width * (width - 1) / 2 : width * width(column);
  }
}
