package io.github.miscope.selection;

import io.github.miscope.estimator.EstimationInterruptedException;

/** A selection was stopped by an interrupt; carries the columns that were chosen. */
public final class SelectionInterruptedException extends EstimationInterruptedException {

  private static final long serialVersionUID = 1;

  private final transient MiSelection finished;

  SelectionInterruptedException(MiSelection finished, InterruptedException cause) {
    super("selection interrupted: " + finished.steps().size() + " columns are chosen", cause);
    this.finished = finished;
  }

  /**
   * What was finished before the interrupt.
   *
   * @return the first columns of the selection
   */
  public MiSelection finished() {
    return finished;
  }
}
