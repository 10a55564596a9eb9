package io.github.miscope.internal.parallel;

import org.jspecify.annotations.Nullable;

/** How many threads the current one may use for one estimate. */
public final class Threads {

  private static final ThreadLocal<@Nullable Integer> LIMIT = new ThreadLocal<>();

  private Threads() {}

  /**
   * The number of threads that work started by the current thread may use, itself included: the
   * limit set by {@link #within}, else the system property {@code miscope.threads}, else one per
   * processor.
   *
   * @return at least 1
   */
  public static int current() {
    Integer limit = LIMIT.get();
    return limit != null
        ? limit
        : Math.max(
            1, Integer.getInteger("miscope.threads", Runtime.getRuntime().availableProcessors()));
  }

  /**
   * Runs work under a limit.
   *
   * @param limit threads that the work may use, at least 1
   * @param work what to run on the current thread
   */
  public static void within(int limit, Runnable work) {
    Integer before = LIMIT.get();
    LIMIT.set(limit);
    try {
      work.run();
    } finally {
      LIMIT.set(before);
    }
  }
}
