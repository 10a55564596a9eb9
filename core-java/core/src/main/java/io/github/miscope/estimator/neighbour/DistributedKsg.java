package io.github.miscope.estimator.neighbour;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.CountSink;
import io.github.miscope.internal.neighbour.strips.RangeCounts;
import io.github.miscope.internal.neighbour.strips.RangeSearch;
import io.github.miscope.internal.parallel.Blocks;
import io.github.miscope.plan.DataBlock;
import io.github.miscope.plan.Progress;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.plan.Runner;
import io.github.miscope.sample.Samples;
import java.time.Duration;
import java.util.Locale;
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
 * <p>X and Y have one column each. For other units, scale the samples first: {@code Scaled.of(ksg,
 * Scaling.local()).forBase(samples)}.
 *
 * <p>The points are cut into strips across one variable, and strips into ranges. A range's cell
 * reads the strips that hold neighbours of its points, most of them its own, and parts of the two
 * sorted columns. All that can be read are 32 n bytes (40 n for KSG2; 320 MB for 1e7 points), in
 * blocks of at most 8 MB. Who works on a cell holds at most 40 of them at a time (130 MB for 1e7
 * points, 170 MB for 1e8), and its counts. The calling process needs some 200 n bytes: 2 GB for 1e7
 * points.
 */
public final class DistributedKsg {

  /** So many ranges are shared out evenly, unless they would be too large or too small. */
  private static final int RANGES = 64;

  /** A cluster needs a few milliseconds to send a block, and as many for a task. */
  private static final int MIN_POINTS = 1 << 14;

  /** A range takes less than a second. */
  private static final int MAX_POINTS = 1 << 18;

  private DistributedKsg() {}

  /**
   * Estimates I(X;Y).
   *
   * @param ksg the estimator
   * @param samples n pairs of one column each
   * @param options threads or a runner, and progress; a checkpoint cannot be used
   * @return the estimate of {@link Ksg#estimate}
   * @throws IllegalArgumentException if X or Y has several columns or is discrete, k is not less
   *     than n, or the options have a checkpoint
   * @throws io.github.miscope.estimator.EstimationInterruptedException if the calling thread is
   *     interrupted
   */
  public static Estimate estimate(Ksg ksg, Samples samples, RunOptions options) {
    Objects.requireNonNull(ksg, "ksg");
    Objects.requireNonNull(samples, "samples");
    Objects.requireNonNull(options, "options");
    return estimate(ksg, samples, options, points(samples.n()));
  }

  /** Ranges of about so many points. */
  static Estimate estimate(Ksg ksg, Samples samples, RunOptions options, int points) {
    ksg.requireSuitable(samples);
    if (samples.dX() != 1 || samples.dY() != 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "x and y must have one column each: dX=%d, dY=%d",
              samples.dX(),
              samples.dY()));
    }
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

  private static int points(int n) {
    return Math.max(MIN_POINTS, Math.min(MAX_POINTS, n / RANGES));
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
      Blocks.both(x.n(), x::sorted, y::sorted);
      RangeSearch.Cut cut =
          RangeSearch.cut(
              x.sorted(),
              y.sorted(),
              scales[0],
              rule,
              ks[0],
              points,
              block -> (DataBlock) block::get);
      RangeSearch search = cut.search();
      int[] rows = cut.rows();
      Runner.run(
          new RangeCells(search),
          options.withProgress(part(replicate, replicates)),
          (range, counts) -> accept(search.first(range), counts, rows, sink));
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
