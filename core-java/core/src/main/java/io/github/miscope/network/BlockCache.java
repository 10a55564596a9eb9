package io.github.miscope.network;

import io.github.miscope.estimator.BlockEstimator;
import io.github.miscope.estimator.PreparedBlock;
import io.github.miscope.internal.parallel.Lazy;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Prepared blocks of columns, as many as memory allows: each serves the tiles of a row. */
final class BlockCache {

  /** About what a value of a prepared column takes. */
  private static final long BYTES_PER_VALUE = 32;

  /** The part of the heap that prepared columns may take. */
  private static final long PART_OF_HEAP = 8;

  /** Fewer would not serve both sides of the tiles of a few threads. */
  private static final int MIN_BLOCKS = 8;

  private final BlockEstimator estimator;
  private final NetworkColumns columns;
  private final TileGrid grid;
  private final long most;

  /** From the least recently used. */
  private final Map<Integer, Lazy<Optional<Part>>> held = new LinkedHashMap<>(16, 0.75f, true);

  /** The complete columns of a block, and their places in it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(PreparedBlock columns, int[] places) {}

  BlockCache(BlockEstimator estimator, NetworkColumns columns, TileGrid grid) {
    this.estimator = estimator;
    this.columns = columns;
    this.grid = grid;
    long bytes = BYTES_PER_VALUE * grid.size() * columns.n();
    most = Math.max(MIN_BLOCKS, Runtime.getRuntime().maxMemory() / PART_OF_HEAP / bytes);
  }

  /** Estimates what suits of a tile; the rest stays NaN. */
  void estimate(int rowBlock, int columnBlock, double[] nats) {
    Optional<Part> foundX = block(rowBlock);
    Optional<Part> foundY = block(columnBlock);
    if (foundX.isEmpty() || foundY.isEmpty()) {
      return;
    }
    Part x = foundX.get();
    Part y = foundY.get();
    double[] found = new double[x.places.length * y.places.length];
    estimator.estimateBlock(x.columns, y.columns, found);
    int width = grid.width(columnBlock);
    for (int a = 0; a < x.places.length; a++) {
      for (int b = 0; b < y.places.length; b++) {
        nats[x.places[a] * width + y.places[b]] = found[a * y.places.length + b];
      }
    }
  }

  private Optional<Part> block(int block) {
    Lazy<Optional<Part>> lazy;
    synchronized (held) {
      lazy = held.computeIfAbsent(block, number -> new Lazy<>(() -> prepared(number)));
      if (held.size() > most) {
        Iterator<Integer> oldest = held.keySet().iterator();
        oldest.next();
        oldest.remove();
      }
    }
    return lazy.get();
  }

  /** Empty if the estimator refuses a column: its pairs then tell why. */
  private Optional<Part> prepared(int block) {
    int first = grid.first(block);
    int[] places =
        IntStream.range(0, grid.width(block)).filter(j -> columns.isComplete(first + j)).toArray();
    List<Variable> complete =
        Arrays.stream(places).mapToObj(j -> columns.observed(first + j)).toList();
    try {
      return Optional.of(new Part(estimator.prepareBlock(complete), places));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
