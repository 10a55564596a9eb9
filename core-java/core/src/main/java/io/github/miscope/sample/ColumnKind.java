package io.github.miscope.sample;

import java.util.Locale;

/** What the values of a column mean. */
public enum ColumnKind {
  /** Numbers with a distance: a density is estimated from them. Rounded numbers are continuous. */
  CONTINUOUS,
  /** Levels, of which only equality counts: a probability is estimated for each. */
  DISCRETE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
