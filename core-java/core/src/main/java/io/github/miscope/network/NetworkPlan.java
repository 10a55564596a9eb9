package io.github.miscope.network;

import io.github.miscope.estimator.Labelled;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.inference.TriangleIndex;
import io.github.miscope.internal.check.Check;
import io.github.miscope.plan.CellRunner;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Seed;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The plan of a network: the mutual information of all pairs of d columns, in tiles of the matrix
 * of pairs. Immutable; {@link #run()} runs it, and gives the same numbers whatever the number of
 * threads.
 *
 * <pre>{@code
 * MiNetwork network = NetworkPlan.of(NetworkColumns.of(genes)).withPValues().run();
 * }</pre>
 */
public final class NetworkPlan {

  private static final int MIN_DRAWS = 10_000;
  private static final int MAX_DRAWS = 100_000;

  /** Draws for each pair: then the smallest p-value survives all pairs at 5 %. */
  private static final int DRAWS_PER_PAIR = 20;

  private final NetworkColumns columns;
  private final MutualInformationEstimator estimator;
  private final OptionalInt draws;
  private final Seed seed;
  private final TileGrid grid;

  private NetworkPlan(
      NetworkColumns columns,
      MutualInformationEstimator estimator,
      OptionalInt draws,
      Seed seed,
      TileGrid grid) {
    this.columns = columns;
    this.estimator = estimator;
    this.draws = draws;
    this.seed = seed;
    this.grid = grid;
    if (draws.isPresent()) {
      SharedNull.requireRankBased(estimator);
    }
  }

  /**
   * All pairs by KSG on normal scores of ranks, k = 3: it sees dependence of any shape, whatever
   * the units and monotone distortions of the columns.
   *
   * @param columns the columns
   * @return the plan, without p-values
   * @throws IllegalArgumentException if there are more than 65536 columns
   */
  public static NetworkPlan of(NetworkColumns columns) {
    return of(columns, Presets.ksgRanks());
  }

  /**
   * All pairs by an estimator.
   *
   * @param columns the columns
   * @param estimator the estimator
   * @return the plan, without p-values
   * @throws IllegalArgumentException if there are more than 65536 columns
   */
  public static NetworkPlan of(NetworkColumns columns, MutualInformationEstimator estimator) {
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(estimator, "estimator");
    new TriangleIndex(columns.d());
    return new NetworkPlan(
        columns,
        Labelled.all(List.of(estimator)).get(0),
        OptionalInt.empty(),
        Seed.of(0),
        new TileGrid(columns.d(), TileGrid.usual(columns.n())));
  }

  /**
   * This plan with another estimator.
   *
   * @param estimator the estimator
   * @return a changed copy
   * @throws IllegalArgumentException if p-values were asked for and the estimator is not on ranks
   */
  public NetworkPlan withEstimator(MutualInformationEstimator estimator) {
    Objects.requireNonNull(estimator, "estimator");
    return new NetworkPlan(columns, Labelled.all(List.of(estimator)).get(0), draws, seed, grid);
  }

  /**
   * This plan with p-values from one null distribution for all pairs, {@link SharedNull}: 20 draws
   * for each pair, from 10 000 to 100 000.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if the estimator is not on ranks
   */
  public NetworkPlan withPValues() {
    long wanted = (long) DRAWS_PER_PAIR * pairs();
    return withPValues((int) Math.max(MIN_DRAWS, Math.min(MAX_DRAWS, wanted)));
  }

  /**
   * This plan with p-values from one null distribution for all pairs.
   *
   * @param newDraws how many pairings of ranks are drawn, at least 1: no p-value is below 1 /
   *     (draws + 1)
   * @return a changed copy
   * @throws IllegalArgumentException if the estimator is not on ranks or newDraws &lt; 1
   */
  public NetworkPlan withPValues(int newDraws) {
    Check.atLeast("draws", newDraws, 1);
    return new NetworkPlan(columns, estimator, OptionalInt.of(newDraws), seed, grid);
  }

  /**
   * This plan with another seed.
   *
   * @param newSeed what the null distribution is drawn from
   * @return a changed copy
   */
  public NetworkPlan withSeed(Seed newSeed) {
    Objects.requireNonNull(newSeed, "newSeed");
    return new NetworkPlan(columns, estimator, draws, newSeed, grid);
  }

  /**
   * This plan with tiles of another size. An interrupt waits for a tile, and loses it; each column
   * is prepared once for each tile. No number depends on it.
   *
   * @param size columns of either side of a tile, from 1 to 4096; by default about sqrt(2^21 / n),
   *     from 4 to 64
   * @return a changed copy
   * @throws IllegalArgumentException if the size is out of range
   */
  public NetworkPlan withTile(int size) {
    Check.between("size", size, 1, 4096);
    return new NetworkPlan(columns, estimator, draws, seed, new TileGrid(columns.d(), size));
  }

  /**
   * The columns.
   *
   * @return as given
   */
  public NetworkColumns columns() {
    return columns;
  }

  /**
   * The estimator.
   *
   * @return as given, labelled if it had no label
   */
  public MutualInformationEstimator estimator() {
    return estimator;
  }

  /**
   * The number of draws of the null distribution.
   *
   * @return empty without p-values
   */
  public OptionalInt draws() {
    return draws;
  }

  /**
   * The seed.
   *
   * @return what the null distribution is drawn from
   */
  public Seed seed() {
    return seed;
  }

  /**
   * The number of pairs.
   *
   * @return d (d - 1) / 2
   */
  public int pairs() {
    return new TriangleIndex(columns.d()).size();
  }

  TileGrid grid() {
    return grid;
  }

  /**
   * What estimates depend on: the columns and the estimator. The size of tiles belongs to it, since
   * a checkpoint keeps tiles.
   *
   * @return the identity, by which a checkpoint is known to be this plan's
   * @throws IllegalArgumentException if the estimator is a lambda or holds one, and has no name
   *     that identifies it
   */
  public PlanIdentity identity() {
    return PlanIdentity.of("network")
        .option("estimator", estimator.toString(), estimator)
        .option("columns", columns.toString(), columns)
        .option("tile", grid.size())
        .build();
  }

  /**
   * Runs the plan on all processors.
   *
   * @return the network; a pair without an estimate has a reason
   * @throws NetworkInterruptedException if the calling thread is interrupted; it carries the
   *     finished tiles
   */
  public MiNetwork run() {
    return run(RunOptions.withDefaults());
  }

  /**
   * Runs the plan elsewhere, such as on a cluster.
   *
   * @param runner where tiles are worked on
   * @return as {@link #run()}, with the same numbers
   * @throws NetworkInterruptedException as {@link #run()}
   * @throws IllegalArgumentException if the runner cannot do these tiles; the message says why
   */
  public MiNetwork run(CellRunner runner) {
    Objects.requireNonNull(runner, "runner");
    return run(RunOptions.withDefaults().withRunner(runner));
  }

  /**
   * Runs the plan.
   *
   * @param options threads or another runner, progress and checkpoint
   * @return as {@link #run()}
   * @throws NetworkInterruptedException as {@link #run()}
   * @throws IllegalArgumentException as {@link io.github.miscope.plan.Runner#run} for the
   *     checkpoint
   * @throws java.io.UncheckedIOException if the checkpoint cannot be read or written
   */
  public MiNetwork run(RunOptions options) {
    Objects.requireNonNull(options, "options");
    return NetworkRun.of(this, options);
  }

  /**
   * Runs the plan and gives out pairs as their tiles are finished, without keeping them: memory is
   * that of the columns, of the prepared ones (up to an eighth of the heap) and of a few tiles,
   * whatever the number of pairs. Pairs come in any order, those of {@link PairSelection#strongest}
   * at the end. Their p-values are not adjusted, since that needs all.
   *
   * @param selection which pairs
   * @param options threads or another runner, progress and checkpoint
   * @param rows takes the pairs, on the calling thread
   * @throws io.github.miscope.estimator.EstimationInterruptedException if the calling thread is
   *     interrupted; pairs of the finished tiles are taken by then
   * @throws IllegalArgumentException as {@link #run(RunOptions)}
   * @throws java.io.UncheckedIOException as {@link #run(RunOptions)}
   */
  public void stream(PairSelection selection, RunOptions options, PairRows rows) {
    Objects.requireNonNull(selection, "selection");
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(rows, "rows");
    NetworkRun.stream(this, selection, options, rows);
  }

  @Override
  public String toString() {
    return "network of " + columns + " by " + estimator;
  }
}
