package io.github.miscope.internal.density;

import org.jspecify.annotations.Nullable;

/** Sums at some neighbouring points, one group after the other, on one thread. */
final class GroupSum {

  private static final int SIZE = TaylorExpansion.CHUNK;

  /** Centres that are read once for all points of a group. */
  private static final int TILE = ExpLoops.LARGEST_COUNT;

  /** Shorter runs of near centres are gathered. */
  private static final int RUN = 512;

  private static final double EPSILON = 0x1p-53;

  private final GaussSum mixture;
  private final CentreTree tree;
  private final double[][] points;
  private final int[] home;
  private final boolean drawn;
  private final double[] logs;
  private final double[] bounds;
  private final int d;
  private final int tile;

  private final double[][] group;
  private final int[] index = new int[SIZE];
  private final double[] sums = new double[SIZE];
  private final double[] errors = new double[SIZE];
  private final double[] low;
  private final double[] high;
  private final double[] point;
  private final double[] kernels;
  private final double[] work;
  private final double[][] gathered;
  private final double[] gatheredMass;
  private final TaylorExpansion.Room room;
  private final @Nullable TaylorExpansion[] series;
  private int size;
  private int gatheredCount;
  private int runFrom;
  private int runTo;
  private double cut;
  private double lastMass = 1;
  private double lastLog;

  GroupSum(
      GaussSum mixture,
      double[][] points,
      int[] home,
      boolean drawn,
      double[] logs,
      double[] bounds) {
    this.mixture = mixture;
    this.tree = mixture.tree;
    this.points = points;
    this.home = home;
    this.drawn = drawn;
    this.logs = logs;
    this.bounds = bounds;
    this.series = mixture.series;
    d = points.length;
    tile = d <= 8 ? TILE : Math.max(128, TILE * 8 / d);
    group = new double[d][SIZE];
    kernels = new double[tile];
    work = new double[tile];
    gathered = new double[d][tile];
    gatheredMass = new double[tile];
    low = new double[d];
    high = new double[d];
    point = new double[d];
    room = new TaylorExpansion.Room(d);
  }

  /** Sums at the points sorted[first] to sorted[last - 1]. */
  void sum(int[] sorted, int first, int last) {
    load(sorted, first, last);
    if (size == 0) {
      return;
    }
    gatheredCount = 0;
    runFrom = 0;
    runTo = 0;
    visit(0);
    endRun();
    addGathered();
    double leftOut = Math.exp(-cut);
    double rounding = rounding(cut, low, high);
    for (int i = 0; i < size; i++) {
      double error = (leftOut + errors[i]) / sums[i];
      // -log(1 - e) <= e / (1 - e)
      if (error / (1 - error) <= mixture.tolerance && error < 1) {
        logs[index[i]] = Math.log(sums[i]);
        bounds[index[i]] = error / (1 - error) + rounding;
      } else {
        alone(index[i]);
      }
    }
  }

  private void load(int[] sorted, int first, int last) {
    size = 0;
    for (int j = 0; j < d; j++) {
      low[j] = Double.POSITIVE_INFINITY;
      high[j] = Double.NEGATIVE_INFINITY;
    }
    double deepest = 0;
    for (int s = first; s < last; s++) {
      int i = sorted[s];
      double depth = depth(i);
      if (depth + mixture.margin <= ExpLoops.WIDEST) {
        deepest = Math.max(deepest, depth);
        for (int j = 0; j < d; j++) {
          double value = points[j][i];
          group[j][size] = value;
          low[j] = Math.min(low[j], value);
          high[j] = Math.max(high[j], value);
        }
        sums[size] = 0;
        errors[size] = 0;
        index[size++] = i;
      } else {
        alone(i);
      }
    }
    cut = deepest + mixture.margin;
  }

  /** The negative logarithm of a lower bound of the sum at a point. */
  private double depth(int i) {
    int node = tree.terminal[home[i]];
    double depth = Double.POSITIVE_INFINITY;
    int from = drawn ? home[i] : tree.from[node];
    int to = drawn ? home[i] + 1 : Math.min(tree.to[node], from + RUN);
    for (int t = from; t < to; t++) {
      double squared = 0;
      for (int j = 0; j < d; j++) {
        double apart = points[j][i] - tree.points[j][t];
        squared += apart * apart;
      }
      if (squared < depth) {
        depth = Math.min(depth, squared - logOf(tree.mass[t]));
      }
    }
    if (tree.expansionOrder[node] > 0) {
      double squared = 0;
      for (int j = 0; j < d; j++) {
        double apart = points[j][i] - 0.5 * (tree.low[node * d + j] + tree.high[node * d + j]);
        squared += apart * apart;
      }
      double farthest = Math.sqrt(squared) + tree.radius(node);
      depth = Math.min(depth, farthest * farthest - Math.log(tree.nodeMass[node]));
    }
    return depth;
  }

