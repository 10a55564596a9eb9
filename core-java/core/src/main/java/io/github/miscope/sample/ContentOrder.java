package io.github.miscope.sample;

import java.util.Arrays;
import java.util.Objects;

/**
 * An order of variables by what they hold, names apart. Symmetric estimators ask it which of X and
 * Y to treat first, where one must come first: whose ties get the first random numbers, whose
 * columns a sum begins with. I(X;Y) and I(Y;X) then have the same bits.
 *
 * <p>Only if two variables hold the same ranks (one is a rising function of the other) do their
 * values decide: a change of a variable's unit otherwise changes nothing.
 */
public final class ContentOrder {

  /** So many rows are looked at before columns are sorted; the first one nearly always decides. */
  private static final int ROWS = 16;

  private ContentOrder() {}

  /**
   * Whether one variable comes before another, or holds the same.
   *
   * @param a n observations
   * @param b n observations
   * @return true if a comes first or both hold the same values; at least one of {@code isFirst(a,
   *     b)} and {@code isFirst(b, a)} is true, and both are only if the values are equal
   * @throws IllegalArgumentException if the variables differ in the number of observations
   */
  public static boolean isFirst(Variable a, Variable b) {
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
    Samples.requirePaired(a, b);
    int order = Integer.compare(a.d(), b.d());
    for (int j = 0; j < a.d() && order == 0; j++) {
      order = a.kinds().get(j).compareTo(b.kinds().get(j));
    }
    for (int j = 0; j < a.d() && order == 0; j++) {
      order = byRanks(a.values(j), b.values(j));
    }
    for (int j = 0; j < a.d() && order == 0; j++) {
      order = Arrays.compare(a.values(j), b.values(j));
    }
    return order <= 0;
  }

  private static int byRanks(double[] a, double[] b) {
    int n = a.length;
    for (int i = 0; i < Math.min(n, ROWS); i++) {
      int order = Integer.compare(below(a, a[i]), below(b, b[i]));
      if (order != 0) {
        return order;
      }
    }
    return n > ROWS ? Arrays.compare(ranks(a), ranks(b)) : 0;
  }

  /** How many values are below one. */
  private static int below(double[] values, double value) {
    int count = 0;
    for (double v : values) {
      count += v < value ? 1 : 0;
    }
    return count;
  }

  /** For each value, how many are below it. */
  private static int[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int[] first = new int[sorted.length];
    for (int r = 1; r < sorted.length; r++) {
      first[r] = sorted[r] == sorted[r - 1] ? first[r - 1] : r;
    }
    int[] ranks = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      ranks[i] = first[Arrays.binarySearch(sorted, values[i])];
    }
    return ranks;
  }
}
