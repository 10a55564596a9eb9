package io.github.miscope.internal.neighbour.kernel.vector;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.kernel.QuantisedCount;
import io.github.miscope.internal.neighbour.kernel.QuantisedRows;
import io.github.miscope.internal.neighbour.space.QuantisedColumns;
import java.util.Arrays;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Coded distances as shorts: 32 in a register of 512 bits.
 *
 * <p>HotSpot 17 expands only so many vector operations in what it compiles together, and keeps in
 * memory, a hundred times slower, what goes from or to those it leaves out. So each pass that
 * counts is a method of more than 325 bytes of code, which it compiles by itself, and leaves its
 * findings in an array.
 */
final class ShortQuantisedRows implements QuantisedRows {

  private static final VectorSpecies<Short> SPECIES = ShortVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int ROWS = Kernels.ROWS;
  private static final int TILE = 64;

  /** Registers of a row that are looked at together. */
  private static final int GROUP = 4;

  /** Longs in a register. */
  private static final int WORDS = LANES * Short.SIZE / Long.SIZE;

  /** Points of a group: a lane has every LANES-th of them. */
  private static final int SPAN = GROUP * LANES;

  private final int n;
  private final int padded;
  private final int stride;
  private final int groups;
  private final short[] least;
  private final int widthX;
  private final int widthY;
  private final short[] tilesX;
  private final short[] tilesY;
  private final short[] pointsX;
  private final short[] pointsY;
  private final short[] lanes = new short[LANES];
  private final int[] marked = new int[Short.SIZE * LANES];

  /** What passes leave: marks of groups, lane by lane, then one or two sums of each lane. */
  private final long[] words = new long[3 * WORDS];

  private final short[] dx;
  private final short[] dy;

  ShortQuantisedRows(QuantisedColumns x, QuantisedColumns y) {
    n = x.columns()[0].length;
    widthX = x.columns().length;
    widthY = y.columns().length;
    tilesX = tiles(x);
    tilesY = tiles(y);
    padded = padded(n);
    pointsX = new short[ROWS * widthX];
    pointsY = new short[ROWS * widthY];
    // Behind a row lie points that no threshold reaches.
    groups = (padded + SPAN - 1) / SPAN;
    stride = groups * SPAN;
    least = new short[groups * LANES];
    dx = new short[ROWS * stride];
    dy = new short[ROWS * stride];
    Arrays.fill(dx, Short.MAX_VALUE);
    Arrays.fill(dy, Short.MAX_VALUE);
  }

  private static int padded(int n) {
    return (n + TILE - 1) / TILE * TILE;
  }

  /** QuantisedColumns tile by tile, each tile column by column. */
  private static short[] tiles(QuantisedColumns codes) {
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
    findLeast(r);
    if (k > LANES) {
      return Integer.MAX_VALUE;
    }
    ShortVector smallest = ShortVector.fromArray(SPECIES, least, 0);
    for (int g = 1; g < groups; g++) {
      smallest = smallest.min(ShortVector.fromArray(SPECIES, least, g * LANES));
    }
    return kth(smallest, k);
  }

  /** The k-th smallest lane. */
  private int kth(ShortVector v, int k) {
    v.intoArray(lanes, 0);
    // How many lanes are smaller than each: it takes no branches, whatever k is.
    ShortVector smaller = ShortVector.zero(SPECIES);
    for (int a = 0; a < LANES; a++) {
      smaller =
          smaller.add(
              ShortVector.broadcast(SPECIES, lanes[a]).sub(v).lanewise(VectorOperators.LSHR, 15));
    }
    // Fewer than k are smaller than the k-th and than all below it: these keep their value.
    ShortVector kept = smaller.sub((short) k).lanewise(VectorOperators.ASHR, 15);
    return v.and(kept).reduceLanes(VectorOperators.MAX);
  }

  /** The smallest joint code of each lane in each group. */
  private void findLeast(int r) {
    int m = r * stride;
    for (int g = 0; g < groups; g++, m += SPAN) {
      larger(m)
          .min(larger(m + LANES))
          .min(larger(m + 2 * LANES).min(larger(m + 3 * LANES)))
          .intoArray(least, g * LANES);
    }
  }

  private ShortVector larger(int m) {
    return ShortVector.fromArray(SPECIES, dx, m).max(ShortVector.fromArray(SPECIES, dy, m));
  }

