package io.github.miscope.internal.density;

import io.github.miscope.internal.parallel.Blocks;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The density of a Gaussian mixture, g(t) = sum over centres of w_i N(t; c_i, beta^2 I), at any
 * points, with a proven bound on the error of log g.
 *
 * <p>Points are sorted by the box of the tree of centres in which they, or the centres from which
 * they were drawn, lie, and neighbours go through the tree together. One centre, or all of a narrow
 * box, give a lower bound of g at each point. What is so far away that exp(-cut) is below an eighth
 * of the tolerance times that lower bound is left out, weight by weight: that loses no more in all.
 * Narrow boxes of many centres enter by a {@link TaylorExpansion} that is right to a quarter of the
 * tolerance, all others centre by centre. A point whose bound still exceeds the tolerance is summed
 * anew over all centres.
 *
 * <p>Without a tree it is the full sum by vectorised loops.
 */
public final class GaussSum {

  /** Points that go through the tree together, at least, where they are in different boxes. */
  private static final int GROUP = 16;

  /** Groups times centres: more takes longer than an interrupt should have to wait. */
  private static final double WORK_OF_BLOCK = 1e5;

  /** Below this the tree has nothing to save. */
  private static final int SMALLEST_TREE = 64;

  final CentreTree tree;

  /** By node; null for those that are no series. */
  final @Nullable TaylorExpansion[] series;

  final double tolerance;

  /** What is left out of a sum is below exp(-this) times its lower bound. */
  final double margin;

  private final double[] shift;
  private final double scale;
  private final int[] position;
  private final double logFactor;

  /**
   * Values of log g.
   *
   * @param logs by point
   * @param meanBound what the mean of the logs is certainly not farther off than
   * @param largestBound what no log is farther off than
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Values(double[] logs, double meanBound, double largestBound) {}

  private GaussSum(
      double[][] centres,
      double @Nullable [] weights,
      double beta,
      double tolerance,
      boolean withTree)
      throws InterruptedException {
    int d = centres.length;
    int n = centres[0].length;
    this.tolerance = tolerance;
    margin = Math.log(8 / tolerance);
    scale = 1 / (Math.sqrt(2) * beta);
    logFactor = -d * (Math.log(beta) + 0.5 * Math.log(2 * Math.PI));
    shift = new double[d];
    double[][] points = new double[d][];
    for (int j = 0; j < d; j++) {
      shift[j] = middle(centres[j]);
      points[j] = scaled(centres[j], j);
    }
    double reach = Math.log(n) + 0.5 * d + 4 * Math.sqrt(0.5 * d) + 5 + margin;
    tree =
        new CentreTree(
            points,
            masses(weights, n),
            Math.sqrt(reach),
            tolerance / 4,
            withTree && n >= SMALLEST_TREE);
    position = new int[n];
    for (int t = 0; t < n; t++) {
      position[tree.order[t]] = t;
    }
    series = series(tree);
  }

  private static @Nullable TaylorExpansion[] series(CentreTree tree) throws InterruptedException {
    @Nullable TaylorExpansion[] series = new TaylorExpansion[tree.nodes()];
    int[] nodes =
        IntStream.range(0, series.length).filter(v -> tree.expansionOrder[v] > 0).toArray();
    int highest = IntStream.of(nodes).map(v -> tree.expansionOrder[v]).max().orElse(0);
    Monomials[] monomials = new Monomials[highest + 1];
    for (int node : nodes) {
      int order = tree.expansionOrder[node];
      if (monomials[order] == null) {
        monomials[order] = new Monomials(tree.points.length, order);
      }
    }
    Blocks.run(
        nodes.length,
        1,
        () ->
            (from, to) -> {
              for (int v = from; v < to; v++) {
                int order = tree.expansionOrder[nodes[v]];
                series[nodes[v]] = new TaylorExpansion(tree, nodes[v], monomials[order]);
              }
            });
    return series;
  }

  /**
   * A mixture.
   *
   * @param centres d columns of n coordinates
   * @param weights n weights of at least 0; null for equal ones
   * @param beta the standard deviation of every component, positive
   * @param tolerance the largest error of log g, rounding apart
   * @return its density
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static GaussSum of(
      double[][] centres, double @Nullable [] weights, double beta, double tolerance)
      throws InterruptedException {
    return new GaussSum(centres, weights, beta, tolerance, true);
  }

  /**
   * A mixture whose density is summed over all centres at every point.
   *
   * @param centres d columns of n coordinates
   * @param weights n weights of at least 0; null for equal ones
   * @param beta the standard deviation of every component, positive
   * @param tolerance the largest error of log g, rounding apart
   * @return its density
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static GaussSum full(
      double[][] centres, double @Nullable [] weights, double beta, double tolerance)
      throws InterruptedException {
    return new GaussSum(centres, weights, beta, tolerance, false);
  }

  /** About the median: coordinates from there on are small, and rounded less. */
  private static double middle(double[] values) {
    int count = Math.min(values.length, 101);
    double[] some = new double[count];
    Arrays.setAll(some, i -> values[(int) ((long) i * values.length / count)]);
    Arrays.sort(some);
    return some[count / 2];
  }

