package io.github.miscope.internal.parallel;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that have just helped, and stay awake for a moment: the next step of an estimate, or the
 * next estimate, follows at once, and to wake a thread takes as long as a step.
 */
final class Awake {

  /** Somewhat longer than one thread is busy alone between two steps. */
  private static final long NANOS = 100_000;

  /** How many threads wait to whom nothing has been promised. */
  private static final AtomicInteger WAITING = new AtomicInteger();

  private static final Queue<Runnable> PROMISED = new ConcurrentLinkedQueue<>();

  private Awake() {}

  /** Has a thread that waits do some work; false if there is none. */
  static boolean take(Runnable work) {
    if (!takesOne()) {
      return false;
    }
    PROMISED.add(work);
    return true;
  }

  private static boolean takesOne() {
    int waiting = WAITING.get();
    while (waiting > 0 && !WAITING.compareAndSet(waiting, waiting - 1)) {
      waiting = WAITING.get();
    }
    return waiting > 0;
  }

  /** Waits for work, does it, and waits again, until for a while there is none. */
  static void await() {
    WAITING.incrementAndGet();
    long start = System.nanoTime();
    while (true) {
      Runnable work = PROMISED.poll();
      if (work != null) {
        work.run();
        WAITING.incrementAndGet();
        start = System.nanoTime();
      } else if (System.nanoTime() - start > NANOS && takesOne()) {
        return;
      } else {
        Thread.onSpinWait();
      }
    }
  }

  /** Waits awake for others; false if that would take too long. */
  static boolean until(CountDownLatch done) {
    long start = System.nanoTime();
    while (done.getCount() > 0) {
      if (System.nanoTime() - start > NANOS) {
        return false;
      }
      Thread.onSpinWait();
    }
    return true;
  }
}
