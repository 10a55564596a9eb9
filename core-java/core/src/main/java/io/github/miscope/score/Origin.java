package io.github.miscope.score;

/** How an encoder came to be, as seen from the victim. */
public enum Origin {
  /** The victim itself. */
  VICTIM("victim"),
  /** Trained like the victim on the same data, at another temperature. */
  OTHER_TEMPERATURE("other temperature"),
  /** Trained to find the victim's outputs for its own queries. */
  STOLEN("stolen"),
  /** Trained to imitate the victim's outputs by mean squared error. */
  DISTILLED("distilled"),
  /** Trained like the victim on other data. */
  INDEPENDENT("independent"),
  /** Not trained: random weights. */
  RANDOM("random");

  private final String label;

  Origin(String label) {
    this.label = label;
  }

  /** Its name in tables: "independent". */
  @Override
  public String toString() {
    return label;
  }
}
