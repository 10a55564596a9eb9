package io.github.miscope.task;

import io.github.miscope.internal.parallel.Interrupts;

/** Lets an interrupt stop the making of samples. */
final class Sampling {

  /** Rows between two looks at the interrupt flag. */
  private static final int ROWS = 256;

  private Sampling() {}

  /**
   * Looks for an interrupt.
   *
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  static void poll() {
    Interrupts.throwIfStopped("sampling");
  }

  /** Looks for an interrupt now and then, in a loop over rows. */
  static void poll(int row) {
    if (row % ROWS == 0) {
      poll();
    }
  }
}
