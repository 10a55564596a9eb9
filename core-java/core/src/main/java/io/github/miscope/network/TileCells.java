package io.github.miscope.network;

import io.github.miscope.estimator.BlockEstimator;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.plan.CellFailure;
import io.github.miscope.plan.CellRecipe;
import io.github.miscope.plan.Plan;
import io.github.miscope.sample.Samples;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tiles of a network as cells. */
final class TileCells implements Plan<PairTile> {

  private final NetworkPlan plan;
  private final NetworkColumns columns;
  private final TileGrid grid;
  private final PreparingEstimator estimator;
  private final @Nullable BlockCache blocks;

  TileCells(NetworkPlan plan) {
    this.plan = plan;
    columns = plan.columns();
    grid = plan.grid();
    MutualInformationEstimator given = plan.estimator();
    estimator = PreparingEstimator.of(given);
    blocks =
        given
            .capability(BlockEstimator.class)
            .map(own -> new BlockCache(own, columns, grid))
            .orElse(null);
  }

  @Override
  public int count() {
    return grid.tiles();
  }

  @Override
  public PairTile row(int cell) {
    // Estimates of pairs are many: what one reports of itself would say little.
    return TrainingProgress.listen((done, total) -> {}, () -> new Tile(cell).estimated());
  }

  @Override
  public String label(int cell) {
    return "tile " + grid.rowBlock(cell) + ", " + grid.columnBlock(cell) + " of pairs";
  }

  @Override
  public CellRecipe<PairTile> recipe() {
    return new Recipe(plan);
  }

  private record Recipe(NetworkPlan plan) implements CellRecipe<PairTile> {

    @Override
    public TileCells cells() {
      return new TileCells(plan);
    }
  }

  @Override
  public PlanIdentity identity() {
    return plan.identity();
  }

  @Override
  public List<@Nullable String> fields(int cell, PairTile row) {
    return TileFormat.fields(cell, row);
  }

  @Override
  public Optional<Entry<PairTile>> entry(List<@Nullable String> fields) {
    return TileFormat.entry(grid, fields);
  }

  /** The work on one tile. */
  private final class Tile {

    private final int rowBlock;
    private final int columnBlock;
    private final int firstX;
    private final int firstY;
    private final int width;
    private final double[] nats;
    private final Map<Integer, String> failures = new HashMap<>();
    private final int[] n;
    private final Map<Integer, PreparedVariable> preparedX = new HashMap<>();
    private final Map<Integer, PreparedVariable> preparedY = new HashMap<>();

    Tile(int cell) {
      rowBlock = grid.rowBlock(cell);
      columnBlock = grid.columnBlock(cell);
      firstX = grid.first(rowBlock);
      firstY = grid.first(columnBlock);
      width = grid.width(columnBlock);
      nats = new double[grid.width(rowBlock) * width];
      n = columns.isComplete() ? new int[0] : new int[nats.length];
    }

    PairTile estimated() {
      Arrays.fill(nats, Double.NaN);
      Arrays.fill(n, columns.n());
      if (blocks != null) {
        blocks.estimate(rowBlock, columnBlock, nats);
      }
      for (int place = 0; place < nats.length; place++) {
        int x = firstX + place / width;
        int y = firstY + place % width;
        if (x >= y) {
          nats[place] = Double.NaN;
        } else if (Double.isNaN(nats[place])) {
          alone(place, x, y);
        }
      }
      return new PairTile(nats, n, failures);
    }

    private void alone(int place, int x, int y) {
      EstimationInterruptedException.throwIfInterrupted(plan.estimator().toString());
      try {
        if (columns.isComplete(x) && columns.isComplete(y)) {
          nats[place] =
              estimator
                  .estimate(
                      preparedX.computeIfAbsent(x, key -> estimator.prepareX(columns.observed(x))),
                      preparedY.computeIfAbsent(y, key -> estimator.prepareY(columns.observed(y))))
                  .nats();
        } else {
          n[place] = 0;
          Samples samples = columns.pair(x, y);
          n[place] = samples.n();
          nats[place] = estimator.estimate(samples).nats();
        }
      } catch (IllegalArgumentException e) {
        failures.put(place, CellFailure.reason(e));
      }
    }
  }
}
