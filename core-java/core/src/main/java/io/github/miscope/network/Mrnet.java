package io.github.miscope.network;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.parallel.Blocks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * MRNET (Meyer, Kontos, Lafitte and Bontempi, EURASIP Journal on Bioinformatics and Systems Biology
 * 2007, 79879, doi:10.1155/2007/79879): for each column the others are chosen one by one, that of
 * the largest score first, until no score is positive. The score of Y for X is I(X;Y) less the mean
 * of I(Y;Z) over the columns Z that were chosen before: relevant, and not redundant. The weight of
 * a pair is the larger one of its two scores.
 *
 * @param threshold edges are pairs of a larger weight in nats, at least 0
 * @param rule which pairs may be edges
 */
public record Mrnet(double threshold, EdgeRule rule) implements GraphMethod {

  /**
   * Checks the threshold.
   *
   * @param threshold edges are pairs of a larger weight in nats
   * @param rule which pairs may be edges
   * @throws IllegalArgumentException if it is negative or NaN
   */
  public Mrnet {
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
  public static Mrnet withDefaults() {
    return new Mrnet(0, EdgeRule.above(0));
  }

  @Override
  public Mrnet withRule(EdgeRule newRule) {
    return new Mrnet(threshold, Objects.requireNonNull(newRule, "newRule"));
  }

  @Override
  public InformationGraph graph(MiNetwork network) {
    Objects.requireNonNull(network, "network");
    int d = network.d();
    double[][] nats = network.matrix(Double.NaN);
    double[][] scores = new double[d][];
    try {
      Blocks.run(
          d,
          1,
          () ->
              (from, to) -> {
                for (int x = from; x < to; x++) {
                  scores[x] = scores(nats, x);
                }
              });
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(this + " was interrupted", e);
    }
    List<GraphEdge> edges = new ArrayList<>();
    for (int x = 0; x < d; x++) {
      for (int y = x + 1; y < d; y++) {
        double weight = Math.max(scores[x][y], scores[y][x]);
        if (weight > threshold && rule.allows(network, x, y)) {
          edges.add(new GraphEdge(x, y, weight, nats[x][y]));
        }
      }
    }
    return new InformationGraph(network.names(), toString(), "nats", edges);
  }

  /** The scores of all columns for one; 0 for those that are not chosen. */
  private static double[] scores(double[][] nats, int x) {
    int d = nats.length;
    double[] scores = new double[d];
    double[] redundancy = new double[d];
    boolean[] open = new boolean[d];
    Arrays.fill(open, true);
    open[x] = false;
    for (int chosen = 0; chosen < d - 1; chosen++) {
      int best = -1;
      double most = 0;
      for (int y = 0; y < d; y++) {
        double score = nats[x][y] - (chosen == 0 ? 0 : redundancy[y] / chosen);
        if (open[y] && score > most) {
          best = y;
          most = score;
        }
      }
      if (best < 0) {
        return scores;
      }
      scores[best] = most;
      open[best] = false;
      for (int y = 0; y < d; y++) {
        // What is not known of two columns is not held against them.
        redundancy[y] += y == best || Double.isNaN(nats[best][y]) ? 0 : nats[best][y];
      }
    }
    return scores;
  }

  @Override
  public String toString() {
    String above = threshold == 0 ? "" : "above " + threshold + " nats";
    return MethodLabel.of("MRNET", above, rule.toString());
  }
}
