package io.github.miscope.internal.parallel;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the work of the current thread is to stop: because the thread is interrupted, or because
 * it helps another thread whose work was stopped.
 *
 * <p>Long loops ask between parts of at most 50 ms.
 */
public final class Interrupts {

  /** Whether the work that the current thread helps with has been called off. */
  private static final ThreadLocal<@Nullable BooleanSupplier> CALLED_OFF = new ThreadLocal<>();

  private Interrupts() {}

  /**
   * Stops the current thread's work if it is to stop, and consumes the interrupt.
   *
   * @throws InterruptedException if the thread is interrupted, or helps with stopped work
   */
  public static void check() throws InterruptedException {
    if (take()) {
      throw new InterruptedException("estimation was interrupted");
    }
  }

  /**
   * Stops the current thread's work if it is to stop, and consumes the interrupt: for methods that
   * declare no exception.
   *
   * @param work what is stopped, as the subject of a sentence
   * @throws CancellationException if the thread is interrupted, or helps with stopped work; its
   *     cause is an InterruptedException
   */
  public static void throwIfStopped(String work) {
    if (take()) {
      throw cancelled(work, new InterruptedException(work + " was interrupted"));
    }
  }

  /**
   * An interruption as an exception that need not be declared.
   *
   * @param work what is stopped, as the subject of a sentence
   * @param cause the interruption
   * @return an exception with that cause
   */
  public static CancellationException cancelled(String work, InterruptedException cause) {
    CancellationException cancelled = new CancellationException(work + " was interrupted");
    cancelled.initCause(cause);
    return cancelled;
  }

  /**
   * Whether the current thread's work is to stop; consumes the interrupt.
   *
   * @return true if the thread is interrupted, or helps with stopped work
   */
  public static boolean take() {
    return Thread.interrupted() || isCalledOff();
  }

  static boolean isCalledOff() {
    BooleanSupplier calledOff = CALLED_OFF.get();
    return calledOff != null && calledOff.getAsBoolean();
  }

  /** What the current thread helps with, to be asked from its helpers in turn. */
  static @Nullable BooleanSupplier current() {
    return CALLED_OFF.get();
  }

  /** Does work that another thread may call off. */
  static void helping(BooleanSupplier calledOff, Runnable work) {
    BooleanSupplier before = CALLED_OFF.get();
    CALLED_OFF.set(calledOff);
    try {
      work.run();
    } finally {
      if (before == null) {
        CALLED_OFF.remove();
      } else {
        CALLED_OFF.set(before);
      }
    }
  }
}
