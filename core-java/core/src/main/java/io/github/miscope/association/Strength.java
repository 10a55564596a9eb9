package io.github.miscope.association;

import java.util.Locale;

/**
 * A word for how strong an association is. {@link InformationScale} has the bounds. Words say how
 * much there is, and nothing of whether it is more than chance.
 */
public enum Strength {
  /** Hardly worth a look. */
  NEGLIGIBLE,
  /** Not to be seen in a scatter plot. */
  WEAK,
  /** To be seen in a scatter plot. */
  MODERATE,
  /** Of use for prediction. */
  STRONG,
  /** One column nearly replaces the other. */
  VERY_STRONG;

  /** The word: "very strong". */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
