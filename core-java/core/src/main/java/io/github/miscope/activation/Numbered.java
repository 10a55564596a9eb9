package io.github.miscope.activation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleUnaryOperator;

/** Bins as whole numbers. */
final class Numbered {

  /** Beyond it bins are no longer told apart. */
  private static final double LARGEST = 0x1p62;

  private Numbered() {}

  /** Four digits, without zeros at the end. */
  static String shown(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  static long[] of(double[] values, DoubleUnaryOperator bin, BinGrid grid) {
    long[] bins = new long[values.length];
    for (int i = 0; i < bins.length; i++) {
      double number = bin.applyAsDouble(values[i]);
      if (!(Math.abs(number) < LARGEST)) {
        throw new IllegalArgumentException("value " + values[i] + " is too far from " + grid);
      }
      bins[i] = (long) number;
    }
    return bins;
  }
}
