package io.github.miscope.estimator;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How far an estimate has come, for estimates that take seconds. Who wants to hear listens around
 * the call, whatever scalings and labels lie over the estimator; the estimator reports on the
 * thread that called it. Numbers do not depend on who listens.
 */
public final class TrainingProgress {

  private static final ThreadLocal<@Nullable Listener> LISTENER = new ThreadLocal<>();

  private TrainingProgress() {}

  /** Hears how far an estimate has come, some times a second, on the thread that estimates. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Hears.
     *
     * @param done steps that are done
     * @param total steps at most
     */
    void update(long done, long total);
  }

  /**
   * Runs work whose reports a listener hears; within it, the listener replaces an outer one.
   *
   * @param listener hears the reports that this thread makes
   * @param work usually an estimate
   * @param <T> what the work returns
   * @return what the work returned
   */
  public static <T> T listen(Listener listener, Supplier<T> work) {
    Listener outer = LISTENER.get();
    LISTENER.set(listener);
    try {
      return work.get();
    } finally {
      if (outer == null) {
        LISTENER.remove();
      } else {
        LISTENER.set(outer);
      }
    }
  }

  /**
   * Tells the listener of this thread, if there is one. For estimators.
   *
   * @param done steps that are done
   * @param total steps at most
   */
  public static void report(long done, long total) {
    Listener listener = LISTENER.get();
    if (listener != null) {
      listener.update(done, total);
    }
  }
}
