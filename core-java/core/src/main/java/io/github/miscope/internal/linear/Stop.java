package io.github.miscope.internal.linear;

import io.github.miscope.internal.parallel.Interrupts;

/** Carries an interrupt out of steps of EJML's algorithms, which declare no exception. */
final class Stop extends RuntimeException {

  private static final long serialVersionUID = 1;

  private Stop() {
    super("interrupted", null, false, false);
  }

  /** Stops the algorithm around if the current thread's work is to stop. */
  static void poll() {
    if (Interrupts.take()) {
      throw new Stop();
    }
  }

  /** Runs an algorithm of which some step polls. */
  static boolean run(Algorithm algorithm) throws InterruptedException {
    try {
      poll();
      return algorithm.run();
    } catch (Stop e) {
      throw new InterruptedException("estimation was interrupted");
    }
  }

  /** An algorithm; false if it does not converge, or the matrix does not suit it. */
  @FunctionalInterface
  interface Algorithm {
    boolean run();
  }
}
