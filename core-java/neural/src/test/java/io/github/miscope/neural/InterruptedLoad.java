package io.github.miscope.neural;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.neural.libtorch.Libtorch;

/** A process whose first load of libtorch is interrupted, and asked for again. */
final class InterruptedLoad {

  private InterruptedLoad() {}

  /** No arguments; prints the milliseconds until the interrupt was heard, and "loaded". */
  public static void main(String[] args) {
    Thread.currentThread().interrupt();
    long start = System.nanoTime();
    try {
      Libtorch.require();
      System.out.print("not interrupted ");
    } catch (EstimationInterruptedException e) {
      System.out.print((System.nanoTime() - start) / 1_000_000 + " ms, ");
    }
    Libtorch.require();
    System.out.println("loaded");
  }
}
