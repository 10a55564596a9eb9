package io.github.miscope.inference;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.internal.parallel.Blocks;
import io.github.miscope.internal.parallel.Threads;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;

/**
 * Many estimates of about one size, on as many threads as there are. How many are done is reported
 * to {@link TrainingProgress}; what the estimates themselves report is not.
 */
final class Repeats {

  /**
   * Below this each estimate has one thread, which is the faster way; above, estimates follow each
   * other and each has all threads, so that an interrupt need not wait for one on another thread.
   */
  private static final long SHORT_NANOS = 50_000_000;

  private Repeats() {}

  /**
   * The estimates with numbers 0 to count - 1. The choice of the way to run them depends on time,
   * but no bit of the result does.
   */
  static double[] of(int count, String label, IntToDoubleFunction estimate) {
    double[] nats = new double[count];
    run(count, label, i -> nats[i] = estimate.applyAsDouble(i));
    return nats;
  }

  /** Makes the estimates with numbers 0 to count - 1, in any order, on any thread. */
  static void run(int count, String label, IntConsumer estimate) {
    // Code that is not warm yet may be slow: one by one until they are short.
    for (int i = 0; i < count; i++) {
      checkInterrupt(label);
      long start = System.nanoTime();
      quietly(estimate, i);
      TrainingProgress.report(i + 1, count);
      if (System.nanoTime() - start < SHORT_NANOS) {
        sideBySide(i + 1, count, label, estimate);
        return;
      }
    }
  }

  private static void quietly(IntConsumer estimate, int i) {
    TrainingProgress.listen(
        (done, total) -> {},
        () -> {
          estimate.accept(i);
          return i;
        });
  }

  private static void sideBySide(int from, int count, String label, IntConsumer estimate) {
    AtomicInteger done = new AtomicInteger(from);
    Thread caller = Thread.currentThread();
    try {
      Blocks.run(
          count - from,
          1,
          () ->
              (i, end) -> {
                Threads.within(1, () -> quietly(estimate, from + i));
                int finished = done.incrementAndGet();
                if (Thread.currentThread() == caller) {
                  TrainingProgress.report(finished, count);
                }
              });
    } catch (InterruptedException e) {
      throw interrupted(label, e);
    }
  }

  private static void checkInterrupt(String label) {
    if (Thread.interrupted()) {
      throw interrupted(label, new InterruptedException("estimation was interrupted"));
    }
  }

  private static EstimationInterruptedException interrupted(String label, InterruptedException e) {
    return new EstimationInterruptedException("repeated estimates by " + label + " stopped", e);
  }
}
