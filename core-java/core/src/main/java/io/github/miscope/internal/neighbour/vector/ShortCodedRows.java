package io.github.miscope.internal.neighbour.vector;

import io.github.miscope.internal.neighbour.CodedRows;
import io.github.miscope.internal.neighbour.Codes;
import io.github.miscope.internal.neighbour.Kernels;
import java.util.Arrays;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Coded distances as shorts: 32 in a register of 512 bits. */
final class ShortCodedRows implements CodedRows {

  private static final VectorSpecies<Short> SPECIES = ShortVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int ROWS = Kernels.ROWS;
  private static final int TILE = 64;

  /** Points whose signs fit into one register. */
  private static final int CHUNK = Short.SIZE * LANES;

  private final int n;
  private final int padded;
  private final int stride;
  private final int widthX;
  private final int widthY;
  private final short[] tilesX;
  private final short[] tilesY;
  private final short[] pointsX;
  private final short[] pointsY;
  private final short[] lanes = new short[LANES];
  private final long[] words = new long[LANES * Short.SIZE / Long.SIZE];
  private final short[] dx;
  private final short[] dy;

  ShortCodedRows(Codes x, Codes y) {
    n = x.columns()[0].length;
    widthX = x.columns().length;
    widthY = y.columns().length;
    tilesX = tiles(x);
    tilesY = tiles(y);
    padded = padded(n);
    pointsX = new short[ROWS * widthX];
    pointsY = new short[ROWS * widthY];
    // Loads may start anywhere in a row: behind it lies a tile that no threshold reaches.
    stride = padded + TILE;
    dx = new short[ROWS * stride];
    dy = new short[ROWS * stride];
    Arrays.fill(dx, Short.MAX_VALUE);
    Arrays.fill(dy, Short.MAX_VALUE);
  }

  private static int padded(int n) {
    return (n + TILE - 1) / TILE * TILE;
  }

  /** Codes tile by tile, each tile column by column. */
  private static short[] tiles(Codes codes) {
    int[][] columns = codes.columns();
    int n = columns[0].length;
    int width = columns.length;
    short[] tiles = new short[Math.multiplyExact(padded(n), width)];
    for (int j = 0; j < width; j++) {
      int[] column = columns[j];
      for (int i = 0; i < n; i++) {
        tiles[((i / TILE) * width + j) * TILE + i % TILE] = (short) column[i];
      }
    }
    return tiles;
  }

  @Override
  public void load(int from, int to) {
    load(tilesX, widthX, pointsX, dx, from, to);
    load(tilesY, widthY, pointsY, dy, from, to);
  }

  private void load(short[] tiles, int width, short[] points, short[] out, int from, int to) {
    for (int r = 0; r < ROWS; r++) {
      int i = Math.min(from + r, to - 1);
      for (int j = 0; j < width; j++) {
        points[j * ROWS + r] = tiles[((i / TILE) * width + j) * TILE + i % TILE];
      }
    }
    for (int t = 0; t < padded / TILE; t++) {
      maximum(tiles, t * width * TILE, width, points, out, t * TILE, stride);
    }
    for (int r = 0; r < to - from; r++) {
      for (int m = n; m < padded; m++) {
        out[r * stride + m] = Short.MAX_VALUE;
      }
      out[r * stride + from + r] = Short.MAX_VALUE;
    }
  }

  private static void maximum(
      short[] v, int tile, int width, short[] points, short[] out, int at, int stride) {
    for (int m = 0; m < TILE; m += LANES) {
      ShortVector value = ShortVector.fromArray(SPECIES, v, tile + m);
      ShortVector a0 = value.sub(points[0]).abs();
      ShortVector a1 = value.sub(points[1]).abs();
      ShortVector a2 = value.sub(points[2]).abs();
      ShortVector a3 = value.sub(points[3]).abs();
      for (int j = 1; j < width; j++) {
        value = ShortVector.fromArray(SPECIES, v, tile + m + j * TILE);
        a0 = a0.max(value.sub(points[j * ROWS]).abs());
        a1 = a1.max(value.sub(points[j * ROWS + 1]).abs());
        a2 = a2.max(value.sub(points[j * ROWS + 2]).abs());
        a3 = a3.max(value.sub(points[j * ROWS + 3]).abs());
      }
      a0.intoArray(out, at + m);
      a1.intoArray(out, at + m + stride);
      a2.intoArray(out, at + m + 2 * stride);
      a3.intoArray(out, at + m + 3 * stride);
    }
  }

