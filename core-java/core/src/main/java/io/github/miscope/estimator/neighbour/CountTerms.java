package io.github.miscope.estimator.neighbour;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What marginal counts contribute to an estimate; few of the n possible ones occur. Small counts
 * occur in every estimate, and are remembered from one to the next.
 */
final class CountTerms {

  /** The number of small counts. */
  private static final int REMEMBERED = 4096;

  /** Bits of terms by count; zero is a term that is not known, or zero. */
  private static final Map<KsgVariant, AtomicLongArray> SMALL = new EnumMap<>(KsgVariant.class);

  static {
    for (KsgVariant variant : KsgVariant.values()) {
      SMALL.put(variant, new AtomicLongArray(REMEMBERED));
    }
  }

  private final KsgVariant variant;
  private final AtomicLongArray small;

  /** Those of larger counts, from {@link #REMEMBERED} on. */
  private final AtomicLongArray large;

  CountTerms(KsgVariant variant, int n) {
    this.variant = variant;
    small = Objects.requireNonNull(SMALL.get(variant));
    large = new AtomicLongArray(Math.max(0, n + 1 - REMEMBERED));
  }

  /** The term of a count; may be asked for by several threads. */
  double of(int count) {
    boolean isSmall = count < REMEMBERED;
    AtomicLongArray terms = isSmall ? small : large;
    int at = isSmall ? count : count - REMEMBERED;
    long known = terms.getOpaque(at);
    return known == 0 ? first(count, terms, at) : Double.longBitsToDouble(known);
  }

  private double first(int count, AtomicLongArray terms, int at) {
    // With ties left as they are, a strict count may be far below k - 1; no other can be zero.
    if (count < variant.smallestCount(1)) {
      return 0;
    }
    double term = variant.term(count);
    terms.setOpaque(at, Double.doubleToRawLongBits(term));
    return term;
  }
}
