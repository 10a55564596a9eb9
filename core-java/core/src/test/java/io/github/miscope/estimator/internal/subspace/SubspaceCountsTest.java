package io.github.miscope.estimator.internal.subspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.internal.neighbour.space.DistanceKernel;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Counts in subspaces against comparing every point with every other, to the bit. */
class SubspaceCountsTest {

  private final SplittableRandom random = new SplittableRandom(5);

  /** Columns that are random, or rounded so that distances tie; levels; or both. */
  private SubspacePart part(int n, int d, boolean rounded, int levels) {
    double[][] columns = new double[d][n];
    for (double[] column : columns) {
      Arrays.setAll(
          column,
          i -> rounded ? Math.rint(2 * random.nextGaussian()) : random.nextGaussian() * 1e-200);
    }
    int[] codes = random.ints(levels > 0 ? n : 0, 0, Math.max(1, levels)).toArray();
    return SubspacePart.of(columns, codes);
  }

  @Test
  void allKindsOfParts() throws InterruptedException {
    // So few are compared with all others.
    for (int n : new int[] {2, 3, 40, 300}) {
      for (int levels : new int[] {0, 2, 30}) {
        for (boolean rounded : new boolean[] {false, true}) {
          check(n, part(n, 1, rounded, 0), part(n, 1, rounded, 0), null, rounded);
          check(n, part(n, 2, rounded, levels), part(n, 1, rounded, 0), null, rounded);
          check(n, part(n, 1, rounded, 0), part(n, 0, false, 3), part(n, 2, rounded, levels), true);
          check(n, part(n, 0, rounded, 2), part(n, 0, rounded, 3), part(n, 0, false, 2), rounded);
          check(n, part(n, 3, rounded, 0), part(n, 2, rounded, 0), part(n, 9, rounded, 0), false);
        }
      }
    }
  }

  @Test
  void manyPoints() throws InterruptedException {
    int n = 4200;
    check(n, part(n, 1, true, 0), part(n, 1, false, 0), part(n, 1, false, 0), true);
    check(n, part(n, 1, false, 0), part(n, 1, false, 2), null, false);
  }

  private void check(
      int n, SubspacePart x, SubspacePart y, @Nullable SubspacePart z, boolean closed)
      throws InterruptedException {
    int[] k = random.ints(n, 1, Math.min(n, 6)).toArray();
    double[] eps = new double[n];
    int[][] counts = new int[4][n];
    SubspaceCounts.count(
        x,
        y,
        z,
        k,
        closed,
        (i, distance, xyz, xz, yz, nz) -> {
          eps[i] = distance;
          counts[0][i] = xyz;
          counts[1][i] = xz;
          counts[2][i] = yz;
          counts[3][i] = nz;
        });
    for (int i = 0; i < n; i += 1 + n / 100) {
      double[] dx = distances(x, i, n);
      double[] dy = distances(y, i, n);
      double[] dz = z == null ? new double[n] : distances(z, i, n);
      double[][] all = new double[4][n];
      for (int m = 0; m < n; m++) {
        all[1][m] = Math.max(dx[m], dz[m]);
        all[2][m] = Math.max(dy[m], dz[m]);
        all[0][m] = Math.max(all[1][m], all[2][m]);
        all[3][m] = dz[m];
      }
      double[] sorted = all[0].clone();
      sorted[i] = -1;
      Arrays.sort(sorted);
      assertEquals(sorted[k[i]], eps[i], "eps");
      for (int s = 0; s < 4; s++) {
        int expected = 0;
        for (int m = 0; m < n; m++) {
          boolean in = closed ? all[s][m] <= eps[i] : all[s][m] < eps[i];
          expected += m != i && (in || (s == 3 && z == null)) ? 1 : 0;
        }
        assertEquals(expected, counts[s][i], "subspace " + s + ", n = " + n);
      }
    }
  }

  private static double[] distances(SubspacePart part, int i, int n) {
    double[] out = new double[n];
    if (part.columns().length > 0) {
      DistanceKernel.LINF.distances(part.columns(), i, out);
    }
    for (int m = 0; m < part.levels().length; m++) {
      if (part.levels()[m] != part.levels()[i]) {
        out[m] = Double.POSITIVE_INFINITY;
      }
    }
    return out;
  }
}
