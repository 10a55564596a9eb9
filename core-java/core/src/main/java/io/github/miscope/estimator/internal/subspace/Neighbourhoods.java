package io.github.miscope.estimator.internal.subspace;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.check.Check;
import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;
import org.jspecify.annotations.Nullable;

/** What each point contributes to an estimate, as a function of its {@link SubspaceCounts}. */
public final class Neighbourhoods {

  /** The contribution of a point. */
  @FunctionalInterface
  public interface Share {

    /** Nats from the counts of one point; see {@link SubspaceCounts.Sink}. */
    double of(int i, double eps, int xyz, int xz, int yz, int z);
  }

  private Neighbourhoods() {}

  /**
   * The contributions of all points, with the same k for each.
   *
   * @param label what to say was interrupted
   */
  public static double[] shares(
      String label,
      SubspacePart x,
      SubspacePart y,
      @Nullable SubspacePart z,
      int n,
      int k,
      boolean closed,
      Share share) {
    int[] ks = new int[n];
    Arrays.fill(ks, k);
    return shares(label, x, y, z, ks, closed, share);
  }

  /**
   * The contributions of all points.
   *
   * @param label what to say was interrupted
   * @param k the number of neighbours of each point
   */
  public static double[] shares(
      String label,
      SubspacePart x,
      SubspacePart y,
      @Nullable SubspacePart z,
      int[] k,
      boolean closed,
      Share share) {
    double[] shares = new double[k.length];
    try {
      SubspaceCounts.count(
          x,
          y,
          z,
          k,
          closed,
          (i, eps, xyz, xz, yz, nz) -> shares[i] = share.of(i, eps, xyz, xz, yz, nz));
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(label + " was interrupted", e);
    }
    return shares;
  }

  /**
   * Refuses a number of neighbours that the sample does not have.
   *
   * @throws IllegalArgumentException if k &ge; n
   */
  public static void requireFewerThanPoints(int k, int n) {
    if (k >= n) {
      throw new IllegalArgumentException("k must be < number of points: k=" + k + ", n=" + n);
    }
  }

  /**
   * Refuses a number of neighbours below one.
   *
   * @throws IllegalArgumentException if k &lt; 1
   */
  public static void requirePositive(int k) {
    Check.atLeast("k", k, 1);
  }

  /** Digamma of 1 to n, by index. */
  public static double[] digammas(int n) {
    double[] psi = new double[n + 1];
    for (int m = 1; m <= n; m++) {
      psi[m] = Digamma.value(m);
    }
    return psi;
  }
}
