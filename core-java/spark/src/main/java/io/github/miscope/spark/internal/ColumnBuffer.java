package io.github.miscope.spark.internal;

import java.util.Arrays;

/** A column that grows while rows come in. */
final class ColumnBuffer {

  private static final int FIRST = 1 << 10;

  private double[] values = new double[FIRST];
  private int n;

  void add(double value) {
    if (n == values.length) {
      values = Arrays.copyOf(values, (int) Math.min(Integer.MAX_VALUE - 8L, n + (n >> 1) + 1L));
    }
    values[n++] = value;
  }

  double[] values() {
    return Arrays.copyOf(values, n);
  }
}
