package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.neighbour.kernel.KernelChoice;
import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.pairs.BlockSearch;
import io.github.miscope.internal.neighbour.pairs.QuantisedSearch;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.CountSink;
import io.github.miscope.internal.neighbour.strips.ColumnSearch;
import io.github.miscope.internal.parallel.Blocks;

/** Counts the marginal neighbours of every point within the distance of its joint neighbours. */
public final class NeighbourCounts {

  private NeighbourCounts() {}

  /**
   * Counts for all points, scales and k.
   *
   * @param x the points of X
   * @param y the points of Y
   * @param scales relative scales: distances within Y are multiplied by each
   * @param rule which neighbours count
   * @param ks numbers of joint neighbours, each from 1 to n - 1
   * @param sink receives the counts; its cell is scale index * number of ks + index of k
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static void count(
      Coordinates x, Coordinates y, double[] scales, CountRule rule, int[] ks, CountSink sink)
      throws InterruptedException {
    int d = x.d() + y.d();
    Kernels expected = KernelChoice.expected(Engine.BLOCKS.work(x.n(), d));
    Engine engine = Engine.choose(expected, x, y, scales, rule);
    // A tree searches at one scale after another.
    int searches = engine == Engine.TREE ? scales.length : 1;
    Kernels kernels = KernelChoice.forWork(searches * engine.work(x.n(), d));
    count(engine, kernels, x, y, scales, rule, ks, sink);
  }

  static void count(
      Engine engine,
      Kernels kernels,
      Coordinates x,
      Coordinates y,
      double[] scales,
      CountRule rule,
      int[] ks,
      CountSink sink)
      throws InterruptedException {
    switch (engine) {
      case STRIPS -> {
        if (!x.isSorted() || !y.isSorted()) {
          Blocks.both(x.n(), x::sorted, y::sorted);
        }
        ColumnSearch search = new ColumnSearch(kernels, x.sorted(), y.sorted(), rule, ks);
        for (int s = 0; s < scales.length; s++) {
          search.count(scales[s], s * ks.length, sink);
        }
      }
      case TREE -> {
        TreeSearch search = new TreeSearch(kernels, x, y, rule, ks, sink);
        for (int s = 0; s < scales.length; s++) {
          search.run(scales[s], s * ks.length);
        }
      }
      case QUANTISED -> new QuantisedSearch(kernels, x, y, scales[0], rule, ks, sink).run();
      case BLOCKS -> new BlockSearch(kernels, x, y, scales, rule, ks, sink).run();
    }
  }
}
