package io.github.miscope.internal.neighbour.space;

/** Receives the counts of points at each scale and k. */
public interface CountSink {

  /**
   * Takes the counts of one point; called from several threads.
   *
   * @param cell which combination of relative scale and k
   * @param i the point, unless {@link #reorder} says later which one it was
   * @param countX neighbours counted in X, the point itself not among them
   * @param countY neighbours counted in Y, the point itself not among them
   */
  void accept(int cell, int i, int countX, int countY);

  /**
   * Says which points those of a cell were, where a search has an order of its own: threads that
   * write all over the same memory wait for each other.
   *
   * @param cell a combination whose points have all been accepted
   * @param points the point that each i stood for; for reading
   */
  void reorder(int cell, int[] points);
}
