package io.github.miscope.estimator.auto;

import io.github.miscope.internal.mean.Means;
import java.util.Optional;

/**
 * Takes from a view of neighbours the bias that it shows itself: where densities change within the
 * distance of the k-th neighbour, the estimate falls as k grows, and what it loses from k to 2k is
 * what it has lost up to k already, if the bias grows like k; it is less than that if the bias
 * grows more slowly.
 *
 * <p>The bias is of second order in the distance, which grows like k^(1/d): like k in a plane, more
 * slowly in more columns, and like the distance itself at the edge of a support (Gao, Oh and
 * Viswanath 2018, doi:10.1109/TIT.2018.2807481). It can set in at a distance, as that of the next
 * branch of a curve; then it grows faster, and the loss from k/2 to k, doubled, is the smaller. The
 * smallest is added, if the loss from k to 2k is certain, but no more than up to what one neighbour
 * shows: in levels of five observations each, k = 4 is low and k = 8 lower, and one neighbour sees
 * all there is.
 */
final class Extrapolation {

  /** A loss is certain from this many standard errors, which are too small by up to a half. */
  private static final double CERTAIN = 3;

  private static final String SUFFIX = ", extrapolated";

  private Extrapolation() {}

  /** Whether a view of that name is without a bias that was certain. */
  static boolean isIn(String name) {
    return name.endsWith(SUFFIX);
  }

  /** The view without its bias, where one is certain. */
  static Optional<View> of(View view, int k) throws InterruptedException {
    NeighbourSearch search = view.search().orElseThrow();
    if (!suits(k, search.n())) {
      return Optional.empty();
    }
    double[][] values = search.pointwise(1, k / 2, 2 * k);
    return of(view, k, values[0], values[1], values[2]);
  }

  /** Whether there is something between one neighbour and twice as many, and all of them. */
  static boolean suits(int k, int n) {
    return k > 1 && 2 * k < n;
  }

  /**
   * The same with values at hand.
   *
   * @param one the pointwise values at one neighbour
   * @param half those at k / 2
   * @param twice those at 2k
   */
  static Optional<View> of(View view, int k, double[] one, double[] half, double[] twice) {
    double[] own = view.pointwise();
    double loss = view.nats() - Means.mean(twice);
    if (!(loss > CERTAIN * view.errorOfDifference(twice))) {
      return Optional.empty();
    }
    // From k/2 to k the number of neighbours grows by k - k/2, of k before.
    double factor = k / (double) (k - k / 2);
    double before = factor * (Means.mean(half) - view.nats());
    double most = Means.mean(one) - view.nats();
    double added = Math.min(loss, Math.min(before, most));
    if (added <= 0) {
      return Optional.empty();
    }
    double[] pointwise = new double[own.length];
    for (int i = 0; i < own.length; i++) {
      pointwise[i] =
          added == most
              ? one[i]
              : own[i] + (added == loss ? own[i] - twice[i] : factor * (half[i] - own[i]));
    }
    return Optional.of(View.ofNeighbours(view.name() + SUFFIX, pointwise, view.dimensions()));
  }
}
