package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.neighbour.space.CountSink;
import io.github.miscope.internal.parallel.Blocks;

/** What each point contributes by its counts, at each scale and k. */
public final class PointValues implements CountSink {

  /** A number made of counts. */
  @FunctionalInterface
  public interface Term {

    /**
     * What a point with such counts contributes; asked for by several threads.
     *
     * @param cell which combination of relative scale and k
     * @param countX neighbours counted in X, the point itself not among them
     * @param countY neighbours counted in Y, the point itself not among them
     */
    double of(int cell, int countX, int countY);
  }

  /** Points whose values one thread makes at a time. */
  private static final int CHUNK = 1 << 12;

  private final Term term;

  /** By cell and point: the count in X in the upper half, that in Y in the lower. */
  private final long[][] counts;

  /** By cell, the point that each count is of; empty where that is its index. */
  private final int[][] points;

  /**
   * Values to come.
   *
   * @param cells how many combinations of scale and k there are
   * @param n number of points
   * @param term makes a value of counts
   */
  public PointValues(int cells, int n, Term term) {
    this.term = term;
    counts = new long[cells][n];
    points = new int[cells][0];
  }

  @Override
  public void accept(int cell, int i, int countX, int countY) {
    counts[cell][i] = ((long) countX << Integer.SIZE) | countY;
  }

  @Override
  public void reorder(int cell, int[] points) {
    this.points[cell] = points;
  }

  /**
   * The values of all points at a cell.
   *
   * @return n values; a new array
   * @throws InterruptedException if the calling thread is interrupted
   */
  public double[] of(int cell) throws InterruptedException {
    long[] both = counts[cell];
    double[] values = new double[both.length];
    Blocks.run(
        both.length,
        CHUNK,
        () ->
            (from, to) -> {
              for (int i = from; i < to; i++) {
                values[i] = term.of(cell, (int) (both[i] >>> Integer.SIZE), (int) both[i]);
              }
            });
    int[] order = points[cell];
    if (order.length == 0) {
      return values;
    }
    double[] ordered = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      ordered[order[i]] = values[i];
    }
    return ordered;
  }
}
