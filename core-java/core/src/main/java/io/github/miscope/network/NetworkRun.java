package io.github.miscope.network;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.plan.Runner;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One run of a network. */
final class NetworkRun {

  private NetworkRun() {}

  static MiNetwork of(NetworkPlan plan, RunOptions options) {
    @Nullable PairTile[] tiles = new PairTile[plan.grid().tiles()];
    NullDistributions nulls = new NullDistributions(plan);
    try {
      nulls.draw(List.of(plan.columns().n()));
      Runner.run(new TileCells(plan), options, (cell, tile) -> tiles[cell] = tile);
      nulls.draw(sizes(tiles));
    } catch (InterruptedException e) {
      throw new NetworkInterruptedException(new MiNetwork(plan, tiles, nulls), e);
    }
    return new MiNetwork(plan, tiles, nulls);
  }

  private static Iterable<Integer> sizes(@Nullable PairTile[] tiles) {
    TreeSet<Integer> sizes = new TreeSet<>();
    for (PairTile tile : tiles) {
      if (tile != null) {
        for (int n : tile.n()) {
          sizes.add(n);
        }
      }
    }
    return sizes;
  }

  static void stream(NetworkPlan plan, PairSelection selection, RunOptions options, PairRows rows) {
    NetworkColumns columns = plan.columns();
    NullDistributions nulls = new NullDistributions(plan);
    Selector selector = new Selector(selection, columns.d());
    TileStream stream = new TileStream(plan, nulls, selector, rows);
    try {
      nulls.draw(List.of(columns.n()));
      Runner.run(new TileCells(plan), options, stream::take);
      selector.end(stream::give);
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException("the network was interrupted", e);
    }
  }

  /** Gives out the selected pairs of tiles. */
  private record TileStream(
      NetworkPlan plan, NullDistributions nulls, Selector selector, PairRows rows) {

    void take(int cell, PairTile tile) {
      TileGrid grid = plan.grid();
      int firstX = grid.first(grid.rowBlock(cell));
      int firstY = grid.first(grid.columnBlock(cell));
      int width = grid.width(grid.columnBlock(cell));
      for (int place = 0; place < tile.nats().length; place++) {
        int x = firstX + place / width;
        int y = firstY + place % width;
        int n = tile.n().length == 0 ? plan.columns().n() : tile.n()[place];
        if (x < y && selector.takes(x, y, tile.nats()[place], n)) {
          give(x, y, tile.nats()[place], n, Optional.ofNullable(tile.failures().get(place)));
        }
      }
    }

    void give(Selector.Place pair) {
      give(pair.x(), pair.y(), pair.nats(), pair.n(), Optional.empty());
    }

    private void give(int x, int y, double nats, int n, Optional<String> failure) {
      rows.take(
          new PairRow(
              x,
              y,
              plan.columns().names().get(x),
              plan.columns().names().get(y),
              nats,
              n,
              pValue(nats, n),
              OptionalDouble.empty(),
              failure));
    }

    private OptionalDouble pValue(double nats, int n) {
      if (plan.draws().isEmpty() || Double.isNaN(nats)) {
        return OptionalDouble.empty();
      }
      try {
        nulls.draw(List.of(n));
      } catch (InterruptedException e) {
        throw new EstimationInterruptedException("the network was interrupted", e);
      }
      return nulls.of(n).stream().mapToDouble(own -> own.pValue(nats)).findFirst();
    }
  }
}
