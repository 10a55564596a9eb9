package io.github.miscope.inference;

import java.util.Objects;

/**
 * Numbers the cells above the diagonal of a square matrix, row by row: (0, 1), (0, 2), ..., (1, 2),
 * ...
 *
 * @param side rows and columns of the matrix
 */
public record TriangleIndex(int side) {

  /** A larger one has more cells than an int can count. */
  private static final int MAX_SIDE = 65_536;

  /**
   * The cells of a matrix.
   *
   * @param side rows and columns of the matrix
   * @throws IllegalArgumentException if there are more than 65536
   */
  public TriangleIndex {
    if (side < 0 || side > MAX_SIDE) {
      throw new IllegalArgumentException(
          "the columns of a matrix must be <= " + MAX_SIDE + ": " + side);
    }
  }

  /**
   * The number of cells.
   *
   * @return side (side - 1) / 2
   */
  public int size() {
    return (int) ((long) side * (side - 1) / 2);
  }

  private int before(int row) {
    return (int) (row * (2L * side - row - 1) / 2);
  }

  /**
   * The number of a cell.
   *
   * @param row its row
   * @param column its column, larger than the row
   * @return its number, from 0
   */
  public int of(int row, int column) {
    return before(row) + column - row - 1;
  }

  /**
   * The row of a cell.
   *
   * @param cell its number
   * @return the row, from 0
   * @throws IndexOutOfBoundsException if there is no such cell
   */
  public int row(int cell) {
    Objects.checkIndex(cell, size());
    double s = 2.0 * side - 1;
    // The root of before(row) = cell, but for rounding.
    int row = (int) ((s - Math.sqrt(s * s - 8.0 * cell)) / 2);
    while (before(row) > cell) {
      row--;
    }
    while (before(row + 1) <= cell) {
      row++;
    }
    return row;
  }

  /**
   * The column of a cell.
   *
   * @param cell its number
   * @return the column, larger than the row
   * @throws IndexOutOfBoundsException if there is no such cell
   */
  public int column(int cell) {
    int row = row(cell);
    return row + 1 + cell - before(row);
  }
}
