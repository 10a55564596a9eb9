package io.github.miscope.internal.neighbour.space;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Points in tiles of equally many, each tile column by column, so that a kernel walks through
 * memory in order. The last tile is filled up with NaN, which no comparison takes for a neighbour.
 */
public final class Tiles {

  private final int n;
  private final int d;
  private final int size;
  private final double[] data;
  private double @Nullable [][] columns;

  /**
   * Lays points out.
   *
   * @param columns d columns of n values
   * @param order which point comes where
   * @param size points per tile, a multiple of 16
   */
  public Tiles(double[][] columns, int[] order, int size) {
    this(data(columns, order, 0, order.length, size), order.length, columns.length, size);
  }

  /**
   * Points that are laid out already.
   *
   * @param data what {@link #data()} gave
   * @param n the number of points
   * @param d the number of columns
   * @param size points per tile
   */
  public Tiles(double[] data, int n, int d, int size) {
    this.data = data;
    this.n = n;
    this.d = d;
    this.size = size;
  }

  /**
   * Lays some points out.
   *
   * @param columns d columns
   * @param order which point comes where
   * @param from the first place
   * @param to the place after the last
   * @param size points per tile, a multiple of 16
   * @return column j of tile t at (t * d + j) * size
   */
  public static double[] data(double[][] columns, int[] order, int from, int to, int size) {
    int d = columns.length;
    int tiles = (to - from + size - 1) / size;
    double[] data = new double[Math.multiplyExact(tiles, Math.multiplyExact(size, d))];
    for (int t = 0; t < tiles; t++) {
      for (int j = 0; j < d; j++) {
        double[] column = columns[j];
        int at = (t * d + j) * size;
        int first = from + t * size;
        int count = Math.min(size, to - first);
        for (int m = 0; m < count; m++) {
          data[at + m] = column[order[first + m]];
        }
        for (int m = count; m < size; m++) {
          data[at + m] = Double.NaN;
        }
      }
    }
    return data;
  }

  /** The number of points. */
  public int n() {
    return n;
  }

  /** The number of columns. */
  public int d() {
    return d;
  }

  /** Points per tile. */
  public int size() {
    return size;
  }

  /** The number of tiles. */
  public int count() {
    return (n + size - 1) / size;
  }

  /** Column j of tile t starts at (t * d + j) * size. */
  public double[] data() {
    return data;
  }

  /** The same values in arrays of their own, for loops without offsets: column j at t * d + j. */
  public synchronized double[][] columns() {
    double[][] known = columns;
    if (known == null) {
      known = new double[data.length / size][];
      for (int c = 0; c < known.length; c++) {
        known[c] = Arrays.copyOfRange(data, c * size, (c + 1) * size);
      }
      columns = known;
    }
    return known;
  }

  /** Copies a point's values to out[at], out[at + stride], ... */
  public void copyPoint(int position, double[] out, int at, int stride) {
    int from = (position / size) * d * size + position % size;
    for (int j = 0; j < d; j++) {
      out[at + j * stride] = data[from + j * size];
    }
  }
}