  @Override
  public int collect(int r, int bound, int[] points) {
    short atMost = clamp(bound);
    ShortVector above = ShortVector.broadcast(SPECIES, atMost + 1);
    ShortVector sign = ShortVector.broadcast(SPECIES, Short.MIN_VALUE);
    int row = r * stride;
    int found = 0;
    for (int first = 0; first < groups; first += Short.SIZE) {
      int end = Math.min(groups, first + Short.SIZE);
      ShortVector signs = ShortVector.zero(SPECIES);
      for (int g = first; g < end; g++) {
        ShortVector negative = ShortVector.fromArray(SPECIES, least, g * LANES).sub(above);
        signs = signs.lanewise(VectorOperators.LSHR, 1).or(negative.and(sign));
      }
      signs
          .lanewise(VectorOperators.LSHR, Short.SIZE - (end - first))
          .reinterpretAsLongs()
          .intoArray(words, 0);
      int marks = marks();
      for (int a = 0; a < marks; a++) {
        int m = first * SPAN + marked[a];
        for (int q = 0; q < GROUP; q++, m += LANES) {
          points[found] = m;
          found += Math.max(dx[row + m], dy[row + m]) <= atMost ? 1 : 0;
        }
      }
    }
    return found;
  }

  @Override
  public void takeOut(int r, int[] points, int size) {
    int row = r * stride;
    for (int a = 0; a < size; a++) {
      dx[row + points[a]] = Short.MAX_VALUE;
      dy[row + points[a]] = Short.MAX_VALUE;
    }
  }

  @Override
  public void count(boolean inX, int r, QuantisedCount[] counts) {
    short[] d = inX ? dx : dy;
    int pairs = counts.length / 2;
    for (int a = 0; a < pairs; a++) {
      countTwo(d, r * stride, counts[2 * a], counts[2 * a + 1]);
    }
    if (2 * pairs < counts.length) {
      countOne(d, r * stride, counts[2 * pairs]);
    }
  }

  private void countOne(short[] d, int row, QuantisedCount count) {
    int start = start(count);
    int width = width(count);
    int above = 0;
    for (int first = 0; first < groups; first += Short.SIZE) {
      int end = Math.min(groups, first + Short.SIZE);
      passOne(d, row + first * SPAN, end - first, start, width);
      above += sum(WORDS);
      find(d, row, first, marks(), start, width, count);
    }
    count.add(stride - above);
  }

  private void countTwo(short[] d, int row, QuantisedCount a, QuantisedCount b) {
    int startA = start(a);
    int startB = start(b);
    int width = Math.max(width(a), width(b));
    int aboveA = 0;
    int aboveB = 0;
    for (int first = 0; first < groups; first += Short.SIZE) {
      int end = Math.min(groups, first + Short.SIZE);
      passTwo(d, row + first * SPAN, end - first, startA, startB, width);
      aboveA += sum(WORDS);
      aboveB += sum(2 * WORDS);
      int marks = marks();
      find(d, row, first, marks, startA, width(a), a);
      find(d, row, first, marks, startB, width(b), b);
    }
    a.add(stride - aboveA);
    b.add(stride - aboveB);
  }

  /** One pass through some groups: leaves marks, and the numbers of codes not below the start. */
  private void passOne(short[] d, int from, int groups, int start, int width) {
    // What lies below the start becomes positive, what lies above it negative, the nearest least.
    ShortVector shift = ShortVector.broadcast(SPECIES, (short) (start + Short.MIN_VALUE));
    ShortVector sign = ShortVector.broadcast(SPECIES, Short.MIN_VALUE);
    ShortVector sums = ShortVector.zero(SPECIES);
    ShortVector signs = ShortVector.zero(SPECIES);
    int m = from;
    for (int g = 0; g < groups; g++) {
      ShortVector a0 = ShortVector.fromArray(SPECIES, d, m).sub(shift);
      ShortVector a1 = ShortVector.fromArray(SPECIES, d, m + LANES).sub(shift);
      ShortVector a2 = ShortVector.fromArray(SPECIES, d, m + 2 * LANES).sub(shift);
      ShortVector a3 = ShortVector.fromArray(SPECIES, d, m + 3 * LANES).sub(shift);
      m += SPAN;
      ShortVector s0 = a0.lanewise(VectorOperators.LSHR, Short.SIZE - 1);
      ShortVector s1 = a1.lanewise(VectorOperators.LSHR, Short.SIZE - 1);
      ShortVector s2 = a2.lanewise(VectorOperators.LSHR, Short.SIZE - 1);
      ShortVector s3 = a3.lanewise(VectorOperators.LSHR, Short.SIZE - 1);
      sums = sums.add(s0.add(s1)).add(s2.add(s3));
      ShortVector least = a0.min(a1).min(a2.min(a3));
      ShortVector beyond = least.lanewise(VectorOperators.XOR, sign);
      ShortVector open = beyond.sub((short) width).lanewise(VectorOperators.AND_NOT, beyond);
      signs = signs.lanewise(VectorOperators.LSHR, 1).or(open.and(sign));
    }
    ShortVector marks = signs.lanewise(VectorOperators.LSHR, Short.SIZE - groups);
    marks.reinterpretAsLongs().intoArray(words, 0);
    sums.reinterpretAsLongs().intoArray(words, WORDS);
  }

