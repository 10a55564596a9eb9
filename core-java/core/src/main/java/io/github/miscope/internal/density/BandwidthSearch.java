package io.github.miscope.internal.density;

/** Searches the optimum of a criterion by the sign of its slope. */
public final class BandwidthSearch {

  private static final double STEP = 0.4;
  private static final int MAX_STEPS = 60;

  /** The slope of a criterion that is to be minimised. */
  @FunctionalInterface
  public interface Slope {

    /**
     * The derivative by the logarithm of the bandwidth, up to a positive factor.
     *
     * @param bandwidth the bandwidth
     * @return below zero if the criterion falls
     * @throws InterruptedException if the calling thread is interrupted
     */
    double at(double bandwidth) throws InterruptedException;
  }

  private BandwidthSearch() {}

  /**
   * The local minimum that is reached downhill from a start.
   *
   * @param slope the criterion's slope
   * @param start a bandwidth
   * @param precision relative precision of the result
   * @return the bandwidth; NaN if the criterion goes on falling
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static double minimum(Slope slope, double start, double precision)
      throws InterruptedException {
    double a = Math.log(start);
    double slopeA = slope.at(start);
    double direction = slopeA < 0 ? 1 : -1;
    for (int s = 0; s < MAX_STEPS; s++) {
      double b = a + direction * STEP;
      double slopeB = slope.at(Math.exp(b));
      if (!Double.isFinite(slopeB)) {
        return Double.NaN;
      }
      if (slopeA * slopeB <= 0) {
        return Math.exp(root(slope, a, slopeA, b, slopeB, precision));
      }
      a = b;
      slopeA = slopeB;
    }
    return Double.NaN;
  }

  /** False position with the Illinois rule. */
  private static double root(
      Slope slope, double a, double slopeA, double b, double slopeB, double precision)
      throws InterruptedException {
    double before = Double.POSITIVE_INFINITY;
    for (int s = 0; s < MAX_STEPS && slopeB != 0; s++) {
      double c = b - slopeB * (b - a) / (slopeB - slopeA);
      if (Math.abs(c - before) <= precision) {
        return c;
      }
      before = c;
      double slopeC = slope.at(Math.exp(c));
      if (slopeC * slopeB < 0) {
        a = b;
        slopeA = slopeB;
      } else {
        slopeA /= 2;
      }
      b = c;
      slopeB = slopeC;
    }
    return b;
  }
}
