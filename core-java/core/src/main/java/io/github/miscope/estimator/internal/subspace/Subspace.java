package io.github.miscope.estimator.internal.subspace;

import io.github.miscope.internal.neighbour.KthDistances;
import io.github.miscope.internal.neighbour.WithinCounts;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import io.github.miscope.internal.neighbour.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts taken together: points that share all levels, and the columns of each such stratum. */
final class Subspace {

  private static final DistanceKernel NORM = DistanceKernel.LINF;

  /** The points of one combination of levels, and their columns, if there are any. */
  private static final class Stratum {
    private final int[] rows;
    private final @Nullable Coordinates points;

    Stratum(int[] rows, @Nullable Coordinates points) {
      this.rows = rows;
      this.points = points;
    }
  }

  private final int n;
  private final List<Stratum> strata = new ArrayList<>();

  Subspace(int n, SubspacePart... parts) {
    this.n = n;
    double[][] columns =
        Arrays.stream(parts).flatMap(p -> Arrays.stream(p.columns())).toArray(double[][]::new);
    for (int[] rows : strata(n, parts)) {
      strata.add(new Stratum(rows, columns.length == 0 ? null : points(columns, rows)));
    }
  }

  private static Coordinates points(double[][] columns, int[] rows) {
    if (rows.length == columns[0].length) {
      return new Coordinates(columns, NORM);
    }
    double[][] chosen = new double[columns.length][rows.length];
    for (int j = 0; j < chosen.length; j++) {
      for (int i = 0; i < rows.length; i++) {
        chosen[j][i] = columns[j][rows[i]];
      }
    }
    return new Coordinates(chosen, NORM);
  }

  /** Rows that share all levels, ascending. */
  private static List<int[]> strata(int n, SubspacePart... parts) {
    int[] stratum = new int[n];
    int count = 1;
    for (SubspacePart part : parts) {
      if (part.levels().length > 0) {
        Map<Long, Integer> known = new HashMap<>();
        for (int i = 0; i < n; i++) {
          long key = ((long) stratum[i] << 32) | (part.levels()[i] & 0xffffffffL);
          stratum[i] = known.computeIfAbsent(key, k -> known.size());
        }
        count = known.size();
      }
    }
    int[] sizes = new int[count];
    for (int s : stratum) {
      sizes[s]++;
    }
    int[][] rows = new int[count][];
    Arrays.setAll(rows, s -> new int[sizes[s]]);
    for (int i = n - 1; i >= 0; i--) {
      rows[stratum[i]][--sizes[stratum[i]]] = i;
    }
    return List.of(rows);
  }

  /** Each point's distance to its k-th neighbour; infinite if fewer share its levels. */
  double[] kth(int[] k) throws InterruptedException {
    double[] eps = new double[n];
    for (Stratum stratum : strata) {
      int[] rows = stratum.rows;
      int others = rows.length - 1;
      int[] ks = Arrays.stream(rows).map(i -> k[i]).filter(m -> m <= others).distinct().toArray();
      Coordinates points = stratum.points;
      double[][] distances =
          points == null || ks.length == 0
              ? new double[ks.length][rows.length]
              : KthDistances.of(Space.of(points), ks);
      Map<Integer, double[]> byK = new HashMap<>();
      for (int a = 0; a < ks.length; a++) {
        byK.put(ks[a], distances[a]);
      }
      for (int p = 0; p < rows.length; p++) {
        double[] own = byK.get(k[rows[p]]);
        eps[rows[p]] = own == null ? Double.POSITIVE_INFINITY : own[p];
      }
    }
    return eps;
  }

  /** The number of other points within eps of each, or at it if closed. */
  int[] within(double[] eps, boolean closed) throws InterruptedException {
    int[] counts = new int[n];
    for (Stratum stratum : strata) {
      int[] rows = stratum.rows;
      double[] radii = Arrays.stream(rows).mapToDouble(i -> eps[i]).toArray();
      Coordinates points = stratum.points;
      int[] found;
      if (points == null) {
        found = new int[rows.length];
        for (int p = 0; p < found.length; p++) {
          found[p] = closed || radii[p] > 0 ? rows.length - 1 : 0;
        }
      } else {
        found = WithinCounts.of(Space.of(points), radii, closed);
      }
      for (int p = 0; p < rows.length; p++) {
        // Points of other levels are at an infinite distance, too.
        boolean all = closed && radii[p] == Double.POSITIVE_INFINITY;
        counts[rows[p]] = all ? n - 1 : found[p];
      }
    }
    return counts;
  }
}
