package io.github.miscope.internal.neighbour;

/** What each point contributes by its counts, at each scale and k. */
public final class PointValues implements NeighbourCounts.Sink {

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

  private final Term term;

  /** By cell and point. */
  private final double[][] values;

  /** Room to bring values into order. */
  private double[] room = new double[0];

  /**
   * Values to come.
   *
   * @param cells how many combinations of scale and k there are
   * @param n number of points
   * @param term makes a value of counts
   */
  public PointValues(int cells, int n, Term term) {
    this.term = term;
    values = new double[cells][n];
  }

  @Override
  public void accept(int cell, int i, int countX, int countY) {
    values[cell][i] = term.of(cell, countX, countY);
  }

  @Override
  public void reorder(int cell, int[] points) {
    double[] old = values[cell];
    double[] ordered = room.length == old.length ? room : new double[old.length];
    for (int i = 0; i < old.length; i++) {
      ordered[points[i]] = old[i];
    }
    values[cell] = ordered;
    room = old;
  }

  /** The values of all points at a cell. */
  public double[] of(int cell) {
    return values[cell];
  }
}
