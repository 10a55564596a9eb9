package io.github.miscope.internal.neighbour;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The nearest neighbours of some of the rows, and whether values agree with theirs. */
public final class NeighbourGraph {

  private static final int NEIGHBOURS = 3;

  /** More rows are not needed to see whether neighbours agree. */
  private static final int MAX_ROWS = 1000;

  private final int[] rows;
  private final int[][] near;

  private NeighbourGraph(int[] rows, int[][] near) {
    this.rows = rows;
    this.near = near;
  }

  /**
   * By Euclidean distance, among rows of equal levels.
   *
   * @param columns of n values each; there may be none
   * @param levels n levels; empty if there are none
   * @param n the number of rows
   * @return the neighbours of at most 1000 rows among them
   */
  public static NeighbourGraph of(double[][] columns, Optional<int[]> levels, int n) {
    int count = Math.min(n, MAX_ROWS);
    int[] rows = new int[count];
    Arrays.setAll(rows, i -> (int) ((long) i * n / count));
    int[][] near = new int[count][];
    for (int i = 0; i < count; i++) {
      near[i] = nearest(i, rows, columns, levels);
    }
    return new NeighbourGraph(rows, near);
  }

  private static int[] nearest(int i, int[] rows, double[][] columns, Optional<int[]> levels) {
    int[] best = new int[NEIGHBOURS];
    double[] distances = new double[NEIGHBOURS];
    int found = 0;
    for (int j = 0; j < rows.length; j++) {
      int a = rows[i];
      int b = rows[j];
      if (i == j || (levels.isPresent() && levels.get()[a] != levels.get()[b])) {
        continue;
      }
      double distance = 0;
      for (double[] column : columns) {
        distance += (column[a] - column[b]) * (column[a] - column[b]);
      }
      int place = found;
      while (place > 0 && distance < distances[place - 1]) {
        place--;
      }
      if (place < NEIGHBOURS) {
        int moved = Math.min(found, NEIGHBOURS - 1) - place;
        System.arraycopy(distances, place, distances, place + 1, moved);
        System.arraycopy(best, place, best, place + 1, moved);
        distances[place] = distance;
        best[place] = j;
        found = Math.min(found + 1, NEIGHBOURS);
      }
    }
    return Arrays.copyOf(best, found);
  }

  /**
   * The sum of products of values of neighbours, over its standard deviation if values were
   * independent of place: Moran's measure of spatial autocorrelation ("Notes on continuous
   * stochastic phenomena", Biometrika 37, 17, 1950).
   *
   * @param values n values
   * @return 0 if the values are equal
   */
  public double agreement(double... values) {
    double mean = 0;
    double squares = 0;
    for (int row : rows) {
      mean += values[row] / rows.length;
      squares += values[row] * values[row] / rows.length;
    }
    squares -= mean * mean;
    double sum = 0;
    double variance = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j : near[i]) {
        sum += (values[rows[i]] - mean) * (values[rows[j]] - mean);
        // An edge that runs both ways counts twice, and its product with it: 4 for 2 edges.
        variance += contains(near[j], i) ? 2 : 1;
      }
    }
    return squares > 0 ? sum / (squares * Math.sqrt(variance)) : 0;
  }

  /**
   * How many neighbours have equal levels beyond what chance gives, over its standard deviation if
   * levels were independent of place: the join counts of Moran.
   *
   * @param levels n levels
   * @return 0 if the levels are equal
   */
  public double agreementOfLevels(int... levels) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int row : rows) {
      counts.merge(levels[row], 1, Integer::sum);
    }
    double equal = 0;
    for (int count : counts.values()) {
      equal += (double) count / rows.length * count / rows.length;
    }
    double sum = 0;
    double edges = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j : near[i]) {
        sum += (levels[rows[i]] == levels[rows[j]] ? 1 : 0) - equal;
        edges += contains(near[j], i) ? 2 : 1;
      }
    }
    return equal < 1 ? sum / Math.sqrt(equal * (1 - equal) * edges) : 0;
  }

  private static boolean contains(int[] values, int value) {
    for (int other : values) {
      if (other == value) {
        return true;
      }
    }
    return false;
  }
}
