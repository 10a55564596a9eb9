package io.github.miscope.network;

import java.util.Objects;
import java.util.OptionalDouble;

/** Which pairs may be edges at all. */
public sealed interface EdgeRule {

  /**
   * Pairs whose estimate is above a threshold.
   *
   * @param nats the threshold in nats, at least 0
   * @return the rule
   * @throws IllegalArgumentException if the threshold is negative or NaN
   */
  static EdgeRule above(double nats) {
    return new Above(nats);
  }

  /**
   * Pairs that are significant among all pairs: their p-value, adjusted by Benjamini and Hochberg,
   * is at most alpha.
   *
   * @param alpha the part of false edges that is accepted, in (0, 1)
   * @return the rule
   * @throws IllegalArgumentException if alpha is not in (0, 1)
   */
  static EdgeRule significant(double alpha) {
    return new Significant(alpha);
  }

  /**
   * Whether a pair may be an edge.
   *
   * @param network the network
   * @param x the number of one column
   * @param y the number of another
   * @return false also where there is no estimate
   * @throws IllegalArgumentException if the rule needs p-values and the network has none
   */
  boolean allows(MiNetwork network, int x, int y);

  /**
   * Pairs above a threshold.
   *
   * @param nats the threshold in nats
   */
  record Above(double nats) implements EdgeRule {

    /**
     * Checks the threshold.
     *
     * @param nats the threshold in nats
     * @throws IllegalArgumentException if it is negative or NaN
     */
    public Above {
      if (!(nats >= 0)) {
        throw new IllegalArgumentException("the threshold of edges must be >= 0: nats=" + nats);
      }
    }

    @Override
    public boolean allows(MiNetwork network, int x, int y) {
      Objects.requireNonNull(network, "network");
      return network.nats(x, y) > nats;
    }

    @Override
    public String toString() {
      return nats == 0 ? "" : "above " + nats + " nats";
    }
  }

  /**
   * Significant pairs.
   *
   * @param alpha the part of false edges that is accepted
   */
  record Significant(double alpha) implements EdgeRule {

    /**
     * Checks alpha.
     *
     * @param alpha the part of false edges that is accepted
     * @throws IllegalArgumentException if it is not in (0, 1)
     */
    public Significant {
      if (!(alpha > 0 && alpha < 1)) {
        throw new IllegalArgumentException("alpha must be in (0, 1): alpha=" + alpha);
      }
    }

    @Override
    public boolean allows(MiNetwork network, int x, int y) {
      Objects.requireNonNull(network, "network");
      if (network.plan().draws().isEmpty()) {
        throw new IllegalArgumentException(
            "significant edges need p-values, which the plan of the network does not ask for");
      }
      OptionalDouble adjusted = network.adjustedPValue(x, y);
      return adjusted.isPresent() && adjusted.getAsDouble() <= alpha;
    }

    @Override
    public String toString() {
      return "significant at " + alpha;
    }
  }
}
