package io.github.miscope.inference;

import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.internal.parallel.Shared;
import io.github.miscope.sample.Samples;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Variables prepared once for many pairs. Pairs are taken tile by tile of their matrix, so that
 * only the variables of the two sides of a tile are held.
 */
final class PreparedTiles {

  /** About what a value of a prepared variable takes; ties have jitter for either place. */
  private static final long BYTES_PER_VALUE = 256;

  /** The part of the heap that prepared variables may take. */
  private static final long PART_OF_HEAP = 8;

  private final PreparingEstimator estimator;
  private final VariablePairs pairs;
  private final int tile;
  private final int across;
  private final Shared<Map<Integer, PreparedVariable>> rows;
  private final Shared<Map<Integer, PreparedVariable>> tiles;

  /** Pairs in the order of tiles; null where there is one tile. */
  private final int @Nullable [] order;

  PreparedTiles(PreparingEstimator estimator, VariablePairs pairs, long valuesPerVariable) {
    this.estimator = estimator;
    this.pairs = pairs;
    int size = pairs.size();
    int mostX = 0;
    int mostY = 0;
    for (int p = 0; p < size; p++) {
      mostX = Math.max(mostX, pairs.x(p));
      mostY = Math.max(mostY, pairs.y(p));
    }
    long held =
        Runtime.getRuntime().maxMemory() / PART_OF_HEAP / (BYTES_PER_VALUE * valuesPerVariable);
    tile = (int) Math.max(2, Math.min(Integer.MAX_VALUE, held));
    across = mostY / tile + 1;
    int[] inRow = new int[mostX / tile + 1];
    int[] inTile = new int[Math.multiplyExact(inRow.length, across)];
    for (int p = 0; p < size; p++) {
      inRow[row(p)]++;
      inTile[tile(p)]++;
    }
    rows = new Shared<>(inRow, row -> new ConcurrentHashMap<>());
    tiles = new Shared<>(inTile, number -> new ConcurrentHashMap<>());
    order = inTile.length == 1 ? null : sorted(inTile);
  }

  private int row(int pair) {
    return Math.max(0, pairs.x(pair)) / tile;
  }

  private int tile(int pair) {
    return row(pair) * across + Math.max(0, pairs.y(pair)) / tile;
  }

  private int[] sorted(int[] inTile) {
    int[] next = new int[inTile.length];
    for (int t = 1; t < next.length; t++) {
      next[t] = next[t - 1] + inTile[t - 1];
    }
    int[] sorted = new int[pairs.size()];
    for (int p = 0; p < sorted.length; p++) {
      sorted[next[tile(p)]++] = p;
    }
    return sorted;
  }

  /** The pair at a position of the order of work. */
  int pairAt(int position) {
    return order == null ? position : order[position];
  }

  PreparedVariable x(int pair, Samples samples) {
    int x = pairs.x(pair);
    return x == VariablePairs.ONCE
        ? estimator.prepareX(samples.x())
        : rows.get(row(pair)).computeIfAbsent(x, key -> estimator.prepareX(samples.x()));
  }

  PreparedVariable y(int pair, Samples samples) {
    int y = pairs.y(pair);
    return y == VariablePairs.ONCE
        ? estimator.prepareY(samples.y())
        : tiles.get(tile(pair)).computeIfAbsent(y, key -> estimator.prepareY(samples.y()));
  }

  /** A pair is done: what serves no other one is dropped. */
  void done(int pair) {
    rows.done(row(pair));
    tiles.done(tile(pair));
  }
}
