package io.github.miscope.estimator.discrete;

import io.github.miscope.sample.Weights;

/** Entropies of levels whose observations have weights. */
final class WeightedTable {

  private WeightedTable() {}

  /** The plug-in entropy of the weighted frequencies, in nats. */
  static double entropy(LevelCounts levels, Weights weights) {
    double[] mass = new double[levels.levels()];
    for (int i = 0; i < levels.n(); i++) {
      mass[levels.levelOf(i)] += weights.share(i);
    }
    double entropy = 0;
    for (double p : mass) {
      entropy -= p > 0 && p < 1 ? p * Math.log(p) : 0;
    }
    return entropy;
  }
}