  /** Most often all weights are equal. */
  private double logOf(double mass) {
    if (mass != lastMass) {
      lastMass = mass;
      lastLog = Math.log(mass);
    }
    return lastLog;
  }

  private void visit(int node) {
    if (tree.squaredDistance(node, low, high) > cut) {
      return;
    }
    TaylorExpansion expansion = series[node];
    if (expansion != null) {
      expansion.add(group, size, cut, room, sums, errors);
    } else if (tree.second[node] == 0) {
      if (tree.from[node] != runTo) {
        endRun();
        runFrom = tree.from[node];
      }
      runTo = tree.to[node];
    } else {
      visit(node + 1);
      visit(tree.second[node]);
    }
  }

  /** Gathers a run of centres: all of a long one, those that are near of a short one. */
  private void endRun() {
    if (runTo - runFrom >= RUN) {
      addGathered();
      for (int t = runFrom; t < runTo; t += tile) {
        gather(t, Math.min(tile, runTo - t));
        addGathered();
      }
    } else {
      for (int t = runFrom; t < runTo; t++) {
        if (near(t)) {
          if (gatheredCount == tile) {
            addGathered();
          }
          for (int j = 0; j < d; j++) {
            gathered[j][gatheredCount] = tree.points[j][t];
          }
          gatheredMass[gatheredCount++] = tree.mass[t];
        }
      }
    }
    runFrom = runTo;
  }

  private void gather(int from, int count) {
    for (int j = 0; j < d; j++) {
      System.arraycopy(tree.points[j], from, gathered[j], 0, count);
    }
    System.arraycopy(tree.mass, from, gatheredMass, 0, count);
    gatheredCount = count;
  }

  private boolean near(int t) {
    double squared = 0;
    for (int j = 0; j < d; j++) {
      double value = tree.points[j][t];
      double apart = Math.max(0, Math.max(low[j] - value, value - high[j]));
      squared += apart * apart;
    }
    return squared <= cut;
  }

  private void addGathered() {
    int count = gatheredCount;
    for (int i = 0; i < size && count > 0; i++) {
      for (int j = 0; j < d; j++) {
        point[j] = group[j][i];
      }
      ExpLoops.squares(gathered, count, point, kernels);
      ExpLoops.expOfNegative(kernels, count, cut, gatheredMass, work);
      sums[i] += ExpLoops.sum(kernels, count);
    }
    gatheredCount = 0;
  }

  /** Sums over all centres, in units of the largest kernel. */
  private void alone(int i) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < d; j++) {
      point[j] = points[j][i];
    }
    for (int t = 0; t < mixture.n(); t += tile) {
      gather(t, Math.min(tile, mixture.n() - t));
      ExpLoops.squares(gathered, gatheredCount, point, kernels);
      for (int m = 0; m < gatheredCount; m++) {
        nearest = gatheredMass[m] > 0 ? Math.min(nearest, kernels[m]) : nearest;
      }
    }
    double sum = 0;
    for (int t = 0; t < mixture.n(); t += tile) {
      gather(t, Math.min(tile, mixture.n() - t));
      ExpLoops.squares(gathered, gatheredCount, point, kernels);
      for (int m = 0; m < gatheredCount; m++) {
        sum += gatheredMass[m] * Math.exp(nearest - kernels[m]);
      }
    }
    gatheredCount = 0;
    logs[i] = Math.log(sum) - nearest;
    bounds[i] = rounding(nearest, point, point);
  }

  /** Of exponentials, sums, squared distances, and of the coordinates in units of beta. */
  private double rounding(double exponent, double[] from, double[] to) {
    double largest = 0;
    for (int j = 0; j < d; j++) {
      largest = Math.max(largest, Math.max(Math.abs(from[j]), Math.abs(to[j])));
    }
    double coordinates = largest + Math.sqrt(exponent);
    double exp = ExpLoops.RELATIVE_ERROR * (exponent > ExpLoops.NARROW ? 8 : 1);
    return exp + EPSILON * (100 + (d + 4) * exponent + 8 * coordinates * Math.sqrt(d * exponent));
  }
}
