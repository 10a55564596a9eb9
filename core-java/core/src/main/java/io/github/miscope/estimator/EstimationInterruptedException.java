package io.github.miscope.estimator;

import io.github.miscope.internal.parallel.Interrupts;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * Work was stopped by an interrupt of its thread. The cause is an {@link InterruptedException}, by
 * which callers such as notebook kernels know an interruption from a failure.
 *
 * <p>It is a {@link CancellationException}, as are the interruptions of scalings and samplers,
 * which estimate nothing.
 */
public class EstimationInterruptedException extends CancellationException {

  private static final long serialVersionUID = 1;

  /**
   * An interruption.
   *
   * @param message what was stopped
   * @param cause the interruption of the thread
   */
  public EstimationInterruptedException(String message, InterruptedException cause) {
    super(message);
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(cause, "cause");
    initCause(cause);
  }

  /**
   * The interruption of an estimate from that of a step of it.
   *
   * @param step the interruption of the step
   * @return the same exception if it is one of an estimate, else one with its message and cause
   */
  public static EstimationInterruptedException of(CancellationException step) {
    Objects.requireNonNull(step, "step");
    if (step instanceof EstimationInterruptedException interrupted) {
      return interrupted;
    }
    String message = String.valueOf(step.getMessage());
    return new EstimationInterruptedException(
        message,
        step.getCause() instanceof InterruptedException interruption
            ? interruption
            : new InterruptedException(message));
  }

  /**
   * Stops work if the current thread is interrupted, and consumes the interrupt; also where the
   * thread helps another one whose work was stopped.
   *
   * @param what the label of the work
   * @throws EstimationInterruptedException if the current thread's work is to stop
   */
  public static void throwIfInterrupted(String what) {
    Objects.requireNonNull(what, "what");
    if (Interrupts.take()) {
      throw new EstimationInterruptedException(
          what + " was interrupted", new InterruptedException(what + " was interrupted"));
    }
  }
}
