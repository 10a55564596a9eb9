package io.github.miscope.activation;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.bins.Numbering;

/** Numbers that name inputs or classes. */
final class InputNumbers {

  private InputNumbers() {}

  static void check(String name, int[] labels, int n) {
    if (labels.length != n) {
      throw new IllegalArgumentException(
          "there must be one " + name + " for each of " + n + " rows: " + labels.length);
    }
  }

  /** The same labels, numbered from 0 as they occur. */
  static int[] numbered(int[] labels) {
    return Numbering.of(
        () -> EstimationInterruptedException.throwIfInterrupted("numbering of inputs"), labels);
  }
}
