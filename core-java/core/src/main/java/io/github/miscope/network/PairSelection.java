package io.github.miscope.network;

import io.github.miscope.internal.check.Check;

/** Which pairs of a network to give out. */
public sealed interface PairSelection {

  /**
   * All pairs, those without an estimate included.
   *
   * @return the selection
   */
  static PairSelection all() {
    return new All();
  }

  /**
   * Pairs whose estimate is above a threshold.
   *
   * @param nats the threshold
   * @return the selection
   * @throws IllegalArgumentException if the threshold is NaN
   */
  static PairSelection above(double nats) {
    return new Above(nats);
  }

  /**
   * Pairs that are among the strongest of one of their columns.
   *
   * @param perColumn how many of each column, at least 1
   * @return the selection
   * @throws IllegalArgumentException if perColumn &lt; 1
   */
  static PairSelection strongest(int perColumn) {
    return new Strongest(perColumn);
  }

  /** All pairs. */
  record All() implements PairSelection {}

  /**
   * Pairs above a threshold.
   *
   * @param nats the threshold
   */
  record Above(double nats) implements PairSelection {

    /**
     * Checks the threshold.
     *
     * @param nats the threshold
     * @throws IllegalArgumentException if it is NaN
     */
    public Above {
      if (Double.isNaN(nats)) {
        throw new IllegalArgumentException("the threshold must be a number: nats=NaN");
      }
    }
  }

  /**
   * The strongest pairs of each column.
   *
   * @param perColumn how many of each column
   */
  record Strongest(int perColumn) implements PairSelection {

    /**
     * Checks the number.
     *
     * @param perColumn how many of each column
     * @throws IllegalArgumentException if perColumn &lt; 1
     */
    public Strongest {
      Check.atLeast("perColumn", perColumn, 1);
    }
  }
}
