package io.github.miscope.inference;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.parallel.Blocks;
import io.github.miscope.internal.parallel.Threads;
import java.util.function.IntToDoubleFunction;

/** Many estimates of one size, on as many threads as there are. */
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
    if (count == 0) {
      return nats;
    }
    long start = System.nanoTime();
    nats[0] = estimate.applyAsDouble(0);
    boolean isShort = System.nanoTime() - start < SHORT_NANOS;
    if (!isShort) {
      for (int i = 1; i < count; i++) {
        checkInterrupt(label);
        nats[i] = estimate.applyAsDouble(i);
      }
      return nats;
    }
    try {
      Blocks.run(
          count - 1,
          1,
          () ->
              (from, to) ->
                  Threads.within(1, () -> nats[from + 1] = estimate.applyAsDouble(from + 1)));
    } catch (InterruptedException e) {
      throw interrupted(label, e);
    }
    return nats;
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
