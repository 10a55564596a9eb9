package io.github.miscope.task;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution. */
final class StandardNormal {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private StandardNormal() {}

  static double probability(double x) {
    return NORMAL.cumulativeProbability(x);
  }

  static double quantile(double p) {
    return NORMAL.inverseCumulativeProbability(Math.max(0, Math.min(1, p)));
  }
}
