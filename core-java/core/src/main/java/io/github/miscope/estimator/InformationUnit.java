package io.github.miscope.estimator;

/** Units of information. Everything is computed in nats; bits are for display. */
public enum InformationUnit {
  /** Natural logarithms. */
  NATS("nats", 1.0),
  /** Logarithms to base 2: 1 nat is 1.4427 bits. */
  BITS("bits", 1 / Math.log(2));

  private final String label;
  private final double perNat;

  InformationUnit(String label, double perNat) {
    this.label = label;
    this.perNat = perNat;
  }

  /**
   * Converts.
   *
   * @param nats an amount of information in nats
   * @return the same amount in this unit
   */
  public double fromNats(double nats) {
    return nats * perNat;
  }

  @Override
  public String toString() {
    return label;
  }
}
