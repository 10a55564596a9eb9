package io.github.miscope.estimator.internal.ties;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The step of a column whose values are whole multiples of one, but for rounding errors and a
 * shift: data rounded to 0.1, in any unit. 0.1, 0.2 and 0.3 have no exact doubles, so that equal
 * distances between such values differ in their last bits, by chance and by unit.
 */
final class Lattice {

  /** What arithmetic may have done to a value, relative to the column's largest magnitude. */
  private static final double ROUNDING = 0x1p-46;

  /** A step is at least so many rounding errors: no column of other data has one by chance. */
  private static final double ERRORS_PER_STEP = 0x1p10;

  /** A gap between values is known if its error is at most this part of the step. */
  private static final double PRECISE = 0x1p-6;

  /** Any two values are on a lattice: what is near them then is no rounding error of theirs. */
  private static final int MIN_PLACES = 3;

  /** The bits of a double: those of a step and of a number of steps together, if exact. */
  private static final int EXACT_BITS = 53;

  /** The bits of a step in {@link #exact}: as many as leave as many to the number of steps. */
  private static final int STEP_BITS = 26;

  /** With fewer bits a step would be another one. */
  private static final int MIN_STEP_BITS = 12;

  private final double least;
  private final double step;

  private Lattice(double least, double step) {
    this.least = least;
    this.step = step;
  }

  /**
   * Finds the lattice of a column.
   *
   * @param sorted n finite values, ascending, whose differences do not overflow
   * @return null if the values are no multiples of one step; then a few values tell
   */
  static @Nullable Lattice of(double[] sorted) {
    double least = sorted[0];
    double most = sorted[sorted.length - 1];
    double error = ROUNDING * Math.max(Math.abs(least), Math.abs(most));
    Step step = new Step(error);
    double before = least;
    int places = 1;
    for (double v : sorted) {
      // A value that is above the one before by rounding only is the same one.
      if (v - before > error) {
        if (!step.take(v - before)) {
          return null;
        }
        before = v;
        places++;
      }
    }
    return places >= MIN_PLACES ? verified(sorted, step.size, error) : null;
  }

  /** Refines a step by the values' distances from the least one, and looks whether all agree. */
  private static @Nullable Lattice verified(double[] sorted, double size, double error) {
    double least = sorted[0];
    double step = size;
    double place = 0;
    double before = least;
    for (double v : sorted) {
      place += Math.rint((v - before) / step);
      before = v;
      step = place > 0 ? (v - least) / place : step;
    }
    Lattice lattice = new Lattice(least, step);
    for (double v : sorted) {
      if (!(Math.abs(v - least - lattice.place(v) * step) <= 4 * error)) {
        return null;
      }
    }
    return lattice;
  }

  /** The greatest common divisor of differences that are known up to an error. */
  private static final class Step {
    private final double error;
    private double size;
    private double sizeError;

    Step(double error) {
      this.error = error;
    }

    /** Takes another difference; false if there is no common divisor. */
    boolean take(double difference) {
      if (size == 0) {
        size = difference;
        sizeError = error;
        return size >= ERRORS_PER_STEP * error;
      }
      double times = Math.rint(difference / size);
      double rest = Math.abs(difference - times * size);
      double restError = error + times * sizeError;
      if (rest > 4 * restError) {
        return divide(rest, restError);
      }
      if (restError > PRECISE * size) {
        // So far apart that nothing is learnt; the verification tells.
        return true;
      }
      if (times > 0 && error / times < sizeError) {
        size = difference / times;
        sizeError = error / times;
      }
      return true;
    }

    /** Euclid's algorithm on the step and what a difference leaves of it. */
    private boolean divide(double rest, double restError) {
      double a = size;
      double errorA = sizeError;
      double b = rest;
      double errorB = restError;
      while (b > 4 * errorB) {
        double times = Math.rint(a / b);
        double next = Math.abs(a - times * b);
        double errorNext = errorA + times * errorB;
        a = b;
        errorA = errorB;
        b = next;
        errorB = errorNext;
      }
      size = a;
      sizeError = errorA;
      return errorA <= PRECISE * a && a >= ERRORS_PER_STEP * error;
    }
  }

  /** The distance between neighbouring places. */
  double step() {
    return step;
  }

  /** How many steps a value is above the least one: a whole number. */
  double place(double value) {
    return Math.rint((value - least) / step);
  }

  /** The places of all values. */
  double[] places(double[] column) {
    return Arrays.stream(column).map(this::place).toArray();
  }

  /**
   * The same column with its values exactly on the lattice, if that can be: as whole multiples of a
   * step with few bits, so that every distance is exact, and distances of as many steps are equal.
   *
   * @param squares whether sums of squares of distances must be exact, too
   * @return the column itself if its distances are exact already, or if it has too many places
   */
  double[] exact(double[] column, boolean squares) {
    double most = Arrays.stream(column).map(this::place).max().orElseThrow();
    int placeBits = Math.getExponent(most + 1) + 1;
    int bits = squares ? STEP_BITS - 2 - placeBits : Math.min(STEP_BITS, EXACT_BITS - placeBits);
    if (bits < MIN_STEP_BITS) {
      return column;
    }
    double rounded = rounded(step, bits);
    double[] exact = new double[column.length];
    boolean same = true;
    for (int i = 0; i < exact.length; i++) {
      exact[i] = place(column[i]) * rounded;
      same &= column[i] - least == exact[i] && least + exact[i] == column[i];
    }
    return same ? column : exact;
  }

  private static double rounded(double value, int bits) {
    int exponent = bits - 1 - Math.getExponent(value);
    return Math.scalb(Math.rint(Math.scalb(value, exponent)), -exponent);
  }
}
