package io.github.miscope.internal.subspace;

import io.github.miscope.internal.parallel.Blocks;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * For every point the distance eps to its k-th neighbour in the joint space (X, Y, Z) under the max
 * norm, and how many points are as near in (X, Z), in (Y, Z) and in Z; by comparing each point with
 * every other.
 */
public final class SubspaceCounts {

  /** Receives the counts of one point, itself never among them; called from several threads. */
  @FunctionalInterface
  public interface Sink {

    /**
     * Takes the counts of one point.
     *
     * @param i the point
     * @param eps distance to the k-th joint neighbour; infinite if fewer are of its levels
     * @param xyz points within eps in the joint space, by the same rule
     * @param xz points within eps in (X, Z)
     * @param yz points within eps in (Y, Z)
     * @param z points within eps in Z; all others if there is no Z
     */
    void accept(int i, double eps, int xyz, int xz, int yz, int z);
  }

  private SubspaceCounts() {}

  /**
   * Counts for all points.
   *
   * @param z what is given, or null
   * @param k for each point its number of joint neighbours, less than n
   * @param closed whether points at distance eps count, or only those nearer
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static void count(Part x, Part y, @Nullable Part z, int[] k, boolean closed, Sink sink)
      throws InterruptedException {
    int n = k.length;
    int blockSize = (int) Math.max(1, Math.min(256, (1L << 20) / n));
    int largestK = Arrays.stream(k).max().orElseThrow();
    Blocks.run(
        n,
        blockSize,
        () -> {
          double[] dx = new double[n];
          double[] dy = new double[n];
          double[] dz = new double[n];
          double[] joint = new double[n];
          double[] smallest = new double[largestK];
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              x.distances(i, dx);
              y.distances(i, dy);
              if (z != null) {
                z.distances(i, dz);
                raise(dx, dz);
                raise(dy, dz);
              }
              System.arraycopy(dx, 0, joint, 0, n);
              raise(joint, dy);
              double eps = kth(joint, k[i], smallest);
              int countZ = z == null ? n - 1 : count(dz, eps, closed);
              sink.accept(
                  i,
                  eps,
                  count(joint, eps, closed),
                  count(dx, eps, closed),
                  count(dy, eps, closed),
                  countZ);
            }
          };
        });
  }

  private static void raise(double[] a, double[] b) {
    for (int m = 0; m < a.length; m++) {
      a[m] = Math.max(a[m], b[m]);
    }
  }

  private static double kth(double[] values, int k, double[] smallest) {
    Arrays.fill(smallest, Double.POSITIVE_INFINITY);
    for (double v : values) {
      if (v < smallest[k - 1]) {
        int at = k - 1;
        while (at > 0 && smallest[at - 1] > v) {
          smallest[at] = smallest[at - 1];
          at--;
        }
        smallest[at] = v;
      }
    }
    return smallest[k - 1];
  }

  private static int count(double[] distances, double eps, boolean closed) {
    int count = 0;
    if (closed) {
      for (double d : distances) {
        count += d <= eps ? 1 : 0;
      }
    } else {
      for (double d : distances) {
        count += d < eps ? 1 : 0;
      }
    }
    return count;
  }
}
