package io.github.miscope.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * CLR, context likelihood of relatedness (Faith et al., PLoS Biology 5, e8, 2007,
 * doi:10.1371/journal.pbio.0050008): the weight of a pair is sqrt(z_x&#178; + z_y&#178;), where z_x
 * = max(0, (I(X;Y) - m) / s) and m and s are the mean and the standard deviation (with d) of the
 * information of X about all columns, about itself taken as 0. A column that shares something with
 * all others has no strong edges by that alone.
 *
 * @param threshold edges are pairs of a larger weight, at least 0
 * @param rule which pairs may be edges
 */
public record Clr(double threshold, EdgeRule rule) implements GraphMethod {

  /**
   * Checks the threshold.
   *
   * @param threshold edges are pairs of a larger weight
   * @param rule which pairs may be edges
   * @throws IllegalArgumentException if it is negative or NaN
   */
  public Clr {
    Objects.requireNonNull(rule, "rule");
    if (!(threshold >= 0)) {
      throw new IllegalArgumentException("threshold must be >= 0: threshold=" + threshold);
    }
  }

  /**
   * All pairs of a weight and an estimate above 0.
   *
   * @return the method
   */
  public static Clr withDefaults() {
    return new Clr(0, EdgeRule.above(0));
  }

  @Override
  public Clr withRule(EdgeRule newRule) {
    return new Clr(threshold, Objects.requireNonNull(newRule, "newRule"));
  }

  @Override
  public InformationGraph graph(MiNetwork network) {
    Objects.requireNonNull(network, "network");
    double[][] nats = network.matrix(Double.NaN);
    double[][] scores = scores(nats);
    List<GraphEdge> edges = new ArrayList<>();
    for (int x = 0; x < nats.length; x++) {
      for (int y = x + 1; y < nats.length; y++) {
        double weight = Math.sqrt(scores[x][y] * scores[x][y] + scores[y][x] * scores[y][x]);
        if (weight > threshold && rule.allows(network, x, y)) {
          edges.add(new GraphEdge(x, y, weight, nats[x][y]));
        }
      }
    }
    return new InformationGraph(network.names(), toString(), "standard deviations", edges);
  }

  /** z of each pair, in the context of the first; 0 where there is no estimate. */
  static double[][] scores(double[][] nats) {
    int d = nats.length;
    double[][] scores = new double[d][d];
    for (int x = 0; x < d; x++) {
      int known = 1; // Itself.
      double sum = 0;
      for (int y = 0; y < d; y++) {
        if (x != y && !Double.isNaN(nats[x][y])) {
          known++;
          sum += nats[x][y];
        }
      }
      double mean = sum / known;
      double squares = mean * mean;
      for (int y = 0; y < d; y++) {
        if (x != y && !Double.isNaN(nats[x][y])) {
          squares += (nats[x][y] - mean) * (nats[x][y] - mean);
        }
      }
      double deviation = Math.sqrt(squares / known);
      for (int y = 0; y < d; y++) {
        if (x != y && nats[x][y] > mean) {
          scores[x][y] = (nats[x][y] - mean) / deviation;
        }
      }
    }
    return scores;
  }

  @Override
  public String toString() {
    String above = threshold == 0 ? "" : "above " + threshold;
    return MethodLabel.of("CLR", above, rule.toString());
  }
}
