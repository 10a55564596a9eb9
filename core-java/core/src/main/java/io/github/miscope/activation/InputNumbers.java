package io.github.miscope.activation;

import io.github.miscope.estimator.EstimationInterruptedException;
import java.util.HashMap;
import java.util.Map;

/** Numbers that name inputs or classes. */
final class InputNumbers {

  /** They take a few milliseconds. */
  private static final int ROWS_BETWEEN_POLLS = 1 << 14;

  private InputNumbers() {}

  static void check(String name, int[] labels, int n) {
    if (labels.length != n) {
      throw new IllegalArgumentException(
          "there must be one " + name + " for each of " + n + " rows: " + labels.length);
    }
  }

  /** The same labels, numbered from 0 as they occur. */
  static int[] numbered(int[] labels) {
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] result = new int[labels.length];
    for (int i = 0; i < result.length; i++) {
      if (i % ROWS_BETWEEN_POLLS == 0) {
        EstimationInterruptedException.throwIfInterrupted("numbering of inputs");
      }
      Integer known = numbers.putIfAbsent(labels[i], numbers.size());
      result[i] = known == null ? numbers.size() - 1 : known;
    }
    return result;
  }
}
