package io.github.miscope.network;

import io.github.miscope.estimator.EstimationInterruptedException;

/** A network was stopped by an interrupt; carries what was finished. */
public final class NetworkInterruptedException extends EstimationInterruptedException {

  private static final long serialVersionUID = 1;

  private final transient MiNetwork finished;

  NetworkInterruptedException(MiNetwork finished, InterruptedException cause) {
    super(
        "network interrupted: "
            + finished.finished()
            + " of "
            + finished.pairs()
            + " pairs are finished",
        cause);
    this.finished = finished;
  }

  /**
   * What was finished before the interrupt.
   *
   * @return a network without the other pairs
   */
  public MiNetwork finished() {
    return finished;
  }
}
