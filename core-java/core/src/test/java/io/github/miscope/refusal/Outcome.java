package io.github.miscope.refusal;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call on this thread.
 *
 * @param thrown by the call; null if it returned
 * @param bytes that its thread allocated
 * @param seconds that it took
 */
public record Outcome(@Nullable Throwable thrown, long bytes, double seconds) {

  /** No bad input may make us allocate more. */
  public static final long MAX_BYTES = 256L << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Calls, and measures. */
  public static Outcome of(Callable<?> call) {
    long thread = Thread.currentThread().getId();
    long bytes = THREADS.getThreadAllocatedBytes(thread);
    long start = System.nanoTime();
    Throwable thrown = null;
    try {
      call.call();
    } catch (Throwable e) {
      thrown = e;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Outcome(thrown, THREADS.getThreadAllocatedBytes(thread) - bytes, seconds);
  }

  /** The message of what was thrown; empty if nothing was. */
  public String message() {
    return thrown == null ? "" : String.valueOf(thrown.getMessage());
  }
}
