package io.github.miscope.sample;

/** What the values of a column mean. */
public enum ColumnKind {
  /** Numbers with a distance: a density is estimated from them. Rounded numbers are continuous. */
  CONTINUOUS("continuous"),
  /** Levels, of which only equality counts: a probability is estimated for each. */
  DISCRETE("discrete");

  private final String label;

  ColumnKind(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
