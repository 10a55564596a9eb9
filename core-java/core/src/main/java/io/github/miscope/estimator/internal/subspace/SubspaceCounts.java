package io.github.miscope.estimator.internal.subspace;

import io.github.miscope.internal.neighbour.KthDistances;
import io.github.miscope.internal.neighbour.pairs.ConditionalBlocks;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * For every point the distance eps to its k-th neighbour in the joint space (X, Y, Z) under the max
 * norm, and how many points are as near in (X, Z), in (Y, Z) and in Z: by trees, sorted columns or
 * comparing each point with every other, whichever is the fastest.
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
  public static void count(
      SubspacePart x, SubspacePart y, @Nullable SubspacePart z, int[] k, boolean closed, Sink sink)
      throws InterruptedException {
    int n = k.length;
    int columns = x.columns().length + y.columns().length + (z == null ? 0 : z.columns().length);
    boolean plain = x.isPlain() && y.isPlain() && (z == null || z.isPlain());
    if (plain && !KthDistances.usesTrees(n, columns)) {
      ConditionalBlocks.count(
          x.points(), y.points(), z == null ? null : z.points(), k, closed, sink::accept);
      return;
    }
    Subspace joint = joint(n, z, x, y);
    double[] eps = joint.kth(k);
    int[] xyz = joint.within(eps, closed);
    int[] xz = joint(n, z, x).within(eps, closed);
    int[] yz = joint(n, z, y).within(eps, closed);
    int[] onlyZ = z == null ? new int[0] : joint(n, z).within(eps, closed);
    for (int i = 0; i < n; i++) {
      sink.accept(i, eps[i], xyz[i], xz[i], yz[i], z == null ? n - 1 : onlyZ[i]);
    }
  }

  private static Subspace joint(int n, @Nullable SubspacePart z, SubspacePart... parts) {
    SubspacePart[] all = z == null ? parts : Arrays.copyOf(parts, parts.length + 1);
    if (z != null) {
      all[parts.length] = z;
    }
    return new Subspace(n, all);
  }
}
