package io.github.miscope.network;

import java.util.Objects;

/** Takes pairs of a network, one after another. */
@FunctionalInterface
public interface PairRows {

  /**
   * Takes a pair.
   *
   * @param row the pair
   */
  void take(PairRow row);

  /**
   * Writes pairs as lines of CSV: x, y, mi_nats, n, p_value, p_adjusted, failure. The first line
   * names the columns.
   *
   * @param out where to; not closed
   * @return writes a line for each pair; throws {@link java.io.UncheckedIOException} where that
   *     fails
   */
  static PairRows csv(Appendable out) {
    Objects.requireNonNull(out, "out");
    return new PairCsv(out);
  }
}
