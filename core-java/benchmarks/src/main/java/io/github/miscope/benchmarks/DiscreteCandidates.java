package io.github.miscope.benchmarks;

import io.github.miscope.sample.Samples;
import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;

/** Estimators of discrete information that were measured and not taken. */
final class DiscreteCandidates {

  /** Counts of a table. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Counts(int n, int[] x, int[] y, int[][] cells) {

    static Counts of(Samples samples) {
      int[] x = samples.x().levels();
      int[] y = samples.y().levels();
      int levelsX = Arrays.stream(x).max().orElseThrow() + 1;
      int levelsY = Arrays.stream(y).max().orElseThrow() + 1;
      Counts counts =
          new Counts(x.length, new int[levelsX], new int[levelsY], new int[levelsX][levelsY]);
      for (int i = 0; i < x.length; i++) {
        counts.x[x[i]]++;
        counts.y[y[i]]++;
        counts.cells[x[i]][y[i]]++;
      }
      return counts;
    }

    double plugIn() {
      double joint = 0;
      for (int[] row : cells) {
        joint += entropy(n, row);
      }
      return entropy(n, x) + entropy(n, y) - joint;
    }
  }

  private DiscreteCandidates() {}

  private static double entropy(int n, int... counts) {
    double sum = 0;
    for (int count : counts) {
      sum += count == 0 ? 0 : (double) count / n * Math.log((double) n / count);
    }
    return sum;
  }

  /**
   * Frequencies shrunk towards equal cells by the estimated optimal weight (Hausser and Strimmer,
   * JMLR 10, 1469, 2009, eq. 6 and 7).
   */
  static double jamesStein(Samples samples) {
    Counts counts = Counts.of(samples);
    int n = counts.n();
    int levelsX = counts.x().length;
    int levelsY = counts.y().length;
    double target = 1.0 / levelsX / levelsY;
    double squares = 0;
    double distance = 0;
    for (int[] row : counts.cells()) {
      for (int count : row) {
        double p = (double) count / n;
        squares += p * p;
        distance += (target - p) * (target - p);
      }
    }
    double weight = distance == 0 ? 1 : Math.min(1, (1 - squares) / ((n - 1) * distance));
    double[] x = new double[levelsX];
    double[] y = new double[levelsY];
    double joint = 0;
    for (int i = 0; i < levelsX; i++) {
      for (int j = 0; j < levelsY; j++) {
        double p = weight * target + (1 - weight) * counts.cells()[i][j] / n;
        x[i] += p;
        y[j] += p;
        joint += p > 0 ? -p * Math.log(p) : 0;
      }
    }
    return Arrays.stream(x).map(p -> p > 0 ? -p * Math.log(p) : 0).sum()
        + Arrays.stream(y).map(p -> p > 0 ? -p * Math.log(p) : 0).sum()
        - joint;
  }

  /**
   * (I - E) H / (H - E) of plug-in quantities, H the smaller entropy and E the mean of I over all
   * permutations: adjusted mutual information (Vinh, Epps and Bailey, JMLR 11, 2837, 2010) in nats.
   */
  static double adjustedPlugIn(Samples samples) {
    Counts counts = Counts.of(samples);
    double least = Math.min(entropy(counts.n(), counts.x()), entropy(counts.n(), counts.y()));
    double expected = expected(counts);
    return least - expected < 1e-12 ? 0 : (counts.plugIn() - expected) * least / (least - expected);
  }

  private static double expected(Counts counts) {
    int n = counts.n();
    double[] log = new double[n + 1];
    Arrays.setAll(log, m -> LogGamma.value(m + 1.0));
    int[] x = counts.x().clone();
    int[] y = counts.y().clone();
    Arrays.sort(x);
    Arrays.sort(y);
    double sum = 0;
    for (int i = 0, nextX; i < x.length; i = nextX) {
      nextX = after(x, i);
      for (int j = 0, nextY; j < y.length; j = nextY) {
        nextY = after(y, j);
        sum += (double) (nextX - i) * (nextY - j) * cell(x[i], y[j], n, log);
      }
    }
    return sum;
  }

  private static int after(int[] sorted, int i) {
    int next = i;
    while (next < sorted.length && sorted[next] == sorted[i]) {
      next++;
    }
    return next;
  }

  private static double cell(int a, int b, int n, double... log) {
    double sum = 0;
    double constant = log[a] + log[b] + log[n - a] + log[n - b] - log[n];
    for (int k = Math.max(1, a + b - n); k <= Math.min(a, b); k++) {
      double p = Math.exp(constant - log[k] - log[a - k] - log[b - k] - log[n - a - b + k]);
      sum += p * k / n * Math.log((double) n * k / ((double) a * b));
    }
    return sum;
  }
}
