package io.github.miscope.activation;

import io.github.miscope.internal.bins.RangeBins;
import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.text.Numbers;
import io.github.miscope.sample.Variable;
import java.util.Objects;

/**
 * Cosine similarities between the layers of two networks, row by row (Goldfeld et al. 2019, Figure
 * 3): how far they represent each input alike.
 *
 * @param histogram over [-1, 1]
 * @param mean of the similarities; NaN if there are none
 * @param zeroRows rows of which one layer is all 0, which have no similarity and are left out
 */
public record CosineSimilarities(Histogram histogram, double mean, int zeroRows) {

  /**
   * Refuses null.
   *
   * @param histogram over [-1, 1]
   * @param mean of the similarities; NaN if there are none
   * @param zeroRows rows of which one layer is all 0, which have no similarity and are left out
   */
  public CosineSimilarities {
    Objects.requireNonNull(histogram, "histogram");
  }

  /**
   * The similarities of two layers.
   *
   * @param a n rows of one layer
   * @param b n rows of the other, for the same inputs
   * @param bins of the histogram
   * @return their histogram
   * @throws IllegalArgumentException if n or d differ or bins &lt; 1
   */
  public static CosineSimilarities of(Variable a, Variable b, int bins) {
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
    if (a.n() != b.n() || a.d() != b.d()) {
      throw new IllegalArgumentException("layers must be of one size: " + a + ", " + b);
    }
    Check.between("bins", bins, 1, Histogram.MAX_BINS);
    RangeBins grid = new RangeBins(-1, 1, bins);
    long[] counts = new long[bins];
    double sum = 0;
    int zero = 0;
    for (int i = 0; i < a.n(); i++) {
      double largestA = largest(a, i);
      double largestB = largest(b, i);
      if (largestA == 0 || largestB == 0) {
        zero++;
        continue;
      }
      double product = 0;
      double squaresA = 0;
      double squaresB = 0;
      for (int j = 0; j < a.d(); j++) {
        double u = a.get(i, j) / largestA;
        double v = b.get(i, j) / largestB;
        product += u * v;
        squaresA += u * u;
        squaresB += v * v;
      }
      double cosine = product / Math.sqrt(squaresA * squaresB);
      sum += cosine;
      counts[grid.inside(cosine)]++;
    }
    return new CosineSimilarities(Histogram.of(-1, 1, counts), sum / (a.n() - zero), zero);
  }

  private static double largest(Variable layer, int i) {
    double largest = 0;
    for (int j = 0; j < layer.d(); j++) {
      largest = Math.max(largest, Math.abs(layer.get(i, j)));
    }
    return largest;
  }

  /** The mean, and how many rows it leaves out. */
  @Override
  public String toString() {
    return "cosine similarities of "
        + histogram.total()
        + " rows: mean "
        + Numbers.brief(mean)
        + (zeroRows == 0 ? "" : "; " + zeroRows + " rows that are all 0 are left out");
  }
}
