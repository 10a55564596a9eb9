package io.github.miscope.internal.neighbour.vector;

import io.github.miscope.internal.neighbour.CodedRows;
import io.github.miscope.internal.neighbour.Codes;
import io.github.miscope.internal.neighbour.Coordinates;
import io.github.miscope.internal.neighbour.DistanceKernel;
import io.github.miscope.internal.neighbour.JointDistance;
import io.github.miscope.internal.neighbour.Kernels;
import io.github.miscope.internal.neighbour.Tiles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Kernels of the Vector API. Lanes are points, so that each pair's operations keep their order. */
public final class VectorKernels implements Kernels {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** 0, 1, 2, ... */
  private static final LongVector INDEX = LongVector.zero(LONGS).addIndex(1);

  @Override
  public String name() {
    return "Vector API, " + SPECIES.vectorBitSize() + " bits";
  }

  @Override
  public void distances(Coordinates points, int from, int to, double[][] out) {
    Tiles tiles = points.tiles(PADDING);
    double[] own = new double[ROWS * tiles.d()];
    for (int r = 0; r < ROWS; r++) {
      tiles.copyPoint(Math.min(from + r, to - 1), own, r, ROWS);
    }
    for (int t = 0; t < tiles.count(); t++) {
      distances(points.norm(), tiles, t, own, out, t * PADDING);
    }
  }

  @Override
  public void distances(DistanceKernel norm, Tiles tiles, int t, double[] points, double[][] out) {
    distances(norm, tiles, t, points, out, 0);
  }

  private static void distances(
      DistanceKernel norm, Tiles tiles, int t, double[] points, double[][] out, int at) {
    double[] data = tiles.data();
    int size = tiles.size();
    int d = tiles.d();
    int tile = t * d * size;
    if (d == 1 || norm == DistanceKernel.LINF) {
      max(data, tile, d, size, points, out, at);
    } else if (norm == DistanceKernel.L1) {
      sum(data, tile, d, size, points, out, at);
    } else {
      euclidean(data, tile, d, size, points, out, at);
    }
  }

  @Override
  public void countMaximum(Tiles tiles, int t, double[] points, double[] eps, int[] counts) {
    double[] v = tiles.data();
    int size = tiles.size();
    int d = tiles.d();
    int tile = t * d * size;
    long l0 = Double.doubleToRawLongBits(eps[0]);
    long l1 = Double.doubleToRawLongBits(eps[1]);
    long l2 = Double.doubleToRawLongBits(eps[2]);
    long l3 = Double.doubleToRawLongBits(eps[3]);
    LongVector c0 = LongVector.zero(LONGS);
    LongVector c1 = c0;
    LongVector c2 = c0;
    LongVector c3 = c0;
    for (int m = 0; m < size; m += LANES) {
      DoubleVector value = DoubleVector.fromArray(SPECIES, v, tile + m);
      LongVector a0 = bits(value.sub(points[0]));
      LongVector a1 = bits(value.sub(points[1]));
      LongVector a2 = bits(value.sub(points[2]));
      LongVector a3 = bits(value.sub(points[3]));
      for (int j = 1; j < d; j++) {
        value = DoubleVector.fromArray(SPECIES, v, tile + m + j * size);
        a0 = a0.max(bits(value.sub(points[j * ROWS])));
        a1 = a1.max(bits(value.sub(points[j * ROWS + 1])));
        a2 = a2.max(bits(value.sub(points[j * ROWS + 2])));
        a3 = a3.max(bits(value.sub(points[j * ROWS + 3])));
      }
      c0 = c0.add(below(a0, l0));
      c1 = c1.add(below(a1, l1));
      c2 = c2.add(below(a2, l2));
      c3 = c3.add(below(a3, l3));
    }
    counts[0] += (int) c0.reduceLanes(VectorOperators.ADD);
    counts[1] += (int) c1.reduceLanes(VectorOperators.ADD);
    counts[2] += (int) c2.reduceLanes(VectorOperators.ADD);
    counts[3] += (int) c3.reduceLanes(VectorOperators.ADD);
  }

  @Override
  public int largestCode() {
    return Short.MAX_VALUE - 1;
  }

  @Override
  public CodedRows coded(Codes x, Codes y) {
    return new ShortCodedRows(x, y);
  }

  private static void max(
      double[] v, int tile, int d, int size, double[] points, double[][] out, int at) {
    for (int m = 0; m < size; m += LANES) {
      DoubleVector value = DoubleVector.fromArray(SPECIES, v, tile + m);
      LongVector a0 = bits(value.sub(points[0]));
      LongVector a1 = bits(value.sub(points[1]));
      LongVector a2 = bits(value.sub(points[2]));
      LongVector a3 = bits(value.sub(points[3]));
      for (int j = 1; j < d; j++) {
        value = DoubleVector.fromArray(SPECIES, v, tile + m + j * size);
        a0 = a0.max(bits(value.sub(points[j * ROWS])));
        a1 = a1.max(bits(value.sub(points[j * ROWS + 1])));
        a2 = a2.max(bits(value.sub(points[j * ROWS + 2])));
        a3 = a3.max(bits(value.sub(points[j * ROWS + 3])));
      }
      a0.reinterpretAsDoubles().intoArray(out[0], at + m);
      a1.reinterpretAsDoubles().intoArray(out[1], at + m);
      a2.reinterpretAsDoubles().intoArray(out[2], at + m);
      a3.reinterpretAsDoubles().intoArray(out[3], at + m);
    }
  }

