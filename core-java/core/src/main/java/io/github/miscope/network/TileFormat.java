package io.github.miscope.network;

import io.github.miscope.plan.Plan;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tiles as fields of text: their number, the bits of the estimates, and why some are missing. */
final class TileFormat {

  private TileFormat() {}

  static List<@Nullable String> fields(int cell, PairTile tile) {
    List<@Nullable String> fields = new ArrayList<>();
    fields.add(Integer.toString(cell));
    ByteBuffer nats = ByteBuffer.allocate(tile.nats().length * Double.BYTES);
    for (double value : tile.nats()) {
      nats.putDouble(value);
    }
    fields.add(Base64.getEncoder().encodeToString(nats.array()));
    ByteBuffer n = ByteBuffer.allocate(tile.n().length * Integer.BYTES);
    for (int value : tile.n()) {
      n.putInt(value);
    }
    fields.add(Base64.getEncoder().encodeToString(n.array()));
    new TreeMap<>(tile.failures())
        .forEach(
            (place, reason) -> {
              fields.add(Integer.toString(place));
              fields.add(reason);
            });
    return fields;
  }

  /** The tile of its fields; empty if they are none of a tile of this grid. */
  static Optional<Plan.Entry<PairTile>> entry(TileGrid grid, List<@Nullable String> fields) {
    if (fields.size() < 3 || fields.size() % 2 == 0 || fields.contains(null)) {
      return Optional.empty();
    }
    try {
      int cell = Integer.parseInt(String.valueOf(fields.get(0)));
      if (cell < 0 || cell >= grid.tiles()) {
        return Optional.empty();
      }
      int size = grid.width(grid.rowBlock(cell)) * grid.width(grid.columnBlock(cell));
      ByteBuffer natsBytes = bytes(fields.get(1));
      ByteBuffer nBytes = bytes(fields.get(2));
      double[] nats = new double[natsBytes.remaining() / Double.BYTES];
      natsBytes.asDoubleBuffer().get(nats);
      int[] n = new int[nBytes.remaining() / Integer.BYTES];
      nBytes.asIntBuffer().get(n);
      if (nats.length != size || (n.length != 0 && n.length != size)) {
        return Optional.empty();
      }
      Map<Integer, String> failures = new TreeMap<>();
      for (int f = 3; f < fields.size(); f += 2) {
        failures.put(
            Integer.parseInt(String.valueOf(fields.get(f))), String.valueOf(fields.get(f + 1)));
      }
      return Optional.of(new Plan.Entry<>(cell, new PairTile(nats, n, failures)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ByteBuffer bytes(@Nullable String field) {
    return ByteBuffer.wrap(Base64.getDecoder().decode(String.valueOf(field)));
  }
}
