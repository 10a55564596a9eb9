package io.github.miscope.activation;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.bins.RangeBins;
import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.parallel.Blocks;
import io.github.miscope.internal.text.Numbers;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * Euclidean distances between the rows of a layer, within classes and between them (Goldfeld et al.
 * 2019, Figures 6 and 8): as inputs cluster by class, the two histograms part.
 *
 * @param within distances of pairs of one class
 * @param between distances of pairs of different classes
 * @param meanWithin their mean; NaN if there are none
 * @param meanBetween their mean; NaN if there are none
 * @param rows the rows that were compared, all pairs of them
 * @param of the rows that there are; a seeded subset was taken if these are more
 */
public record PairDistances(
    Histogram within, Histogram between, double meanWithin, double meanBetween, int rows, int of) {

  /**
   * Refuses null.
   *
   * @param within distances of pairs of one class
   * @param between distances of pairs of different classes
   * @param meanWithin their mean; NaN if there are none
   * @param meanBetween their mean; NaN if there are none
   * @param rows the rows that were compared, all pairs of them
   * @param of the rows that there are; a seeded subset was taken if these are more
   */
  public PairDistances {
    Objects.requireNonNull(within, "within");
    Objects.requireNonNull(between, "between");
  }

  /**
   * Histograms of distances, from 0 to the largest one.
   *
   * @param layer n rows of T
   * @param classes the class of each row
   * @param bins of both histograms
   * @param mostRows the most rows of which all pairs are made
   * @param seed of the subset, where there are more rows
   * @return the histograms
   * @throws IllegalArgumentException if classes are not one for each row, bins &lt; 1 or mostRows
   *     &lt; 2
   */
  public static PairDistances of(Variable layer, int[] classes, int bins, int mostRows, Seed seed) {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(classes, "classes");
    Objects.requireNonNull(seed, "seed");
    InputNumbers.check("class", classes, layer.n());
    Check.between("bins", bins, 1, Histogram.MAX_BINS);
    if (mostRows < 2) {
      throw new IllegalArgumentException("mostRows must be >= 2: mostRows=" + mostRows);
    }
    int[] rows = rows(layer.n(), mostRows, seed);
    Check.memory("histograms of all rows (bins=" + bins + ")", rows.length, 2, bins);
    Variable chosen = rows.length < layer.n() ? layer.rows(rows) : layer;
    int[] label = Arrays.stream(rows).map(i -> classes[i]).toArray();
    try {
      return of(chosen.columns(), label, bins, layer.n());
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException("pairwise distances were interrupted", e);
    }
  }

  /** All rows, or a seeded subset of so many. */
  static int[] rows(int n, int most, Seed seed) {
    int[] rows = PermutationSampler.natural(n);
    if (n > most) {
      UniformRandomProvider random = seed.derive("rows").generator();
      PermutationSampler.shuffle(random, rows);
      rows = Arrays.copyOf(rows, most);
      Arrays.sort(rows);
    }
    return rows;
  }

  private static PairDistances of(double[][] columns, int[] label, int bins, int all)
      throws InterruptedException {
    int n = label.length;
    double[] largest = new double[n];
    double[][] sums = new double[2][n];
    rows(
        columns,
        (i, k, distance) -> {
          largest[i] = Math.max(largest[i], distance);
          sums[label[i] == label[k] ? 0 : 1][i] += distance;
        });
    double high = Arrays.stream(largest).max().orElseThrow();
    RangeBins grid = new RangeBins(0, high, bins);
    long[][][] counts = new long[2][n][];
    rows(
        columns,
        (i, k, distance) -> {
          int same = label[i] == label[k] ? 0 : 1;
          if (counts[same][i] == null) {
            counts[same][i] = new long[bins];
          }
          counts[same][i][grid.inside(distance)]++;
        });
    Histogram within = Histogram.of(0, high, total(counts[0], bins));
    Histogram between = Histogram.of(0, high, total(counts[1], bins));
    return new PairDistances(
        within,
        between,
        Arrays.stream(sums[0]).sum() / within.total(),
        Arrays.stream(sums[1]).sum() / between.total(),
        n,
        all);
  }

  private static long[] total(long[][] counts, int bins) {
    long[] total = new long[bins];
    for (long[] row : counts) {
      for (int b = 0; row != null && b < bins; b++) {
        total[b] += row[b];
      }
    }
    return total;
  }

  /** Takes the distance of rows i and k; calls of one i come from one thread. */
  @FunctionalInterface
  private interface Pair {
    void take(int i, int k, double distance);
  }

  private static void rows(double[][] columns, Pair pair) throws InterruptedException {
    int n = columns[0].length;
    Blocks.run(
        n,
        16,
        () -> {
          double[] squares = new double[n];
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              Arrays.fill(squares, 0, i, 0);
              for (double[] column : columns) {
                add(column, column[i], i, squares);
              }
              for (int k = 0; k < i; k++) {
                pair.take(i, k, Math.sqrt(squares[k]));
              }
            }
          };
        });
  }

  private static void add(double[] column, double value, int count, double[] squares) {
    for (int k = 0; k < count; k++) {
      double apart = column[k] - value;
      squares[k] += apart * apart;
    }
  }

  /** Both means: "distances of 1000 of 5000 rows: mean 0.42 within classes, 1.3 between". */
  @Override
  public String toString() {
    return "distances of "
        + rows
        + " of "
        + of
        + " rows: mean "
        + Numbers.brief(meanWithin)
        + " within classes, "
        + Numbers.brief(meanBetween)
        + " between";
  }
}
