package io.github.miscope.association;

import java.util.Objects;

/**
 * A scale on which mutual information is 0 for independent columns and at most 1.
 *
 * <p>The {@link Strength words} begin at four bounds on each. For the correlation equivalent they
 * are 0.1, 0.3, 0.5 and 0.7: the first three are Cohen's small, medium and large ("Statistical
 * Power Analysis for the Behavioral Sciences", 2nd edition, 1988, section 3.2). Shares of entropy
 * are smaller numbers for the same strength. Two balanced columns of two levels whose correlation
 * (phi) is 0.1, 0.3, 0.5 and 0.7 share 0.007, 0.066, 0.19 and 0.39 of it: the bounds are 0.01,
 * 0.07, 0.2 and 0.4.
 */
public enum InformationScale {
  /**
   * For continuous columns: sqrt(1 - exp(-2 I)), the absolute correlation of the two normal columns
   * that have the same information (Linfoot, "An informational measure of correlation", Information
   * and Control 1, 85, 1957). It is 0 where the estimate is below 0.
   */
  CORRELATION_EQUIVALENT("correlation equivalent", 0.1, 0.3, 0.5, 0.7),

  /**
   * For discrete columns: the adjusted mutual information (AMI) of their table, with the arithmetic
   * mean of entropies. It is 0 on average for independent columns, and may be below.
   */
  ADJUSTED("AMI", 0.01, 0.07, 0.2, 0.4),

  /**
   * For a continuous and a discrete column: the part I / H of the entropy of the discrete one that
   * the other explains. It is below 0 where the estimate is.
   */
  SHARE_OF_ENTROPY("share of entropy", 0.01, 0.07, 0.2, 0.4);

  private final String label;
  private final double weak;
  private final double moderate;
  private final double strong;
  private final double veryStrong;

  InformationScale(String label, double weak, double moderate, double strong, double veryStrong) {
    this.label = label;
    this.weak = weak;
    this.moderate = moderate;
    this.strong = strong;
    this.veryStrong = veryStrong;
  }

  /**
   * The word for a value.
   *
   * @param value a value on this scale
   * @return the word
   * @throws IllegalArgumentException if the value is NaN
   */
  public Strength strength(double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("value must be a number: value=NaN");
    }
    Strength found = Strength.NEGLIGIBLE;
    for (Strength strength : Strength.values()) {
      if (value >= lowest(strength)) {
        found = strength;
      }
    }
    return found;
  }

  /**
   * Where a word begins.
   *
   * @param strength the word
   * @return the smallest value that has it; negative infinity for the first word
   */
  public double lowest(Strength strength) {
    Objects.requireNonNull(strength, "strength");
    return switch (strength) {
      case NEGLIGIBLE -> Double.NEGATIVE_INFINITY;
      case WEAK -> weak;
      case MODERATE -> moderate;
      case STRONG -> strong;
      case VERY_STRONG -> veryStrong;
    };
  }

  /**
   * The correlation equivalent of an amount of information.
   *
   * @param nats the information in nats; any number, also below 0
   * @return sqrt(1 - exp(-2 nats)); 0 for nats &le; 0
   */
  public static double correlationOf(double nats) {
    return nats <= 0 ? 0 : Math.sqrt(-Math.expm1(-2 * nats));
  }

  @Override
  public String toString() {
    return label;
  }
}
