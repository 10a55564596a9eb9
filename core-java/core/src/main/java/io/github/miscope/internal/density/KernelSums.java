package io.github.miscope.internal.density;

/**
 * Sums of Gaussian kernels over all other points: S_i = sum over j != i of exp(-|x_i - x_j|^2 / (2
 * b^2)).
 */
public interface KernelSums {

  /** The sums for one bandwidth. */
  final class At {
    private final double[] logSums;
    private final double[] meanSquares;
    private final double errorBound;

    At(double[] logSums, double[] meanSquares, double errorBound) {
      this.logSums = logSums;
      this.meanSquares = meanSquares;
      this.errorBound = errorBound;
    }

    /**
     * The sums.
     *
     * @param i the point
     * @return log S_i
     */
    public double logSum(int i) {
      return logSums[i];
    }

    /**
     * The mean of |x_i - x_j|^2 over j, weighted by the kernel.
     *
     * @param i the point
     * @return b^2 times the derivative of log S_i by log b
     */
    public double meanSquare(int i) {
      return meanSquares[i];
    }

    /**
     * What the mean of log S_i is certainly not farther off than, rounding apart.
     *
     * @return the bound, 0 for exact sums
     */
    public double errorBound() {
      return errorBound;
    }
  }

  /**
   * Sums the kernels.
   *
   * @param bandwidth b, positive
   * @return the sums for each point
   * @throws InterruptedException if the calling thread is interrupted
   */
  At at(double bandwidth) throws InterruptedException;

  /**
   * The sums of some points: exact for few, by a tree for many.
   *
   * @param columns d columns of n values, kept
   * @param largestExact the largest n that is summed exactly
   * @return the sums
   * @throws InterruptedException if the calling thread is interrupted
   */
  static KernelSums of(double[][] columns, int largestExact) throws InterruptedException {
    return columns[0].length <= largestExact ? new DirectSums(columns) : new TreeSums(columns);
  }
}
