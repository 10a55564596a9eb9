package io.github.miscope.association;

import io.github.miscope.internal.neighbour.order.RadixSort;
import io.github.miscope.internal.neighbour.order.Ranks;
import java.util.Arrays;

/** Chatterjee's xi, {@link Association#xi}: 1 - n sum |r_(i+1) - r_i| / (2 sum l_i (n - l_i)). */
final class ChatterjeeXi {

  private ChatterjeeXi() {}

  static double of(double[] x, double[] y) {
    int n = x.length;
    int[] dense = Ranks.dense(y);
    int[] atMost = new int[n];
    for (int level : dense) {
      atMost[level]++;
    }
    double room = 0;
    int below = 0;
    for (int level = 0; level < n && atMost[level] > 0; level++) {
      int count = atMost[level];
      double atLeast = n - below;
      room += count * atLeast * (n - atLeast);
      below += count;
      atMost[level] = below;
    }
    if (room == 0) {
      return Double.NaN;
    }
    int[] rows = RadixSort.order(x);
    double steps = 0;
    double[] before = new double[0];
    for (int start = 0, end; start < n; start = end) {
      end = start + 1;
      while (end < n && x[rows[end]] == x[rows[start]]) {
        end++;
      }
      double[] ranks = new double[end - start];
      for (int i = 0; i < ranks.length; i++) {
        ranks[i] = atMost[dense[rows[start + i]]];
      }
      Arrays.sort(ranks);
      steps += within(ranks) + (before.length == 0 ? 0 : between(before, ranks));
      before = ranks;
    }
    return 1 - n * steps / (2 * room);
  }

  /** The mean sum of steps through values in random order: (m - 1) times the mean difference. */
  private static double within(double[] ascending) {
    double sum = 0;
    for (int i = 0; i < ascending.length; i++) {
      sum += (2.0 * i - ascending.length + 1) * ascending[i];
    }
    return 2 * sum / ascending.length;
  }

  /** The mean step from a random value to another one of the next values. */
  private static double between(double[] a, double[] b) {
    double total = Arrays.stream(b).sum();
    double sum = 0;
    double passed = 0;
    int below = 0;
    for (double value : a) {
      while (below < b.length && b[below] <= value) {
        passed += b[below++];
      }
      sum += value * below - passed + (total - passed) - value * (b.length - below);
    }
    return sum / ((double) a.length * b.length);
  }
}
