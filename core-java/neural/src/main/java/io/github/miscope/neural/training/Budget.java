package io.github.miscope.neural.training;

import java.util.Locale;
import java.util.Objects;

/**
 * How long a critic is trained at most.
 *
 * @param count how many
 * @param unit of what
 */
public record Budget(int count, Unit unit) {

  /** What is counted. */
  public enum Unit {
    /** Batches. */
    STEPS,
    /** Passes over the training data. */
    EPOCHS
  }

  /**
   * A budget.
   *
   * @param count how many, at least 1
   * @param unit of what
   * @throws IllegalArgumentException if the count is below 1
   */
  public Budget {
    Objects.requireNonNull(unit, "unit");
    if (count < 1) {
      throw new IllegalArgumentException(
          unit.name().toLowerCase(Locale.ROOT) + " must be >= 1: " + count);
    }
  }

  /**
   * The number of steps.
   *
   * @param perEpoch batches in a pass over the training data
   * @return the steps that this budget allows
   */
  public int steps(int perEpoch) {
    long steps = unit == Unit.STEPS ? count : (long) count * perEpoch;
    if (steps > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "epochs must have at most %d steps together: epochs=%d of %d steps",
              Integer.MAX_VALUE,
              count,
              perEpoch));
    }
    return (int) steps;
  }

  @Override
  public String toString() {
    return count + (unit == Unit.STEPS ? " steps" : " epochs");
  }
}
