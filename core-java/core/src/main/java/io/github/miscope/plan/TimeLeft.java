package io.github.miscope.plan;

import java.util.Arrays;

/**
 * The time left of a run whose cells are of several kinds, each with a duration of its own: a layer
 * by one estimator may take a hundred times as long as another.
 */
final class TimeLeft {

  /** How much a new duration counts where there are several kinds: the first ones are slower. */
  private static final double NEWEST = 0.25;

  private final Cells<?> cells;
  private final int[] toCome;
  private final int[] seen;
  private final double[] nanos;

  TimeLeft(Cells<?> cells) {
    this.cells = cells;
    int kinds = cells.kinds();
    toCome = new int[kinds];
    seen = new int[kinds];
    nanos = new double[kinds];
    if (kinds == 1) {
      toCome[0] = cells.count();
    } else {
      for (int cell = 0; cell < cells.count(); cell++) {
        toCome[cells.kind(cell)]++;
      }
    }
  }

  /** A cell was done before this run. */
  void known(int cell) {
    toCome[cells.kind(cell)]--;
  }

  /** A cell was done by this run. */
  void done(int cell, long duration) {
    int kind = cells.kind(cell);
    toCome[kind]--;
    seen[kind]++;
    double weight = Math.max(1.0 / seen[kind], nanos.length == 1 ? 0 : NEWEST);
    nanos[kind] += weight * (duration - nanos[kind]);
  }

  /**
   * The time left; 0 before there was a cell of each kind that is still to come.
   *
   * @param parallelism cells that are worked on at the same time
   */
  long nanos(int parallelism) {
    double left = 0;
    for (int kind = 0; kind < toCome.length; kind++) {
      if (toCome[kind] > 0 && seen[kind] == 0) {
        return 0;
      }
      left += toCome[kind] * nanos[kind];
    }
    int cellsLeft = Arrays.stream(toCome).sum();
    return (long) (left / Math.max(1, Math.min(parallelism, cellsLeft)));
  }
}
