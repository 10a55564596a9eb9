package io.github.miscope.plane;

import io.github.miscope.estimator.EstimationInterruptedException;

/** An information plane was stopped by an interrupt; carries what was finished. */
public final class PlaneInterruptedException extends EstimationInterruptedException {

  private static final long serialVersionUID = 1;

  private final transient PlaneTable finished;

  PlaneInterruptedException(PlaneTable finished, InterruptedException cause) {
    super(
        "information plane interrupted: "
            + finished.cells()
            + " of "
            + finished.plan().cells()
            + " estimates are finished",
        cause);
    this.finished = finished;
  }

  /**
   * What was finished before the interrupt.
   *
   * @return a table without the other rows
   */
  public PlaneTable finished() {
    return finished;
  }
}
