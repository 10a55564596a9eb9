package io.github.miscope.neural.encoder;

/** What the training of an autoencoder makes small, over all columns alike. */
public enum ReconstructionLoss {
  /** The mean absolute error. */
  ABSOLUTE("MAE"),

  /** The mean squared error. */
  SQUARED("MSE");

  private final String label;

  ReconstructionLoss(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
