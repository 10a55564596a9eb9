package io.github.miscope.internal.neighbour.strips;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.order.SortedColumn;
import io.github.miscope.internal.neighbour.space.CountRule;
import java.util.Arrays;

/**
 * What is counted in two columns.
 *
 * @param most the largest k
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StripQuery(
    Kernels kernels, SortedColumn x, SortedColumn y, CountRule rule, int[] ks, int most) {

  static StripQuery of(Kernels kernels, SortedColumn x, SortedColumn y, CountRule rule, int[] ks) {
    return new StripQuery(kernels, x, y, rule, ks, Arrays.stream(ks).reduce(1, Math::max));
  }

  /** The same with X and Y in each other's place. */
  StripQuery swapped() {
    return new StripQuery(kernels, y, x, rule, ks, most);
  }
}
