package io.github.miscope.network;

import io.github.miscope.estimator.MutualInformationEstimator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The null distributions of a network, by number of observations. Pairs that lack values have one
 * of at most 5 % fewer observations, which scatters more: their p-values err upwards.
 */
final class NullDistributions {

  private static final double STEP = 0.95;

  private final NetworkPlan plan;
  private final NavigableMap<Integer, Optional<SharedNull>> known = new TreeMap<>();

  NullDistributions(NetworkPlan plan) {
    this.plan = plan;
  }

  /** Draws the distributions for some numbers of observations. */
  void draw(Iterable<Integer> sizes) throws InterruptedException {
    for (int n : sizes) {
      int size = sizeFor(n);
      if (plan.draws().isPresent() && !known.containsKey(size)) {
        known.put(size, drawn(size));
      }
    }
  }

  private Optional<SharedNull> drawn(int size) throws InterruptedException {
    MutualInformationEstimator estimator = plan.estimator();
    try {
      return Optional.of(SharedNull.drawn(estimator, size, plan.draws().orElse(1), plan.seed()));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // So few observations do not suit: pairs of them have no estimate.
    }
  }

  /** The next smaller number of observations that there is a distribution of. */
  int sizeFor(int n) {
    int size = plan.columns().n();
    while (size > n && size > 2) {
      size = Math.max(2, Math.min(size - 1, (int) (STEP * size)));
    }
    return Math.max(2, size);
  }

  Optional<SharedNull> of(int n) {
    return known.getOrDefault(sizeFor(n), Optional.empty());
  }

  Map<Integer, Optional<SharedNull>> all() {
    return known;
  }
}
