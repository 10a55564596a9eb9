package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.neighbour.kernel.KernelChoice;
import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.pairs.QuantisedSearch;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.DistanceKernel;

/** The ways to search, and when each is the fastest. */
enum Engine {
  /** One column each. */
  STRIPS,
  /** Many points in few columns. */
  TREE,
  /** Maximum norms, all pairs, in whole numbers. */
  QUANTISED,
  /** All pairs, in doubles. */
  BLOCKS;

  static Engine choose(
      Kernels kernels, Coordinates x, Coordinates y, double[] scales, CountRule rule) {
    if (STRIPS.supports(x, y, scales, rule)) {
      return STRIPS;
    }
    Engine pairs = QUANTISED.supports(x, y, scales, rule) ? QUANTISED : BLOCKS;
    // All pairs serve all scales at once, a tree one.
    double n = (double) x.n() / scales.length;
    return n >= leastForTree(pairs, kernels, x, y) ? TREE : pairs;
  }

  /**
   * The number of points from which on a tree is faster than all pairs: measured, see the README of
   * the benchmarks.
   */
  private static double leastForTree(Engine pairs, Kernels kernels, Coordinates x, Coordinates y) {
    int d = x.d() + y.d();
    if (pairs == BLOCKS) {
      return 150 * Math.pow(2, d);
    }
    // Marginal counts are cheap where the order of columns gives them.
    boolean isOrdered = isOrdered(x) && isOrdered(y);
    return kernels == KernelChoice.scalar()
        ? (isOrdered ? 75 : 300) * Math.pow(1.7, d)
        : (isOrdered ? 300 : 600) * Math.pow(1.8, d);
  }

  private static boolean isOrdered(Coordinates points) {
    return points.d() == 1 || points.isPlane();
  }

  /**
   * Whether a tree is the fastest within one variable, where all pairs are compared in doubles.
   * Measured: from 100 points in 0 columns on, and twice as many for each column; the Vector API
   * makes visits of leaves under the maximum norm so quick that 1.3 times are enough.
   */
  static boolean isTreeForOne(Kernels kernels, DistanceKernel norm, double n, int d) {
    boolean quick = norm == DistanceKernel.LINF && kernels != KernelChoice.scalar();
    return n >= 100 * Math.pow(quick ? 1.3 : 2, d);
  }

  /**
   * Roughly how much the kernels have to do: pairs of points times columns.
   *
   * @param n number of points
   * @param d number of columns of X and Y together
   */
  double work(double n, int d) {
    return switch (this) {
      // A point takes some 100 ns in plain loops, as long as so many pairs and columns.
      case STRIPS -> 256 * n;
      // Four columns take 4.6 leaves of 64 points for each point, at n = 100000 and k = 3.
      case TREE -> n * Math.min(n, 16 * Math.pow(2, d)) * d;
      case QUANTISED, BLOCKS -> n * n * d;
    };
  }

  /** Whether the engine can do it at all. */
  boolean supports(Coordinates x, Coordinates y, double[] scales, CountRule rule) {
    return switch (this) {
      case STRIPS -> x.d() == 1 && y.d() == 1;
      case QUANTISED -> QuantisedSearch.suits(x, y, scales, rule);
      case TREE, BLOCKS -> true;
    };
  }
}
