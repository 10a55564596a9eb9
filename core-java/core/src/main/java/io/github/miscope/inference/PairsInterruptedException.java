package io.github.miscope.inference;

import io.github.miscope.estimator.EstimationInterruptedException;

/** Estimates of many pairs were stopped by an interrupt; carries what was finished. */
public final class PairsInterruptedException extends EstimationInterruptedException {

  private static final long serialVersionUID = 1;

  private final transient PairwiseEstimates finished;

  PairsInterruptedException(PairwiseEstimates finished, InterruptedException cause) {
    super(
        "estimates of pairs interrupted: "
            + finished.finished()
            + " of "
            + finished.size()
            + " are finished",
        cause);
    this.finished = finished;
  }

  /**
   * What was finished before the interrupt.
   *
   * @return the estimates; the other pairs are {@link MissingEstimate.NotComputed}
   */
  public PairwiseEstimates finished() {
    return finished;
  }
}
