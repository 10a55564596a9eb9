package io.github.miscope.neural.critic;

import java.util.Locale;

/** What becomes of a critic's last sum before it is a score. */
public enum CriticOutput {
  /** The sum itself. */
  LINEAR,
  /** log(1 + exp of the sum): scores above zero, as in the program of Cheng et al. 2020. */
  SOFTPLUS;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
