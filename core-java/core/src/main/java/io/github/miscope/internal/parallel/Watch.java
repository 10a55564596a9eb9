package io.github.miscope.internal.parallel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far the loops of a thread have come: those that the thread itself starts, not those
 * within them. Loops that end soon are not told of. Results do not depend on it.
 */
public final class Watch {

  /** Receives the progress of a loop, on the thread that runs it. */
  @FunctionalInterface
  public interface Watcher {

    /**
     * Called as the work goes on.
     *
     * @param done blocks that are done
     * @param total blocks of the loop
     */
    void update(long done, long total);
  }

  private static final long AFTER_NANOS = 200_000_000;
  private static final long EVERY_NANOS = 100_000_000;

  private static final ThreadLocal<@Nullable Watcher> WATCHER = new ThreadLocal<>();

  private final Watcher watcher;
  private final Thread thread = Thread.currentThread();
  private long due = System.nanoTime() + AFTER_NANOS;

  private Watch(Watcher watcher) {
    this.watcher = watcher;
  }

  /**
   * Runs work whose loops are watched.
   *
   * @param watcher receives the progress of the loops that this thread starts
   * @param work what to do
   * @param <T> what the work returns
   * @return what the work returned
   */
  public static <T> T by(Watcher watcher, Supplier<T> work) {
    Watcher outer = WATCHER.get();
    WATCHER.set(watcher);
    try {
      return work.get();
    } finally {
      restore(outer);
    }
  }

  /** The watch of a loop that begins; loops within it have none. */
  static @Nullable Watch start() {
    Watcher watcher = WATCHER.get();
    if (watcher == null) {
      return null;
    }
    WATCHER.remove();
    return new Watch(watcher);
  }

  /** The loop is over. */
  void end() {
    restore(watcher);
  }

  private static void restore(@Nullable Watcher watcher) {
    if (watcher == null) {
      WATCHER.remove();
    } else {
      WATCHER.set(watcher);
    }
  }

  /** Whether it is time to tell, on the thread that started the loop. */
  boolean isDue() {
    return Thread.currentThread() == thread && System.nanoTime() - due >= 0;
  }

  void tell(long done, long total) {
    due = System.nanoTime() + EVERY_NANOS;
    watcher.update(done, total);
  }
}
