package io.github.miscope.score;

import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Objects;

/**
 * How far two representations agree on who is near to whom: the mean share of the k nearest
 * neighbours by Euclidean distance that an observation has in both. It is 1 for representations
 * that differ by a rotation and a scale, and about k / (n - 1) for independent ones.
 */
public final class NeighbourOverlap {

  private NeighbourOverlap() {}

  /**
   * Compares representations of the same observations. It compares all pairs: n^2 distances each.
   *
   * @param x n rows
   * @param y n rows of the same observations in the same order
   * @param k the number of neighbours
   * @return the mean share, in [0, 1]
   * @throws IllegalArgumentException if there are other numbers of rows, or k is not in [1, n - 1]
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static double of(Variable x, Variable y, int k) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    if (x.n() != y.n()) {
      throw new IllegalArgumentException(
          "representations must be of the same observations: '"
              + x.name()
              + "' has "
              + x.n()
              + ", '"
              + y.name()
              + "' "
              + y.n());
    }
    Check.between("k", k, 1, x.n() - 1L);
    double[][] left = rows(x);
    double[][] right = rows(y);
    long shared = 0;
    for (int i = 0; i < left.length; i++) {
      Interrupts.throwIfStopped("the comparison of neighbours");
      int[] near = nearest(left, i, k);
      int[] others = nearest(right, i, k);
      shared += Arrays.stream(near).filter(j -> Arrays.binarySearch(others, j) >= 0).count();
    }
    return (double) shared / ((long) k * left.length);
  }

  private static double[][] rows(Variable variable) {
    double[][] columns = variable.columns();
    double[][] rows = new double[variable.n()][columns.length];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < rows.length; i++) {
        rows[i][j] = columns[j][i];
      }
    }
    return rows;
  }

  /** The k nearest, by their numbers; of equally near ones, those of smaller numbers. */
  private static int[] nearest(double[][] rows, int i, int k) {
    double[] distances = new double[k];
    int[] best = new int[k];
    int found = 0;
    for (int j = 0; j < rows.length; j++) {
      if (j == i) {
        continue;
      }
      double distance = 0;
      for (int c = 0; c < rows[i].length; c++) {
        double difference = rows[i][c] - rows[j][c];
        distance += difference * difference;
      }
      if (found == k && distance >= distances[k - 1]) {
        continue;
      }
      int place = found < k ? found++ : k - 1;
      while (place > 0 && distances[place - 1] > distance) {
        distances[place] = distances[place - 1];
        best[place] = best[place - 1];
        place--;
      }
      distances[place] = distance;
      best[place] = j;
    }
    Arrays.sort(best);
    return best;
  }
}
