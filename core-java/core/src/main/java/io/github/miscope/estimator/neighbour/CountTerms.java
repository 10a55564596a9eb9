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

  private static final int REMEMBERED = 4096;

  /** Bits of terms; zero is a term that is not known, or zero. */
  private static final Map<KsgVariant, AtomicLongArray> SMALL = new EnumMap<>(KsgVariant.class);

  static {
    for (KsgVariant variant : KsgVariant.values()) {
      SMALL.put(variant, new AtomicLongArray(REMEMBERED));
    }
  }

  private final KsgVariant variant;
  private final AtomicLongArray small;

  /** Bits of terms by count; zero is a term that was not asked for, or zero. */
  private final AtomicLongArray terms;

  CountTerms(KsgVariant variant, int n) {
    this.variant = variant;
    small = Objects.requireNonNull(SMALL.get(variant));
    terms = new AtomicLongArray(n + 1);
  }

  /** The term of a count; may be asked for by several threads. */
  double of(int count) {
    long known = terms.getOpaque(count);
    return known == 0 ? first(count) : Double.longBitsToDouble(known);
  }

  private double first(int count) {
    // With ties left as they are, a strict count may be far below k - 1; no other can be zero.
    if (count < variant.smallestCount(1)) {
      return 0;
    }
    double term = count < REMEMBERED ? remembered(count) : variant.term(count);
    terms.setOpaque(count, Double.doubleToRawLongBits(term));
    return term;
  }

  private double remembered(int count) {
    double known = Double.longBitsToDouble(small.getOpaque(count));
    if (known == 0) {
      known = variant.term(count);
      small.setOpaque(count, Double.doubleToRawLongBits(known));
    }
    return known;
  }
}
