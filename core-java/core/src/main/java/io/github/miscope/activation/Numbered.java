package io.github.miscope.activation;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.neighbour.order.Ranks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Bins as whole numbers. */
final class Numbered {

  /** Beyond it bins are no longer told apart. */
  private static final double LARGEST = 0x1p62;

  /** Numbers with more zeros are written with a power of ten. */
  private static final int MAX_ZEROS = 12;

  /** They take a millisecond or a few. */
  private static final int BETWEEN_POLLS = 1 << 16;

  private Numbered() {}

  /** Four digits, without zeros at the end. */
  static String shown(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
    if (rounded.signum() == 0) {
      return "0";
    }
    boolean plain = Math.abs(rounded.scale()) <= MAX_ZEROS;
    return plain ? rounded.toPlainString() : rounded.toString();
  }

  /**
   * The bins of values; where some are beyond the range of an int they are numbered anew, in the
   * same order.
   */
  static int[] of(double[] values, DoubleUnaryOperator bin, BinGrid grid) {
    double[] bins = new double[values.length];
    boolean areInts = true;
    for (int i = 0; i < bins.length; i++) {
      if (i % BETWEEN_POLLS == 0) {
        EstimationInterruptedException.throwIfInterrupted("binning of values");
      }
      bins[i] = bin.applyAsDouble(values[i]);
      if (!(Math.abs(bins[i]) < LARGEST)) {
        throw new IllegalArgumentException("value " + values[i] + " is too far from " + grid);
      }
      areInts &= bins[i] == (int) bins[i];
    }
    return areInts ? Arrays.stream(bins).mapToInt(b -> (int) b).toArray() : Ranks.dense(bins);
  }
}
