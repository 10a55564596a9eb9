package io.github.miscope.internal.parallel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Work with steps that nothing can stop, such as calls of native code, on a thread of its own. An
 * interrupt of the caller is passed on to it, and soon ends the wait: a long step that is under way
 * ends alone, and the work with it.
 *
 * <p>Native code crashes if its libraries are torn down under it. So the end of the Java machine
 * stops the work, and waits for the steps that are under way, at most 10 seconds.
 */
public final class Detached {

  private static final long POLL_MILLIS = 20;

  /** Most work ends within this time of an interrupt, and is then known to have ended. */
  private static final long GRACE_MILLIS = 400;

  private static final long EXIT_NANOS = 10_000_000_000L;

  /** Threads that are at such work, whether or not anybody still waits for them. */
  private static final Set<Thread> WORKING = ConcurrentHashMap.newKeySet();

  private static volatile boolean exiting;

  static {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(Detached::exit, "miscope-exit"));
    } catch (IllegalStateException e) {
      exiting = true; // Too late for a hook.
    }
  }

  private Detached() {}

  /**
   * Work that may be interrupted between its steps.
   *
   * @param <T> what it returns
   */
  @FunctionalInterface
  public interface Work<T> {

    /**
     * Does the work.
     *
     * @return what it returns
     * @throws InterruptedException if the thread is interrupted
     */
    T run() throws InterruptedException;
  }

  /**
   * Does work on another thread and waits for it.
   *
   * @param name the name of the thread
   * @param work the work; what it throws, this method throws
   * @param tick called on the calling thread, now and then and after the work has ended well
   * @param <T> what the work returns
   * @return what the work returned
   * @throws InterruptedException if the calling thread's work is to stop
   */
  public static <T> T run(String name, Work<T> work, Runnable tick) throws InterruptedException {
    Run<T> run = new Run<>(work, Threads.current());
    Thread thread = new Thread(run, name);
    thread.setDaemon(true);
    thread.start();
    try {
      while (thread.isAlive()) {
        thread.join(POLL_MILLIS);
        Interrupts.check();
        tick.run();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      thread.join(GRACE_MILLIS);
      throw e;
    } catch (RuntimeException | Error e) {
      thread.interrupt();
      throw e;
    }
    awaitExit();
    T result = run.result();
    tick.run();
    return result;
  }

  /**
   * Does work on the calling thread. The end of the Java machine waits for it, too.
   *
   * @param work the work; what it throws, this method throws
   * @param <T> what the work returns
   * @return what the work returned
   * @throws InterruptedException if the calling thread's work is to stop
   */
  public static <T> T here(Work<T> work) throws InterruptedException {
    boolean outermost = WORKING.add(Thread.currentThread());
    try {
      return work.run();
    } finally {
      if (outermost) {
        WORKING.remove(Thread.currentThread());
      }
      awaitExit();
    }
  }

  private static void exit() {
    exiting = true;
    WORKING.forEach(Thread::interrupt);
    long end = System.nanoTime() + EXIT_NANOS;
    while (!WORKING.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(POLL_MILLIS * 1_000_000);
    }
  }

  /** What stopped because the machine ends has nobody to report to, unless the end takes long. */
  private static void awaitExit() {
    long end = System.nanoTime() + 2 * EXIT_NANOS;
    while (exiting && System.nanoTime() < end) {
      LockSupport.parkNanos(EXIT_NANOS);
    }
  }

  private static final class Run<T> implements Runnable {
    private final Work<T> work;
    private final int threads;
    private final AtomicReference<@Nullable T> result = new AtomicReference<>();
    private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();

    Run(Work<T> work, int threads) {
      this.work = work;
      this.threads = threads;
    }

    @Override
    public void run() {
      WORKING.add(Thread.currentThread());
      try {
        Threads.within(threads, this::keep);
      } finally {
        WORKING.remove(Thread.currentThread());
      }
    }

    private void keep() {
      try {
        result.set(work.run());
      } catch (InterruptedException | RuntimeException | Error e) {
        thrown.set(e);
      }
    }

    T result() throws InterruptedException {
      Throwable cause = thrown.get();
      if (cause instanceof InterruptedException e) {
        throw e;
      }
      if (cause instanceof RuntimeException e) {
        throw e;
      }
      if (cause instanceof Error e) {
        throw e;
      }
      T value = result.get();
      if (value == null) {
        throw new IllegalStateException("the work returned nothing");
      }
      return value;
    }
  }
}