  /**
   * The bits of absolute values, which are in the order of the values, NaN of filled up lanes last:
   * the larger of two whole numbers takes one instruction, and of two doubles several.
   */
  private static LongVector bits(DoubleVector v) {
    return v.reinterpretAsLongs().and(Long.MAX_VALUE);
  }

  private static void sum(
      double[] v, int tile, int d, int size, double[] points, double[][] out, int at) {
    for (int m = 0; m < size; m += LANES) {
      DoubleVector value = DoubleVector.fromArray(SPECIES, v, tile + m);
      DoubleVector a0 = value.sub(points[0]).abs();
      DoubleVector a1 = value.sub(points[1]).abs();
      DoubleVector a2 = value.sub(points[2]).abs();
      DoubleVector a3 = value.sub(points[3]).abs();
      for (int j = 1; j < d; j++) {
        value = DoubleVector.fromArray(SPECIES, v, tile + m + j * size);
        a0 = a0.add(value.sub(points[j * ROWS]).abs());
        a1 = a1.add(value.sub(points[j * ROWS + 1]).abs());
        a2 = a2.add(value.sub(points[j * ROWS + 2]).abs());
        a3 = a3.add(value.sub(points[j * ROWS + 3]).abs());
      }
      a0.intoArray(out[0], at + m);
      a1.intoArray(out[1], at + m);
      a2.intoArray(out[2], at + m);
      a3.intoArray(out[3], at + m);
    }
  }

  private static void euclidean(
      double[] v, int tile, int d, int size, double[] points, double[][] out, int at) {
    for (int m = 0; m < size; m += LANES) {
      DoubleVector value = DoubleVector.fromArray(SPECIES, v, tile + m);
      DoubleVector a0 = squared(value.sub(points[0]));
      DoubleVector a1 = squared(value.sub(points[1]));
      DoubleVector a2 = squared(value.sub(points[2]));
      DoubleVector a3 = squared(value.sub(points[3]));
      for (int j = 1; j < d; j++) {
        value = DoubleVector.fromArray(SPECIES, v, tile + m + j * size);
        // A product and a sum, each rounded: fused, other bits would come out.
        a0 = a0.add(squared(value.sub(points[j * ROWS])));
        a1 = a1.add(squared(value.sub(points[j * ROWS + 1])));
        a2 = a2.add(squared(value.sub(points[j * ROWS + 2])));
        a3 = a3.add(squared(value.sub(points[j * ROWS + 3])));
      }
      a0.sqrt().intoArray(out[0], at + m);
      a1.sqrt().intoArray(out[1], at + m);
      a2.sqrt().intoArray(out[2], at + m);
      a3.sqrt().intoArray(out[3], at + m);
    }
  }

  private static DoubleVector squared(DoubleVector v) {
    return v.mul(v);
  }

  @Override
  public long below(
      JointDistance join, double[] dx, double[] dy, double c, int from, double bound) {
    return join == JointDistance.MAXIMUM
        ? belowMaximum(dx, dy, c, from, bound)
        : belowEuclidean(dx, dy, c, from, bound);
  }

  private static long belowMaximum(double[] dx, double[] dy, double c, int from, double bound) {
    long limit = Double.doubleToRawLongBits(bound);
    LongVector found = LongVector.zero(LONGS);
    // Below are negative differences of bits, as in below(bits, limit).
    for (int m = from + PADDING - LANES; m >= from; m -= LANES) {
      LongVector x = DoubleVector.fromArray(SPECIES, dx, m).reinterpretAsLongs();
      LongVector y = DoubleVector.fromArray(SPECIES, dy, m).mul(c).reinterpretAsLongs();
      LongVector both =
          x.sub(limit).and(y.sub(limit)).lanewise(VectorOperators.LSHR, Long.SIZE - 1);
      found = found.lanewise(VectorOperators.LSHL, LANES).or(both);
    }
    return bits(found);
  }

  private static long belowEuclidean(double[] dx, double[] dy, double c, int from, double bound) {
    long limit = Double.doubleToRawLongBits(bound);
    LongVector found = LongVector.zero(LONGS);
    for (int m = from + PADDING - LANES; m >= from; m -= LANES) {
      DoubleVector x = DoubleVector.fromArray(SPECIES, dx, m);
      DoubleVector y = DoubleVector.fromArray(SPECIES, dy, m).mul(c);
      LongVector squared = x.mul(x).add(y.mul(y)).reinterpretAsLongs();
      found = found.lanewise(VectorOperators.LSHL, LANES).or(below(squared, limit));
    }
    return bits(found);
  }