  private static short clamp(int t) {
    return (short) Math.max(-1, Math.min(Short.MAX_VALUE - 1, t));
  }

  @Override
  public int codeX(int r, int m) {
    return dx[r * stride + m];
  }

  @Override
  public int codeY(int r, int m) {
    return dy[r * stride + m];
  }

  @Override
  public int bound(int r, int k) {
    if (k > LANES) {
      return Integer.MAX_VALUE;
    }
    int row = r * stride;
    ShortVector smallest = ShortVector.broadcast(SPECIES, Short.MAX_VALUE);
    for (int m = 0; m < padded; m += LANES) {
      smallest =
          smallest.min(
              ShortVector.fromArray(SPECIES, dx, row + m)
                  .max(ShortVector.fromArray(SPECIES, dy, row + m)));
    }
    // The k-th smallest of the smallest in each lane.
    smallest.intoArray(lanes, 0);
    for (int a = 0; a < k; a++) {
      for (int b = a + 1; b < LANES; b++) {
        short first = lanes[a];
        short second = lanes[b];
        lanes[a] = first < second ? first : second;
        lanes[b] = first < second ? second : first;
      }
    }
    return lanes[k - 1];
  }

  @Override
  public int collect(int r, int bound, int[] points) {
    ShortVector above = ShortVector.broadcast(SPECIES, clamp(bound) + 1);
    ShortVector sign = ShortVector.broadcast(SPECIES, Short.MIN_VALUE);
    int row = r * stride;
    int found = 0;
    for (int first = 0; first < padded; first += CHUNK) {
      int end = Math.min(padded, first + CHUNK);
      ShortVector signs = ShortVector.zero(SPECIES);
      for (int m = first; m < end; m += LANES) {
        ShortVector larger =
            ShortVector.fromArray(SPECIES, dx, row + m)
                .max(ShortVector.fromArray(SPECIES, dy, row + m));
        signs = signs.lanewise(VectorOperators.LSHR, 1).or(larger.sub(above).and(sign));
      }
      found = points(signs, first, end, points, found);
    }
    return found;
  }

  @Override
  public long count(boolean inX, int r, int low, int high, int[] points) {
    short[] d = inX ? dx : dy;
    ShortVector aboveLow = ShortVector.broadcast(SPECIES, clamp(low) + 1);
    ShortVector aboveHigh = ShortVector.broadcast(SPECIES, clamp(high) + 1);
    ShortVector sign = ShortVector.broadcast(SPECIES, Short.MIN_VALUE);
    int row = r * stride;
    int count = 0;
    int found = 0;
    for (int first = 0; first < padded; first += CHUNK) {
      int end = Math.min(padded, first + CHUNK);
      ShortVector signs = ShortVector.zero(SPECIES);
      ShortVector counts = ShortVector.zero(SPECIES);
      for (int m = first; m < end; m += LANES) {
        ShortVector v = ShortVector.fromArray(SPECIES, d, row + m);
        ShortVector toLow = v.sub(aboveLow);
        // Negative where the code is at most high but not at most low.
        ShortVector open = v.sub(aboveHigh).lanewise(VectorOperators.XOR, toLow);
        signs = signs.lanewise(VectorOperators.LSHR, 1).or(open.and(sign));
        counts = counts.add(toLow.lanewise(VectorOperators.LSHR, 15));
      }
      count += counts.reduceLanes(VectorOperators.ADD);
      found = points(signs, first, end, points, found);
    }
    return ((long) found << 32) | count;
  }

  /** Reads the points off the bits that were shifted into each lane, one by each register. */
  private int points(ShortVector signs, int first, int end, int[] points, int found) {
    signs
        .lanewise(VectorOperators.LSHR, Short.SIZE - (end - first) / LANES)
        .reinterpretAsLongs()
        .intoArray(words, 0);
    int count = found;
    for (int w = 0; w < words.length; w++) {
      for (long bits = words[w]; bits != 0; bits &= bits - 1) {
        int bit = Long.numberOfTrailingZeros(bits);
        points[count++] =
            first + bit % Short.SIZE * LANES + w * (Long.SIZE / Short.SIZE) + bit / Short.SIZE;
      }
    }
    return count;
  }
}
