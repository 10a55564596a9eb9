package io.github.miscope.internal.neighbour.space;

import io.github.miscope.internal.parallel.Blocks;
import java.util.Arrays;

/**
 * The nearest neighbours of each point in order of distance, and of the others how many are within
 * some distances: what a permutation test asks of a variable again and again.
 */
public final class NeighbourLists {

  /** Memory grows with the square of the number of points. */
  public static final int MAX_POINTS = 12_000;

  /** Distances are counted in so many steps up to the widest column's range. */
  private static final int STEPS = 1024;

  /** Of a sample of every so many points, one is looked at to know how far neighbours are. */
  private static final int SPARSE = 64;

  private final int length;
  private final int n;

  /** Neighbour a of point i at i * length + a. */
  private final int[] points;

  private final double[] distances;

  /** How many of point i's distances are below step s, at i * (STEPS + 1) + s. */
  private final char[] below;

  private final double stepsPerDistance;

  private NeighbourLists(int n, int length, double stepsPerDistance) {
    this.n = n;
    this.length = length;
    this.stepsPerDistance = stepsPerDistance;
    points = new int[n * length];
    distances = new double[n * length];
    below = new char[n * (STEPS + 1)];
  }

  /**
   * Lists for joint neighbours of independent variables: k of those are among the sqrt(k n) nearest
   * in one variable or the other, more or less.
   *
   * @param coordinates at most {@link #MAX_POINTS} points
   * @param k how many joint neighbours there will be
   */
  static NeighbourLists of(Coordinates coordinates, int k) throws InterruptedException {
    int n = coordinates.n();
    int length = (int) Math.min(n - 1, Math.ceil(1.5 * Math.sqrt((double) k * n)) + 16);
    NeighbourLists lists = new NeighbourLists(n, length, STEPS / coordinates.range());
    Blocks.run(
        n,
        64,
        () -> {
          double[] row = new double[n];
          double[] sample = new double[(n + SPARSE - 1) / SPARSE];
          long[] keys = new long[n];
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              coordinates.norm().distances(coordinates.columns(), i, row);
              lists.fill(i, row, sample, keys);
            }
          };
        });
    return lists;
  }

  private void fill(int i, double[] row, double[] sample, long[] keys) {
    count(i, row);
    row[i] = Double.POSITIVE_INFINITY;
    for (int a = 0; a < sample.length; a++) {
      sample[a] = row[a * SPARSE];
    }
    Arrays.sort(sample);
    double share = (double) length / n;
    int found = 0;
    for (double wanted = share + 2 * Math.sqrt(share / sample.length); ; wanted *= 1.5) {
      int place = (int) Math.ceil(wanted * sample.length);
      double most = place < sample.length ? sample[place] : Double.MAX_VALUE;
      found = 0;
      for (int m = 0; m < n; m++) {
        if (row[m] <= most) {
          // In the order of single precision for now, which needs no more than a number.
          keys[found] = (long) Float.floatToRawIntBits((float) row[m]) << Integer.SIZE | m;
          found++;
        }
      }
      if (found >= length) {
        break;
      }
    }
    Arrays.sort(keys, 0, found);
    insert(i, row, keys, found);
  }

  /** Sorts by doubles what is sorted but for rounding, and keeps the nearest. */
  private void insert(int i, double[] row, long[] keys, int found) {
    for (int a = 1; a < found; a++) {
      long key = keys[a];
      double distance = row[(int) key];
      int at = a;
      while (at > 0 && row[(int) keys[at - 1]] > distance) {
        keys[at] = keys[at - 1];
        at--;
      }
      keys[at] = key;
    }
    for (int a = 0; a < length; a++) {
      points[i * length + a] = (int) keys[a];
      distances[i * length + a] = row[(int) keys[a]];
    }
  }

  private void count(int i, double[] row) {
    int first = i * (STEPS + 1);
    for (int m = 0; m < n; m++) {
      int step = step(row[m]);
      below[first + step + 1]++;
    }
    // The point itself is at distance 0.
    below[first + 1]--;
    for (int s = 0; s < STEPS; s++) {
      below[first + s + 1] += below[first + s];
    }
  }

  private int step(double distance) {
    return Math.min(STEPS - 1, (int) (distance * stepsPerDistance));
  }

  /** How many neighbours of each point are listed. */
  public int length() {
    return length;
  }

  /** Neighbour a of a point, from 0. */
  public int point(int i, int a) {
    return points[i * length + a];
  }

  /** The distance to neighbour a of a point, from 0. */
  public double distance(int i, int a) {
    return distances[i * length + a];
  }

  /**
   * A number of points that are nearer than a distance: all of them if they are listed, and else no
   * more than there are.
   */
  public int atLeastBelow(int i, double distance) {
    int from = i * length;
    if (distances[from + length - 1] < distance) {
      return Math.max(length, below[i * (STEPS + 1) + step(distance)]);
    }
    // Steps tell where to begin; they count some that are not listed, but none that is farther.
    int low = Math.min(length - 1, below[i * (STEPS + 1) + step(distance)]);
    while (distances[from + low] < distance) {
      low++;
    }
    return low;
  }
}
