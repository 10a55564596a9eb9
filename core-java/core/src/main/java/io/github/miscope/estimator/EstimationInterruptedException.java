package io.github.miscope.estimator;

import io.github.miscope.internal.parallel.Interrupts;

/**
 * Work was stopped by an interrupt of its thread. The cause is an {@link InterruptedException}, by
 * which callers such as notebook kernels know an interruption from a failure.
 */
public class EstimationInterruptedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * An interruption.
   *
   * @param message what was stopped
   * @param cause the interruption of the thread
   */
  public EstimationInterruptedException(String message, InterruptedException cause) {
    super(message, cause);
  }

  /**
   * Stops work if the current thread is interrupted, and consumes the interrupt; also where the
   * thread helps another one whose work was stopped.
   *
   * @param what the label of the work
   * @throws EstimationInterruptedException if the current thread's work is to stop
   */
  public static void throwIfInterrupted(String what) {
    if (Interrupts.take()) {
      throw new EstimationInterruptedException(
          what + " was interrupted", new InterruptedException(what + " was interrupted"));
    }
  }
}
