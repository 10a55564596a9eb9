package io.github.miscope.internal.density;

import io.github.miscope.internal.parallel.Blocks;

/** Kernel sums term by term: O(n^2 d). */
final class DirectSums implements KernelSums {

  /** A kernel below e^-50 of the largest one is below its rounding error, n of them too. */
  private static final double NEGLIGIBLE = 50;

  private final double[][] columns;

  DirectSums(double[][] columns) {
    this.columns = columns;
  }

  @Override
  public At at(double bandwidth) throws InterruptedException {
    int n = columns[0].length;
    double[] logSums = new double[n];
    double[] meanSquares = new double[n];
    int blockSize = (int) Math.max(1, Math.min(256, (1L << 20) / ((long) n * columns.length)));
    Blocks.run(
        n,
        blockSize,
        () -> {
          double[] squares = new double[n];
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              sum(columns, i, bandwidth, squares, logSums, meanSquares);
            }
          };
        });
    return new At(logSums, meanSquares, 0);
  }

  /**
   * Sums for point i, in units of its largest kernel, so that an outlier's does not underflow.
   *
   * @param squares room for n numbers
   * @param logSums receives log S_i
   * @param meanSquares receives the weighted mean of squared distances
   */
  static void sum(
      double[][] columns,
      int i,
      double bandwidth,
      double[] squares,
      double[] logSums,
      double[] meanSquares) {
    squaredDistances(columns, i, squares);
    double nearest = Double.POSITIVE_INFINITY;
    for (int m = 0; m < squares.length; m++) {
      nearest = m == i ? nearest : Math.min(nearest, squares[m]);
    }
    double factor = -0.5 / (bandwidth * bandwidth);
    double sum = 0;
    double weighted = 0;
    for (int m = 0; m < squares.length; m++) {
      double exponent = factor * (squares[m] - nearest);
      if (exponent > -NEGLIGIBLE && m != i) {
        double kernel = Math.exp(exponent);
        sum += kernel;
        weighted += kernel * squares[m];
      }
    }
    logSums[i] = Math.log(sum) + factor * nearest;
    meanSquares[i] = weighted / sum;
  }

  private static void squaredDistances(double[][] columns, int i, double[] out) {
    for (int j = 0; j < columns.length; j++) {
      double[] column = columns[j];
      double p = column[i];
      if (j == 0) {
        for (int m = 0; m < out.length; m++) {
          double difference = column[m] - p;
          out[m] = difference * difference;
        }
      } else {
        for (int m = 0; m < out.length; m++) {
          double difference = column[m] - p;
          out[m] += difference * difference;
        }
      }
    }
  }
}
