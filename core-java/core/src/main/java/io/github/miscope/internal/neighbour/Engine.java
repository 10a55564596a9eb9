package io.github.miscope.internal.neighbour;

/** The ways to search, and when each is the fastest. */
enum Engine {
  /** One column each. */
  STRIPS,
  /** Many points in few columns. */
  TREE,
  /** Maximum norms, all pairs, in whole numbers. */
  CODES,
  /** All pairs, in doubles. */
  BLOCKS;

  static Engine choose(
      Kernels kernels, Coordinates x, Coordinates y, double[] scales, CountRule rule) {
    if (STRIPS.does(x, y, scales, rule)) {
      return STRIPS;
    }
    Engine pairs = CODES.does(x, y, scales, rule) ? CODES : BLOCKS;
    boolean quick = pairs == CODES && kernels != KernelChoice.scalar();
    // All pairs serve all scales at once, a tree one.
    return isTreeFor(quick, (double) x.n() / scales.length, x.d() + y.d()) ? TREE : pairs;
  }

  /**
   * Whether a tree is faster than all pairs for points of so many columns. Measured: from 150
   * points in 0 columns on, and twice as many for each column; codes in the Vector API are quicker.
   */
  private static boolean isTreeFor(boolean quick, double n, int d) {
    return n >= (quick ? 400 * Math.pow(2.2, d) : 150 * Math.pow(2, d));
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

  /** Whether the engine can do it at all. */
  boolean does(Coordinates x, Coordinates y, double[] scales, CountRule rule) {
    return switch (this) {
      case STRIPS -> x.d() == 1 && y.d() == 1;
      case CODES -> CodedSearch.suits(x, y, scales, rule);
      case TREE, BLOCKS -> true;
    };
  }
}