  /** Of what is in each lane a bit for each register, LANES apart: each lane's to their places. */
  private static long bits(LongVector found) {
    return found.lanewise(VectorOperators.LSHL, INDEX).reduceLanes(VectorOperators.OR);
  }

  @Override
  public int next(double[] d, int from, int to, double bound) {
    int m = from;
    while (m + LANES <= to
        && !DoubleVector.fromArray(SPECIES, d, m).compare(VectorOperators.LT, bound).anyTrue()) {
      m += LANES;
    }
    while (m < to && !(d[m] < bound)) {
      m++;
    }
    return m;
  }

  @Override
  public long below(double[] d, double bound) {
    long limit = Double.doubleToRawLongBits(bound);
    LongVector found = LongVector.zero(LONGS);
    for (int m = PADDING - LANES; m >= 0; m -= LANES) {
      LongVector bits = DoubleVector.fromArray(SPECIES, d, m).reinterpretAsLongs();
      found = found.lanewise(VectorOperators.LSHL, LANES).or(below(bits, limit));
    }
    return bits(found);
  }

  @Override
  public int countBelow(double[] d, int length, double bound) {
    long limit = Double.doubleToRawLongBits(bound);
    LongVector found = LongVector.zero(LONGS);
    int m = 0;
    for (; m + LANES <= length; m += LANES) {
      found = found.add(below(DoubleVector.fromArray(SPECIES, d, m).reinterpretAsLongs(), limit));
    }
    int count = (int) found.reduceLanes(VectorOperators.ADD);
    for (; m < length; m++) {
      count += d[m] < bound ? 1 : 0;
    }
    return count;
  }

  @Override
  public void countBelow(double[] d, int length, double[] bounds, int[] counts) {
    if (bounds.length == 1) {
      counts[0] = countBelow(d, length, bounds[0]);
      return;
    }
    for (int a = 0; a < bounds.length; a += 4) {
      fourBelow(d, length, bounds, a, counts);
    }
  }

  /**
   * Counts for four bounds, the last one again where there are fewer. Written out, so that HotSpot
   * compiles it by itself: it expands only so many vector operations in one method, and inlines
   * none of more than 325 bytes.
   */
  private static void fourBelow(double[] d, int length, double[] bounds, int a, int[] counts) {
    int last = bounds.length - 1;
    int b = Math.min(a + 1, last);
    int c = Math.min(a + 2, last);
    int e = Math.min(a + 3, last);
    long l0 = Double.doubleToRawLongBits(bounds[a]);
    long l1 = Double.doubleToRawLongBits(bounds[b]);
    long l2 = Double.doubleToRawLongBits(bounds[c]);
    long l3 = Double.doubleToRawLongBits(bounds[e]);
    LongVector f0 = LongVector.zero(LONGS);
    LongVector f1 = f0;
    LongVector f2 = f0;
    LongVector f3 = f0;
    int m = 0;
    for (; m + LANES <= length; m += LANES) {
      LongVector bits = DoubleVector.fromArray(SPECIES, d, m).reinterpretAsLongs();
      f0 = f0.add(bits.sub(l0).lanewise(VectorOperators.LSHR, Long.SIZE - 1));
      f1 = f1.add(bits.sub(l1).lanewise(VectorOperators.LSHR, Long.SIZE - 1));
      f2 = f2.add(bits.sub(l2).lanewise(VectorOperators.LSHR, Long.SIZE - 1));
      f3 = f3.add(bits.sub(l3).lanewise(VectorOperators.LSHR, Long.SIZE - 1));
    }
    int n0 = (int) f0.reduceLanes(VectorOperators.ADD);
    int n1 = (int) f1.reduceLanes(VectorOperators.ADD);
    int n2 = (int) f2.reduceLanes(VectorOperators.ADD);
    int n3 = (int) f3.reduceLanes(VectorOperators.ADD);
    for (; m < length; m++) {
      n0 += d[m] < bounds[a] ? 1 : 0;
      n1 += d[m] < bounds[b] ? 1 : 0;
      n2 += d[m] < bounds[c] ? 1 : 0;
      n3 += d[m] < bounds[e] ? 1 : 0;
    }
    counts[a] = n0;
    counts[b] = n1;
    counts[c] = n2;
    counts[e] = n3;
  }

  /**
   * 1 in each lane that is below a limit, by their bits: among numbers that are not negative these
   * are in the order of values, and NaN comes last. Quicker than masks, which JDK 17 unpacks.
   */
  private static LongVector below(LongVector bits, long limit) {
    return bits.sub(limit).lanewise(VectorOperators.LSHR, 63);
  }
}
