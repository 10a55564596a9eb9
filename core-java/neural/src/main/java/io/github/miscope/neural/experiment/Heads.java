package io.github.miscope.neural.experiment;

/**
 * Which heads take part when an encoder is stolen (Sisak 2024, section 5.2 and Table 2): what is to
 * be found are the victim's representations or what its head makes of them, and by representations
 * of the thief's or by what a head on them makes.
 */
public enum Heads {
  /** Representations find representations. */
  NONE("no heads", false, false),
  /** Representations find the outputs of the victim's head. */
  VICTIM("victim's head", true, false),
  /** Outputs of the thief's head find representations. */
  THIEF("thief's head", false, true),
  /** Outputs of the thief's head find those of the victim's. */
  BOTH("both heads", true, true);

  private final String label;
  private final boolean victim;
  private final boolean thief;

  Heads(String label, boolean victim, boolean thief) {
    this.label = label;
    this.victim = victim;
    this.thief = thief;
  }

  /**
   * Whether the victim's head takes part.
   *
   * @return true if its outputs are the targets
   */
  public boolean victim() {
    return victim;
  }

  /**
   * Whether the thief's encoder has a head like the victim's while it learns.
   *
   * @return true if it has
   */
  public boolean thief() {
    return thief;
  }

  /** Its name in tables: "both heads". */
  @Override
  public String toString() {
    return label;
  }
}
