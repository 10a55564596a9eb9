package io.github.miscope.sweep;

import io.github.miscope.estimator.EstimationInterruptedException;

/** A sweep was stopped by an interrupt; carries what was finished. */
public final class SweepInterruptedException extends EstimationInterruptedException {

  private static final long serialVersionUID = 1;

  private final transient SweepTable finished;

  SweepInterruptedException(SweepTable finished, InterruptedException cause) {
    super(
        "sweep interrupted: "
            + finished.rows().size()
            + " of "
            + finished.sweep().cells()
            + " cells are finished",
        cause);
    this.finished = finished;
  }

  /**
   * What was finished before the interrupt.
   *
   * @return a table without the other cells
   */
  public SweepTable finished() {
    return finished;
  }
}