  private static double[] masses(double @Nullable [] weights, int n) {
    double[] mass = new double[n];
    if (weights == null) {
      Arrays.fill(mass, 1.0 / n);
      return mass;
    }
    double largest = Arrays.stream(weights).max().orElseThrow();
    double sum = 0;
    for (double weight : weights) {
      sum += weight / largest;
    }
    for (int i = 0; i < n; i++) {
      mass[i] = weights[i] / largest / sum;
    }
    return mass;
  }

  private double[] scaled(double[] values, int j) {
    double[] result = new double[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (values[i] - shift[j]) * scale;
    }
    return result;
  }

  /**
   * The number of centres.
   *
   * @return n
   */
  public int n() {
    return position.length;
  }

  /**
   * A centre by its position in an order in which neighbours are near.
   *
   * @param t the position
   * @return the index of the centre
   */
  public int centre(int t) {
    return tree.order[t];
  }

  /**
   * The weight of a centre by its position, 1 in all.
   *
   * @param t the position
   * @return its share
   */
  public double mass(int t) {
    return tree.mass[t];
  }

  /**
   * The logarithm of the density.
   *
   * @param points d columns of coordinates
   * @param own the index of the centre from which each point was drawn, which makes the search for
   *     a lower bound of g needless; null if they were not drawn from the mixture
   * @return log g at each, and the bound
   * @throws InterruptedException if the calling thread is interrupted
   */
  public Values logDensities(double[][] points, int @Nullable [] own) throws InterruptedException {
    int q = points[0].length;
    double[][] scaled = new double[points.length][];
    for (int j = 0; j < points.length; j++) {
      scaled[j] = scaled(points[j], j);
    }
    int[] home = home(scaled, own);
    int[] sorted = sorted(home);
    int[] groups = groups(home, sorted);
    double[] logs = new double[q];
    double[] bounds = new double[q];
    boolean drawn = own != null;
    int blockSize = (int) Math.max(1, Math.min(32, WORK_OF_BLOCK / n()));
    Blocks.run(
        groups.length - 1,
        blockSize,
        () -> {
          GroupSum group = new GroupSum(this, scaled, home, drawn, logs, bounds);
          return (from, to) -> {
            for (int g = from; g < to; g++) {
              group.sum(sorted, groups[g], groups[g + 1]);
            }
          };
        });
    double total = 0;
    double largest = 0;
    for (int i = 0; i < q; i++) {
      logs[i] += logFactor;
      total += bounds[i];
      largest = Math.max(largest, bounds[i]);
    }
    return new Values(logs, total / q, largest);
  }

  /** The position of each point's own centre, or the first one of the box that it is near to. */
  private int[] home(double[][] points, int @Nullable [] own) throws InterruptedException {
    int[] home = new int[points[0].length];
    if (own != null) {
      Arrays.setAll(home, i -> position[own[i]]);
      return home;
    }
    Blocks.run(
        home.length,
        4096,
        () -> {
          double[] point = new double[points.length];
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              for (int j = 0; j < point.length; j++) {
                point[j] = points[j][i];
              }
              home[i] = tree.from[tree.nearTerminal(point)];
            }
          };
        });
    return home;
  }

  /** The points in the order of their homes. */
  private int[] sorted(int[] home) {
    int[] next = new int[n() + 1];
    for (int t : home) {
      next[t + 1]++;
    }
    for (int t = 0; t < n(); t++) {
      next[t + 1] += next[t];
    }
    int[] sorted = new int[home.length];
    for (int i = 0; i < home.length; i++) {
      sorted[next[home[i]]++] = i;
    }
    return sorted;
  }

  /** Where groups start: points of one box stay together, up to a limit. */
  private int[] groups(int[] home, int[] sorted) {
    int[] starts = new int[sorted.length + 1];
    int count = 0;
    int size = TaylorExpansion.CHUNK;
    int before = -1;
    for (int s = 0; s < sorted.length; s++) {
      int node = tree.terminal[home[sorted[s]]];
      if (size == TaylorExpansion.CHUNK || (size >= GROUP && node != before)) {
        starts[count++] = s;
        size = 0;
      }
      size++;
      before = node;
    }
    starts[count++] = sorted.length;
    return Arrays.copyOf(starts, count);
  }
}
