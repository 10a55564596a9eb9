package io.github.miscope.score;

/** What a representation is in a comparison. */
public enum Role {
  /** The victim itself, whose score is 1. */
  VICTIM("victim"),
  /** An encoder that may have been made from the victim. */
  SUSPECT("suspect"),
  /** An encoder that was made without the victim: random weights, or other data. */
  BASELINE("baseline");

  private final String label;

  Role(String label) {
    this.label = label;
  }

  /** Its name in tables: "suspect". */
  @Override
  public String toString() {
    return label;
  }
}
