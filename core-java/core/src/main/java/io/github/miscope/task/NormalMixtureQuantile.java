package io.github.miscope.task;

import java.io.Serializable;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Takes a standard normal value to a mixture of two unit normals, quantile to quantile. */
record NormalMixtureQuantile(double weight, double first, double second) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  Bijection bijection() {
    return Bijection.pointwise(
        toString(),
        (DoubleUnaryOperator & Serializable) this::forward,
        (DoubleUnaryOperator & Serializable) this::inverse);
  }

  private double forward(double z) {
    // The tail on z's own side keeps its precision.
    boolean upper = z > 0;
    double target = NORMAL.cumulativeProbability(upper ? -z : z);
    double low = Math.min(first, second) - 40;
    double high = Math.max(first, second) + 40;
    double middle = (low + high) / 2;
    while (low < middle && middle < high) {
      boolean below = upper ? tail(middle) > target : distribution(middle) < target;
      low = below ? middle : low;
      high = below ? high : middle;
      middle = (low + high) / 2;
    }
    return middle;
  }

  private double inverse(double value) {
    double p = distribution(value);
    return p < 0.5
        ? NORMAL.inverseCumulativeProbability(p)
        : NORMAL.inverseSurvivalProbability(tail(value));
  }

  private double distribution(double value) {
    return weight * NORMAL.cumulativeProbability(value - first)
        + (1 - weight) * NORMAL.cumulativeProbability(value - second);
  }

  private double tail(double value) {
    return weight * NORMAL.survivalProbability(value - first)
        + (1 - weight) * NORMAL.survivalProbability(value - second);
  }

  @Override
  public String toString() {
    return "bimodal("
        + TaskLabels.number(weight)
        + " at "
        + TaskLabels.number(first)
        + ", "
        + TaskLabels.number(1 - weight)
        + " at "
        + TaskLabels.number(second)
        + ")";
  }
}
