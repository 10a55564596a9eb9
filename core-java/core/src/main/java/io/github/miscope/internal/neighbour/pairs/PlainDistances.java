package io.github.miscope.internal.neighbour.pairs;

import io.github.miscope.internal.neighbour.space.Space;

/** Distances from one point to all, by plain loops. One thread reuses it from point to point. */
public final class PlainDistances {

  private final Space space;
  private final double[] within;
  private final double[] joined;

  public PlainDistances(Space space) {
    this.space = space;
    this.within = new double[space.n()];
    this.joined = new double[space.n()];
  }

  /** What orders the points by distance from point i; valid until the next call. */
  public double[] from(int i) {
    for (int p = 0; p < space.parts().size(); p++) {
      Space.Factor part = space.parts().get(p);
      part.points().norm().distances(part.points().columns(), i, within);
      if (p == 0) {
        space.join().start(within, part.scale(), joined, joined.length);
      } else {
        space.join().join(within, part.scale(), joined, joined.length);
      }
    }
    return joined;
  }
}