  /** The same for two bounds, whose marks are one: each register is read once. */
  private void passTwo(short[] d, int from, int groups, int startA, int startB, int width) {
    ShortVector shiftA = ShortVector.broadcast(SPECIES, (short) (startA + Short.MIN_VALUE));
    ShortVector shiftB = ShortVector.broadcast(SPECIES, (short) (startB + Short.MIN_VALUE));
    ShortVector sign = ShortVector.broadcast(SPECIES, Short.MIN_VALUE);
    ShortVector sumsA = ShortVector.zero(SPECIES);
    ShortVector sumsB = ShortVector.zero(SPECIES);
    ShortVector signs = ShortVector.zero(SPECIES);
    int m = from;
    for (int g = 0; g < groups; g++) {
      ShortVector v0 = ShortVector.fromArray(SPECIES, d, m);
      ShortVector v1 = ShortVector.fromArray(SPECIES, d, m + LANES);
      ShortVector v2 = ShortVector.fromArray(SPECIES, d, m + 2 * LANES);
      ShortVector v3 = ShortVector.fromArray(SPECIES, d, m + 3 * LANES);
      m += SPAN;
      ShortVector a0 = v0.sub(shiftA);
      ShortVector a1 = v1.sub(shiftA);
      ShortVector a2 = v2.sub(shiftA);
      ShortVector a3 = v3.sub(shiftA);
      ShortVector b0 = v0.sub(shiftB);
      ShortVector b1 = v1.sub(shiftB);
      ShortVector b2 = v2.sub(shiftB);
      ShortVector b3 = v3.sub(shiftB);
      sumsA = sumsA.add(sign(a0).add(sign(a1)).add(sign(a2).add(sign(a3))));
      sumsB = sumsB.add(sign(b0).add(sign(b1)).add(sign(b2).add(sign(b3))));
      ShortVector leastA = a0.min(a1).min(a2.min(a3));
      ShortVector leastB = b0.min(b1).min(b2.min(b3));
      ShortVector beyond = leastA.min(leastB).lanewise(VectorOperators.XOR, sign);
      ShortVector open = beyond.sub((short) width).lanewise(VectorOperators.AND_NOT, beyond);
      signs = signs.lanewise(VectorOperators.LSHR, 1).or(open.and(sign));
    }
    ShortVector marks = signs.lanewise(VectorOperators.LSHR, Short.SIZE - groups);
    marks.reinterpretAsLongs().intoArray(words, 0);
    sumsA.reinterpretAsLongs().intoArray(words, WORDS);
    sumsB.reinterpretAsLongs().intoArray(words, 2 * WORDS);
  }

  private static ShortVector sign(ShortVector v) {
    return v.lanewise(VectorOperators.LSHR, Short.SIZE - 1);
  }

  /** Adds up what passes left: four small numbers in each word. */
  private int sum(int from) {
    long sum = 0;
    for (int w = from; w < from + WORDS; w++) {
      sum += words[w];
    }
    // The upper quarter of the product is the sum of all four.
    return (int) ((sum * 0x0001_0001_0001_0001L) >>> (Long.SIZE - Short.SIZE));
  }

  /** The least code that is left open. */
  private static int start(QuantisedCount count) {
    return clamp(count.low()) + 1;
  }

  /** How many codes are left open. */
  private static int width(QuantisedCount count) {
    return clamp(count.high()) - clamp(count.low());
  }

  /** Finds the points that marks stand for. */
  private void find(
      short[] d, int row, int first, int marks, int start, int width, QuantisedCount found) {
    int[] points = found.points();
    int open = found.open();
    for (int a = 0; a < marks; a++) {
      int at = first * SPAN + marked[a];
      for (int q = 0; q < GROUP; q++, at += LANES) {
        int beyond = d[row + at] - start;
        points[open] = at;
        open += beyond >= 0 && beyond < width ? 1 : 0;
      }
    }
    found.open(open);
  }

  /**
   * Reads marks: a bit of each short for each group that has a point in its lane.
   *
   * @return how many there are; the first point of each is found in {@link #marked}
   */
  private int marks() {
    int count = 0;
    for (int w = 0; w < WORDS; w++) {
      for (long bits = words[w]; bits != 0; bits &= bits - 1) {
        int bit = Long.numberOfTrailingZeros(bits);
        marked[count++] = bit % Short.SIZE * SPAN + w * (Long.SIZE / Short.SIZE) + bit / Short.SIZE;
      }
    }
    return count;
  }
}
