package io.github.miscope.internal.neighbour.pairs;

import io.github.miscope.internal.neighbour.kernel.KernelChoice;
import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.JointDistance;
import io.github.miscope.internal.neighbour.space.Nearest;
import io.github.miscope.internal.parallel.Blocks;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The distance eps to the k-th neighbour in (X, Y, Z) under the maximum norm and how many points
 * are as near in (X, Z), (Y, Z) and Z, by comparing every point with every other once.
 */
public final class ConditionalBlocks implements Blocks.Worker {

  /** Receives the counts of one point, itself never among them; called from several threads. */
  @FunctionalInterface
  public interface Sink {

    /**
     * Takes the counts of one point.
     *
     * @param i the point
     * @param eps distance to the k-th joint neighbour
     * @param xyz points within eps in the joint space
     * @param xz points within eps in (X, Z)
     * @param yz points within eps in (Y, Z)
     * @param z points within eps in Z; all others if there is no Z
     */
    void accept(int i, double eps, int xyz, int xz, int yz, int z);
  }

  private static final int ROWS = Kernels.ROWS;

  /** What is counted, and for whom. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Query(
      Kernels kernels,
      Coordinates x,
      Coordinates y,
      @Nullable Coordinates z,
      int[] k,
      boolean closed,
      Sink sink) {}

  private final Query query;
  private final Kernels kernels;
  private final @Nullable Coordinates z;
  private final int n;
  private final double[][] dx;
  private final double[][] dy;
  private final double[][] dz;
  private final Nearest nearest;

  private ConditionalBlocks(Query query) {
    this.query = query;
    kernels = query.kernels;
    z = query.z;
    n = query.x.n();
    dx = Kernels.rows(n);
    dy = Kernels.rows(n);
    dz = z == null ? new double[0][] : Kernels.rows(n);
    nearest = new Nearest(Arrays.stream(query.k).max().orElseThrow());
  }

  /**
   * Counts for all points.
   *
   * @param x points of X under the maximum norm
   * @param y points of Y under the maximum norm
   * @param z points of Z under the maximum norm, or null
   * @param k for each point its number of joint neighbours, from 1 to n - 1
   * @param closed whether points at distance eps count, or only those nearer
   * @param sink receives the counts
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static void count(
      Coordinates x, Coordinates y, @Nullable Coordinates z, int[] k, boolean closed, Sink sink)
      throws InterruptedException {
    int n = x.n();
    int d = x.d() + y.d() + (z == null ? 0 : z.d());
    Kernels kernels = KernelChoice.forWork((double) n * n * d);
    int groups = (int) Math.max(1, Math.min(64, (1L << 24) / ((d + 8L) * n) / ROWS));
    Query query = new Query(kernels, x, y, z, k, closed, sink);
    Blocks.run(n, groups * ROWS, () -> new ConditionalBlocks(query));
  }

  @Override
  public void run(int from, int to) {
    for (int first = from; first < to; first += ROWS) {
      int end = Math.min(to, first + ROWS);
      kernels.distances(query.x, first, end, dx);
      kernels.distances(query.y, first, end, dy);
      if (z != null) {
        kernels.distances(z, first, end, dz);
      }
      for (int r = 0; r < end - first; r++) {
        point(first + r, r);
      }
    }
  }

  private void point(int i, int r) {
    // The point itself: not a number is not below any bound.
    dx[r][i] = Double.NaN;
    dy[r][i] = Double.NaN;
    if (z != null) {
      dz[r][i] = Double.NaN;
      raise(dx[r], dz[r]);
      raise(dy[r], dz[r]);
    }
    nearest.clear();
    for (int start = 0; start < n; start += Kernels.PADDING) {
      for (long near = near(r, start, nearest.bound()); near != 0; near &= near - 1) {
        int m = start + Long.numberOfTrailingZeros(near);
        nearest.add(Math.max(dx[r][m], dy[r][m]));
      }
    }
    double eps = nearest.value(query.k[i]);
    double bound = query.closed ? Math.nextUp(eps) : eps;
    int xyz = 0;
    for (int start = 0; start < n; start += Kernels.PADDING) {
      xyz += Long.bitCount(near(r, start, bound));
    }
    query.sink.accept(
        i,
        eps,
        xyz,
        kernels.countBelow(dx[r], n, bound),
        kernels.countBelow(dy[r], n, bound),
        z == null ? n - 1 : kernels.countBelow(dz[r], n, bound));
  }

  /** Which of the points from one on are jointly nearer than a bound. */
  private long near(int r, int start, double bound) {
    return kernels.below(JointDistance.MAXIMUM, dx[r], dy[r], 1, start, bound)
        & Kernels.first(n - start);
  }

  private static void raise(double[] a, double[] b) {
    for (int m = 0; m < a.length; m++) {
      a[m] = Math.max(a[m], b[m]);
    }
  }
}
