package io.github.miscope.internal.neighbour.space;

/** Takes the neighbours of one point; called from several threads. */
@FunctionalInterface
public interface NeighbourSink {

  /**
   * Takes one point's neighbours.
   *
   * @param i the point
   * @param nearest its neighbours; if they are ordered, tags are points
   */
  void accept(int i, Nearest nearest);
}
