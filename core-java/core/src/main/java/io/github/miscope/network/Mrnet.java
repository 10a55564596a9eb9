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
 * of I(Y;Z) over the columns Z that were chosen before: relevant, and not redundant. The weight of a
 * pair is the larger one of its two scores.
 *
 * @param threshold edges are pairs of a larger weight in nats, at least 0
 */
public record Mrnet(double threshold) implements GraphMethod {

  /**
   * Checks the threshold.
   *
   * @param threshold edges are pairs of a larger weight in nats
   * @throws IllegalArgumentException if it is negative or NaN
   */
  public Mrnet {
    if (!(threshold >= 0)) {
      throw new IllegalArgumentException("threshold must be >= 0: threshold=" + threshold);
    }
  }

  /**
   * All pairs of a weight above 0.
   *
   * @return the method
   */
  public static Mrnet withDefaults() {
    return new Mrnet(0);
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
        if (weight > threshold) {
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
    return threshold == 0 ? "MRNET" : "MRNET(above " + threshold + " nats)";
  }
}
