package io.github.miscope.activation;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.parallel.Blocks;
import io.github.miscope.internal.text.Numbers;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How well the classes are clusters of a layer's rows, by Euclidean distance, in any number of
 * dimensions: what Goldfeld et al. (2019, section 5) look at by eye and by binned entropy, which in
 * many dimensions is log n whatever the layer does.
 *
 * <p>The silhouette of a row (Rousseeuw 1987, doi:10.1016/0377-0427(87)90125-7) is (b - a) / max(a,
 * b) with a its mean distance to the other rows of its class and b the least mean distance to the
 * rows of another class; 0 for a row that is alone in its class. The conductance of a class is the
 * share of edges that leave it, cut / min(volume of the class, volume of the rest), in the graph
 * that joins each row to its k nearest ones: 0 where neighbours are of one class, near 1 less the
 * share of the class where they are drawn by chance.
 *
 * @param silhouette the mean over rows, in [-1, 1]
 * @param conductance the mean over classes, in [0, 1]
 * @param neighbours k of the graph
 * @param rows the rows that were compared, all pairs of them
 * @param of the rows that there are; a seeded subset was taken if these are more
 */
public record ClusterQuality(
    double silhouette, double conductance, int neighbours, int rows, int of) {

  /**
   * The quality of the classes as clusters.
   *
   * @param layer n rows of T
   * @param classes the class of each row, at least two classes
   * @param neighbours k of the graph, at least 1
   * @param mostRows the most rows of which all pairs are made
   * @param seed of the subset, where there are more rows
   * @return silhouette and conductance
   * @throws IllegalArgumentException if classes are not one for each row or the rows that are
   *     compared have one class only, or neighbours are not in [1, rows)
   */
  public static ClusterQuality of(
      Variable layer, int[] classes, int neighbours, int mostRows, Seed seed) {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(classes, "classes");
    Objects.requireNonNull(seed, "seed");
    InputNumbers.check("class", classes, layer.n());
    Check.atLeast("mostRows", mostRows, 2);
    int[] rows = PairDistances.rows(layer.n(), mostRows, seed);
    Check.between("neighbours", neighbours, 1, rows.length - 1);
    int[] label = InputNumbers.numbered(Arrays.stream(rows).map(i -> classes[i]).toArray());
    int count = Arrays.stream(label).max().orElse(0) + 1;
    if (count < 2) {
      throw new IllegalArgumentException(
          "clusters need at least 2 classes: " + rows.length + " rows have 1");
    }
    Variable chosen = rows.length < layer.n() ? layer.rows(rows) : layer;
    try {
      return of(chosen.columns(), label, count, neighbours, layer.n());
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException("quality of clusters was interrupted", e);
    }
  }

  private static ClusterQuality of(double[][] columns, int[] label, int classes, int k, int all)
      throws InterruptedException {
    int n = label.length;
    int[] sizes = new int[classes];
    for (int own : label) {
      sizes[own]++;
    }
    double[] silhouettes = new double[n];
    int[][] nearest = new int[n][];
    Blocks.run(
        n,
        16,
        () -> {
          double[] distances = new double[n];
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              distances(columns, i, distances);
              silhouettes[i] = silhouette(distances, label, sizes, i);
              nearest[i] = nearest(distances, i, k);
            }
          };
        });
    double silhouette = Arrays.stream(silhouettes).sum() / n;
    return new ClusterQuality(silhouette, conductance(nearest, label, classes), k, n, all);
  }

  private static void distances(double[][] columns, int i, double[] distances) {
    Arrays.fill(distances, 0);
    for (double[] column : columns) {
      double value = column[i];
      for (int j = 0; j < distances.length; j++) {
        double apart = column[j] - value;
        distances[j] += apart * apart;
      }
    }
    for (int j = 0; j < distances.length; j++) {
      distances[j] = Math.sqrt(distances[j]);
    }
  }

  private static double silhouette(double[] distances, int[] label, int[] sizes, int i) {
    if (sizes[label[i]] == 1) {
      return 0;
    }
    double[] sums = new double[sizes.length];
    for (int j = 0; j < distances.length; j++) {
      sums[label[j]] += distances[j];
    }
    double own = sums[label[i]] / (sizes[label[i]] - 1);
    double other = Double.POSITIVE_INFINITY;
    for (int c = 0; c < sizes.length; c++) {
      if (c != label[i]) {
        other = Math.min(other, sums[c] / sizes[c]);
      }
    }
    double larger = Math.max(own, other);
    return larger == 0 ? 0 : (other - own) / larger;
  }

  /** The k nearest rows but the row itself; of equal ones those that come first. */
  private static int[] nearest(double[] distances, int i, int k) {
    return IntStream.range(0, distances.length)
        .filter(j -> j != i)
        .boxed()
        .sorted((a, b) -> Double.compare(distances[a], distances[b]))
        .limit(k)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double conductance(int[][] nearest, int[] label, int classes) {
    int n = nearest.length;
    long[] volumes = new long[classes];
    long[] cuts = new long[classes];
    boolean[][] joined = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      for (int j : nearest[i]) {
        joined[i][j] = true;
        joined[j][i] = true;
      }
    }
    long all = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (joined[i][j]) {
          all++;
          volumes[label[i]]++;
          cuts[label[i]] += label[i] == label[j] ? 0 : 1;
        }
      }
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += (double) cuts[c] / Math.min(volumes[c], all - volumes[c]);
    }
    return sum / classes;
  }

  /** "silhouette 0.42, conductance 0.10 (10 neighbours, 500 of 1000 rows)". */
  @Override
  public String toString() {
    return "silhouette "
        + Numbers.brief(silhouette)
        + ", conductance "
        + Numbers.brief(conductance)
        + " ("
        + neighbours
        + " neighbours, "
        + rows
        + " of "
        + of
        + " rows)";
  }
}
