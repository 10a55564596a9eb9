package io.github.miscope.network;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A pair of columns of a network.
 *
 * @param x the number of one column
 * @param y the number of the other, larger than x
 * @param nameX the name of one column
 * @param nameY the name of the other
 * @param nats the estimate in nats, never clamped; NaN if there is none
 * @param n observations in which neither value is missing; 0 if there are fewer than 2
 * @param pValue of a test of independence, where it was asked for
 * @param adjusted the p-value adjusted for all pairs (Benjamini and Hochberg 1995), where all pairs
 *     are known
 * @param failure why there is no estimate
 */
public record PairRow(
    int x,
    int y,
    String nameX,
    String nameY,
    double nats,
    int n,
    OptionalDouble pValue,
    OptionalDouble adjusted,
    Optional<String> failure) {

  /**
   * Refuses null.
   *
   * @param x the number of one column
   * @param y the number of the other
   * @param nameX the name of one column
   * @param nameY the name of the other
   * @param nats the estimate in nats
   * @param n observations of the pair
   * @param pValue of a test of independence
   * @param adjusted the p-value adjusted for all pairs
   * @param failure why there is no estimate
   */
  public PairRow {
    Objects.requireNonNull(nameX, "nameX");
    Objects.requireNonNull(nameY, "nameY");
    Objects.requireNonNull(pValue, "pValue");
    Objects.requireNonNull(adjusted, "adjusted");
    Objects.requireNonNull(failure, "failure");
  }
}
