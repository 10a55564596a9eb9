package io.github.miscope.estimator.neighbour;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.internal.neighbour.range.RangeCounts;
import io.github.miscope.internal.neighbour.range.RangeCut;
import io.github.miscope.internal.neighbour.range.RangeSearch;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.CountSink;
import io.github.miscope.internal.neighbour.strips.StripRangeSearch;
import io.github.miscope.internal.neighbour.tree.TreeRangeSearch;
import io.github.miscope.internal.parallel.Blocks;
import io.github.miscope.plan.DataBlock;
import io.github.miscope.plan.Progress;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.plan.Runner;
import io.github.miscope.sample.Samples;
import java.time.Duration;
import java.util.Objects;

/**
 * One estimate of the KSG family from so many points that one machine is slow, or has too little
 * memory: its cells are ranges of points, which a {@link io.github.miscope.plan.CellRunner} works
 * on wherever it works, such as on a cluster.
 *
 * <pre>{@code
 * Estimate estimate =
 *     DistributedKsg.estimate(
 *         Ksg.ksg1(), samples, RunOptions.withDefaults().withRunner(Spark.on("spark://host:7077")));
 * }</pre>
 *
 * <p>The estimate is that of {@link Ksg#estimate}, to the bit, with the same warnings, whatever the
 * ranges and wherever they are worked on: counts of neighbours are whole numbers, and the mean over
 * points is taken here, in order of the points. Ties are broken as usual; each replicate is a
 * search of its own.
 *
 * <p>For other units, scale the samples first: {@code Scaled.of(ksg,
 * Scaling.local()).forBase(samples)}.
 *
 * <p><b>One column each.</b> The points are cut into strips across one variable, and strips into
 * ranges. A range's cell reads the strips that hold neighbours of its points, most of them its own,
 * and parts of the two sorted columns. All that can be read are 32 n bytes (40 n for KSG2; 320 MB
 * for 1e7 points), in blocks of at most 8 MB. Who works on a cell holds at most 40 of them at a
 * time (130 MB for 1e7 points, 170 MB for 1e8), and its counts. The calling process needs some 200
 * n bytes: 2 GB for 1e7 points.
 *
 * <p><b>Several columns.</b> The points are put into a k-d tree, whose leaves are cut into blocks;
 * a block's cell looks for the neighbours of its points in the tree, and counts in a tree of each
 * variable (one column is sorted instead). It reads the blocks that it comes to: a few in few
 * columns, all of them in many. With d columns of X and Y together all blocks are 16 n d bytes (8 n
 * more for KSG2), and boxes around the nodes of the trees up to a byte for each number. Cells of
 * one process share what they have read, and forget it where memory is short.
 */
public final class DistributedKsg {

  /** So many ranges are shared out evenly, unless they would be too large or too small. */
  private static final int RANGES = 64;

  /** A cluster needs a few milliseconds to send a block, and as many for a task. */
  private static final int MIN_POINTS = 1 << 14;

  /** A range takes less than a second. */
  private static final int MAX_POINTS = 1 << 18;

  /** In a tree, a point takes ten times as long and more. */
  private static final int TREE_RANGES = 256;

  private static final int MIN_TREE_POINTS = 1 << 12;

  /** A block has at most 8 MB. */
  private static final int MAX_VALUES = 1 << 20;

  private DistributedKsg() {}

  /**
   * Estimates I(X;Y).
   *
   * @param ksg the estimator
   * @param samples n pairs
   * @param options threads or a runner, and progress; a checkpoint cannot be used
   * @return the estimate of {@link Ksg#estimate}
   * @throws IllegalArgumentException if X or Y is discrete, k is not less than n, or the options
   *     have a checkpoint
   * @throws io.github.miscope.estimator.EstimationInterruptedException if the calling thread is
   *     interrupted
   */
  public static Estimate estimate(Ksg ksg, Samples samples, RunOptions options) {
    Objects.requireNonNull(ksg, "ksg");
    Objects.requireNonNull(samples, "samples");
    Objects.requireNonNull(options, "options");
    return estimate(ksg, samples, options, points(samples));
  }

  /** Ranges of about so many points. */
  static Estimate estimate(Ksg ksg, Samples samples, RunOptions options, int points) {
    ksg.requireSuitable(samples);
    if (options.checkpoint().isPresent()) {
      throw new IllegalArgumentException(
          "checkpoint "
              + options.checkpoint().get()
              + " cannot be used: the parts of one estimate are kept in memory");
    }
    return new KsgEstimation(
            ksg,
            KsgVariable.x(ksg, samples.x()),
            KsgVariable.y(ksg, samples.y()),
            new int[] {ksg.k()},
            new double[] {1},
            null,
            new InRanges(options, points, System.nanoTime()))
        .run()
        .get(0);
  }

  private static int points(Samples samples) {
    int n = samples.n();
    int d = samples.dX() + samples.dY();
    return d == 2
        ? Math.max(MIN_POINTS, Math.min(MAX_POINTS, n / RANGES))
        : Math.min(MAX_VALUES / d, Math.max(MIN_TREE_POINTS, n / TREE_RANGES));
  }

  /**
   * A search by a runner.
   *
   * @param points about how many a range has
   * @param begin when the estimation began
   */
  private record InRanges(RunOptions options, int points, long begin) implements KsgSearch {

    @Override
    public void count(
        int replicate,
        int replicates,
        Coordinates x,
        Coordinates y,
        double[] scales,
        CountRule rule,
        int[] ks,
        CountSink sink)
        throws InterruptedException {
      RangeCut cut = cut(x, y, scales[0], rule, ks[0]);
      RangeSearch search = cut.search();
      int[] rows = cut.rows();
      Runner.run(
          new RangeCells(search),
          options.withProgress(part(replicate, replicates)),
          (range, counts) -> accept(search.first(range), counts, rows, sink));
    }

    private RangeCut cut(Coordinates x, Coordinates y, double scale, CountRule rule, int k)
        throws InterruptedException {
      if (x.d() > 1 || y.d() > 1) {
        return TreeRangeSearch.cut(x, y, scale, rule, k, points, block -> (DataBlock) block::get);
      }
      Blocks.both(x.n(), x::sorted, y::sorted);
      return StripRangeSearch.cut(
          x.sorted(), y.sorted(), scale, rule, k, points, block -> (DataBlock) block::get);
    }

    private static void accept(int first, RangeCounts counts, int[] rows, CountSink sink) {
      for (int q = 0; q < counts.x().length; q++) {
        sink.accept(0, rows[first + q], counts.x()[q], counts.y()[q]);
      }
    }

    /** Tells of all replicates as of one work. */
    private Progress part(int replicate, int replicates) {
      if (replicates == 1) {
        return options.progress();
      }
      return search -> {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
        Duration one = search.elapsed().plus(search.remaining());
        int later = replicates - replicate - 1;
        options
            .progress()
            .update(
                new Progress.Snapshot(
                    replicate * search.total() + search.done(),
                    replicates * search.total(),
                    search.failed(),
                    elapsed,
                    search.remaining().plus(one.multipliedBy(later))));
      };
    }
  }
}
