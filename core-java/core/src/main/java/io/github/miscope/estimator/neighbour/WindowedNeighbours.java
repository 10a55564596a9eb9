package io.github.miscope.estimator.neighbour;

import io.github.miscope.internal.parallel.Blocks;
import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * What each point contributes to the information that m variables share, by comparing it with every
 * other that is not near in time.
 */
final class WindowedNeighbours {

  private static final int POINTS_PER_BLOCK = 16;

  private final double[][][] variables;
  private final int n;
  private final boolean rectangle;
  private final int k;
  private final int window;
  private final double[] psi;

  /** Columns of each variable, which share the max norm. */
  WindowedNeighbours(double[][][] variables, boolean rectangle, int k, int window) {
    this.variables = variables;
    this.rectangle = rectangle;
    this.k = k;
    this.window = window;
    n = variables[0][0].length;
    psi = new double[n + 1];
    for (int i = 1; i <= n; i++) {
      psi[i] = Digamma.value(i);
    }
  }

  /** The contributions, by point. */
  double[] shares() throws InterruptedException {
    double[] shares = new double[n];
    Blocks.run(
        n,
        POINTS_PER_BLOCK,
        () -> {
          Point point = new Point();
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              shares[i] = point.share(i);
            }
          };
        });
    return shares;
  }

  /** The work on one point, for one thread. */
  private final class Point {
    private final double[][] distances = new double[variables.length][n];
    private final double[] joint = new double[n];
    private final double[] nearest = new double[k];
    private final int[] neighbours = new int[k];

    double share(int i) {
      measure(i);
      int others = findNearest(i);
      int m = variables.length;
      double share = psi[k] + (m - 1) * psi[others + 1];
      if (rectangle) {
        share -= (m - 1.0) / k;
      }
      for (double[] own : distances) {
        share -= rectangle ? psi[upTo(own, i)] : psi[below(own, nearest[k - 1], i) + 1];
      }
      return share;
    }

    private void measure(int i) {
      Arrays.fill(joint, 0);
      for (int v = 0; v < variables.length; v++) {
        double[] own = distances[v];
        Arrays.fill(own, 0);
        for (double[] column : variables[v]) {
          double at = column[i];
          for (int j = 0; j < n; j++) {
            own[j] = Math.max(own[j], Math.abs(column[j] - at));
          }
        }
        for (int j = 0; j < n; j++) {
          joint[j] = Math.max(joint[j], own[j]);
        }
      }
    }

    /**
     * The k nearest in the joint space, of equal ones the first; gives the number of all others.
     */
    private int findNearest(int i) {
      Arrays.fill(nearest, Double.POSITIVE_INFINITY);
      int before = Math.max(0, i - window);
      int after = Math.min(n, i + window + 1);
      keep(0, before);
      keep(after, n);
      return before + n - after;
    }

    private void keep(int from, int to) {
      for (int j = from; j < to; j++) {
        if (joint[j] < nearest[k - 1]) {
          int place = k - 1;
          while (place > 0 && joint[j] < nearest[place - 1]) {
            nearest[place] = nearest[place - 1];
            neighbours[place] = neighbours[place - 1];
            place--;
          }
          nearest[place] = joint[j];
          neighbours[place] = j;
        }
      }
    }

    private int below(double[] own, double eps, int i) {
      int count = 0;
      for (int j = 0; j < n; j++) {
        count += own[j] < eps ? 1 : 0;
      }
      for (int j = Math.max(0, i - window); j < Math.min(n, i + window + 1); j++) {
        count -= own[j] < eps ? 1 : 0;
      }
      return count;
    }

    private int upTo(double[] own, int i) {
      double eps = 0;
      for (int j : neighbours) {
        eps = Math.max(eps, own[j]);
      }
      int count = 0;
      for (int j = 0; j < n; j++) {
        count += own[j] <= eps ? 1 : 0;
      }
      for (int j = Math.max(0, i - window); j < Math.min(n, i + window + 1); j++) {
        count -= own[j] <= eps ? 1 : 0;
      }
      return count;
    }
  }
}
