package io.github.miscope.estimator;

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
}
