package io.github.miscope.estimator;

import io.github.miscope.internal.parallel.Watch;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How far an estimate has come, for estimates that take seconds. Callers listen around the call,
 * whatever scalings and labels wrap the estimator; the estimator reports on the thread that called
 * it. Listening changes no number.
 */
public final class TrainingProgress {

  private static final ThreadLocal<@Nullable Listener> LISTENER = new ThreadLocal<>();

  private TrainingProgress() {}

  /** Receives the progress of an estimate, several times a second, on the thread that estimates. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Called as the work goes on.
     *
     * @param done steps that are done
     * @param total steps at most
     */
    void update(long done, long total);
  }

  /** Where long work is shown while it runs: in a notebook, for instance. */
  public interface Host {

    /**
     * Runs work and receives its reports.
     *
     * @param title what is under way, in a few words
     * @param work what to do
     * @param <T> what the work returns
     * @return what the work returned
     */
    <T> T run(String title, Supplier<T> work);
  }

  private static volatile @Nullable Host host;

  /**
   * Sets where the long work of this process is shown that is not started through another host.
   *
   * @param newHost runs such work; null for nobody
   */
  public static void setHost(@Nullable Host newHost) {
    host = newHost;
  }

  /**
   * Runs long work that reports its progress: in the host, if there is one and this thread's
   * reports are not heard already.
   *
   * @param title what is under way, in a few words
   * @param work what to do
   * @param <T> what the work returns
   * @return what the work returned
   */
  public static <T> T show(String title, Supplier<T> work) {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(work, "work");
    Host now = host;
    return now == null || LISTENER.get() != null ? work.get() : now.run(title, work);
  }

  /**
   * Runs an estimate that makes no reports of its own, and tells how far its loops have come, one
   * after the other, if they take long.
   *
   * @param listener receives how many parts of the loop under way are done
   * @param work usually an estimate
   * @param <T> what the work returns
   * @return what the work returned
   */
  public static <T> T listenClosely(Listener listener, Supplier<T> work) {
    Objects.requireNonNull(listener, "listener");
    Objects.requireNonNull(work, "work");
    return Watch.by(listener::update, () -> listen(listener, work));
  }

  /**
   * Runs work and passes its reports to a listener; within it, the listener replaces an outer one.
   *
   * @param listener receives the reports that this thread makes
   * @param work usually an estimate
   * @param <T> what the work returns
   * @return what the work returned
   */
  public static <T> T listen(Listener listener, Supplier<T> work) {
    Objects.requireNonNull(listener, "listener");
    Objects.requireNonNull(work, "work");
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
