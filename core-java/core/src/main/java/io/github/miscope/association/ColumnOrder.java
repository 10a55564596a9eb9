package io.github.miscope.association;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * An order of columns in which associated ones are neighbours, for heatmaps: that of the leaves of
 * a clustering by average linkage (Sokal and Michener, "A statistical method for evaluating
 * systematic relationships", University of Kansas Science Bulletin 38, 1409, 1958). Where two
 * clusters are joined, each is turned so that their most similar ends meet.
 */
public final class ColumnOrder {

  private ColumnOrder() {}

  /**
   * Orders columns, in time of the third power of their number at most.
   *
   * @param similarity d by d similarities, symmetric; the diagonal does not count, NaN counts as 0
   * @return d numbers of columns; of equally similar clusters, the first ones are joined first
   * @throws IllegalArgumentException if the matrix is not square
   */
  public static int[] of(double[][] similarity) {
    Objects.requireNonNull(similarity, "similarity");
    int d = similarity.length;
    double[][] mean = new double[d][];
    for (int i = 0; i < d; i++) {
      if (similarity[i].length != d) {
        throw new IllegalArgumentException(
            "similarity must be square: it has "
                + d
                + " rows, and row "
                + i
                + " has "
                + similarity[i].length
                + " values");
      }
      mean[i] = Arrays.stream(similarity[i]).map(v -> Double.isNaN(v) ? 0 : v).toArray();
    }
    double[][] own = Arrays.stream(mean).map(double[]::clone).toArray(double[][]::new);
    List<List<Integer>> clusters = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      clusters.add(new ArrayList<>(List.of(i)));
    }
    for (int left = d; left > 1; left--) {
      int a = -1;
      int b = -1;
      for (int i = 0; i < d; i++) {
        for (int j = i + 1; j < d && !clusters.get(i).isEmpty(); j++) {
          if (!clusters.get(j).isEmpty() && (a < 0 || mean[i][j] > mean[a][b])) {
            a = i;
            b = j;
          }
        }
      }
      join(clusters.get(a), clusters.get(b), mean, a, b, own);
    }
    return d == 0
        ? new int[0]
        : clusters.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
  }

  private static void join(
      List<Integer> a, List<Integer> b, double[][] mean, int i, int j, double[][] own) {
    double weight = (double) a.size() / (a.size() + b.size());
    for (int k = 0; k < mean.length; k++) {
      double joined = weight * mean[i][k] + (1 - weight) * mean[j][k];
      mean[i][k] = joined;
      mean[k][i] = joined;
    }
    double best = Double.NEGATIVE_INFINITY;
    boolean turnA = false;
    boolean turnB = false;
    for (int turn = 0; turn < 4; turn++) {
      int endOfA = a.get(turn % 2 == 0 ? a.size() - 1 : 0);
      int startOfB = b.get(turn < 2 ? 0 : b.size() - 1);
      if (own[endOfA][startOfB] > best) {
        best = own[endOfA][startOfB];
        turnA = turn % 2 == 1;
        turnB = turn >= 2;
      }
    }
    if (turnA) {
      Collections.reverse(a);
    }
    if (turnB) {
      Collections.reverse(b);
    }
    a.addAll(b);
    b.clear();
  }
}
