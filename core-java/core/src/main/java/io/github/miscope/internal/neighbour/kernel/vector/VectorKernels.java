package io.github.miscope.internal.neighbour.kernel.vector;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.kernel.QuantisedRows;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import io.github.miscope.internal.neighbour.space.JointDistance;
import io.github.miscope.internal.neighbour.space.QuantisedColumns;
import io.github.miscope.internal.neighbour.space.Tiles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels of the Vector API. Lanes are points, so that each pair's operations keep their order.
 *
 * <p>Inlined into its caller by HotSpot 17, the same kernel took up to four times as long (the
 * cause was not traced; see {@link ShortQuantisedRows} for one that was). So kernels that run long
 * are written out to more than 325 bytes of code, which it compiles by themselves.
 */
public final class VectorKernels implements Kernels {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** No more lanes than there are points in a window. */
  private static final VectorSpecies<Double> FEW =
      LANES <= WINDOW ? SPECIES : DoubleVector.SPECIES_512;

  private static final VectorSpecies<Long> FEW_LONGS =
      LANES <= WINDOW ? LONGS : LongVector.SPECIES_512;

  private static final long FARTHEST = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

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
  public QuantisedRows coded(QuantisedColumns x, QuantisedColumns y) {
    return new ShortQuantisedRows(x, y);
  }

  /** By the bits of absolute values, as {@link #bits(DoubleVector)}. */
  private static void max(
      double[] v, int tile, int d, int size, double[] points, double[][] out, int at) {
    double[] out0 = out[0];
    double[] out1 = out[1];
    double[] out2 = out[2];
    double[] out3 = out[3];
    for (int m = 0; m < size; m += LANES) {
      DoubleVector value = DoubleVector.fromArray(SPECIES, v, tile + m);
      LongVector a0 = value.sub(points[0]).reinterpretAsLongs().and(Long.MAX_VALUE);
      LongVector a1 = value.sub(points[1]).reinterpretAsLongs().and(Long.MAX_VALUE);
      LongVector a2 = value.sub(points[2]).reinterpretAsLongs().and(Long.MAX_VALUE);
      LongVector a3 = value.sub(points[3]).reinterpretAsLongs().and(Long.MAX_VALUE);
      for (int j = 1; j < d; j++) {
        value = DoubleVector.fromArray(SPECIES, v, tile + m + j * size);
        a0 = a0.max(value.sub(points[j * ROWS]).reinterpretAsLongs().and(Long.MAX_VALUE));
        a1 = a1.max(value.sub(points[j * ROWS + 1]).reinterpretAsLongs().and(Long.MAX_VALUE));
        a2 = a2.max(value.sub(points[j * ROWS + 2]).reinterpretAsLongs().and(Long.MAX_VALUE));
        a3 = a3.max(value.sub(points[j * ROWS + 3]).reinterpretAsLongs().and(Long.MAX_VALUE));
      }
      a0.reinterpretAsDoubles().intoArray(out0, at + m);
      a1.reinterpretAsDoubles().intoArray(out1, at + m);
      a2.reinterpretAsDoubles().intoArray(out2, at + m);
      a3.reinterpretAsDoubles().intoArray(out3, at + m);
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
    double[] out0 = out[0];
    double[] out1 = out[1];
    double[] out2 = out[2];
    double[] out3 = out[3];
    for (int m = 0; m < size; m += LANES) {
      DoubleVector value = DoubleVector.fromArray(SPECIES, v, tile + m);
      DoubleVector e0 = value.sub(points[0]);
      DoubleVector e1 = value.sub(points[1]);
      DoubleVector e2 = value.sub(points[2]);
      DoubleVector e3 = value.sub(points[3]);
      DoubleVector a0 = e0.lanewise(VectorOperators.ABS);
      DoubleVector a1 = e1.lanewise(VectorOperators.ABS);
      DoubleVector a2 = e2.lanewise(VectorOperators.ABS);
      DoubleVector a3 = e3.lanewise(VectorOperators.ABS);
      for (int j = 1; j < d; j++) {
        value = DoubleVector.fromArray(SPECIES, v, tile + m + j * size);
        e0 = value.sub(points[j * ROWS]);
        e1 = value.sub(points[j * ROWS + 1]);
        e2 = value.sub(points[j * ROWS + 2]);
        e3 = value.sub(points[j * ROWS + 3]);
        a0 = a0.add(e0.lanewise(VectorOperators.ABS));
        a1 = a1.add(e1.lanewise(VectorOperators.ABS));
        a2 = a2.add(e2.lanewise(VectorOperators.ABS));
        a3 = a3.add(e3.lanewise(VectorOperators.ABS));
      }
      a0.intoArray(out0, at + m);
      a1.intoArray(out1, at + m);
      a2.intoArray(out2, at + m);
      a3.intoArray(out3, at + m);
    }
  }

  private static void euclidean(
      double[] v, int tile, int d, int size, double[] points, double[][] out, int at) {
    double[] out0 = out[0];
    double[] out1 = out[1];
    double[] out2 = out[2];
    double[] out3 = out[3];
    for (int m = 0; m < size; m += LANES) {
      DoubleVector value = DoubleVector.fromArray(SPECIES, v, tile + m);
      DoubleVector e0 = value.sub(points[0]);
      DoubleVector e1 = value.sub(points[1]);
      DoubleVector e2 = value.sub(points[2]);
      DoubleVector e3 = value.sub(points[3]);
      DoubleVector a0 = e0.mul(e0);
      DoubleVector a1 = e1.mul(e1);
      DoubleVector a2 = e2.mul(e2);
      DoubleVector a3 = e3.mul(e3);
      for (int j = 1; j < d; j++) {
        value = DoubleVector.fromArray(SPECIES, v, tile + m + j * size);
        e0 = value.sub(points[j * ROWS]);
        e1 = value.sub(points[j * ROWS + 1]);
        e2 = value.sub(points[j * ROWS + 2]);
        e3 = value.sub(points[j * ROWS + 3]);
        // A product and a sum, each rounded: fused, other bits would come out.
        a0 = a0.add(e0.mul(e0));
        a1 = a1.add(e1.mul(e1));
        a2 = a2.add(e2.mul(e2));
        a3 = a3.add(e3.mul(e3));
      }
      a0.lanewise(VectorOperators.SQRT).intoArray(out0, at + m);
      a1.lanewise(VectorOperators.SQRT).intoArray(out1, at + m);
      a2.lanewise(VectorOperators.SQRT).intoArray(out2, at + m);
      a3.lanewise(VectorOperators.SQRT).intoArray(out3, at + m);
    }
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
  public void nearest(
      int k, double[] x, double cX, double[] y, double cY, int from, int to, double[][] out) {
    if (cX == 1 && cY == 1) {
      nearest(k, x, y, from, to, out);
    } else {
      nearestScaled(k, x, cX, y, cY, from, to, out);
    }
  }

  private static void nearestScaled(
      int k, double[] x, double cX, double[] y, double cY, int from, int to, double[][] out) {
    LongVector far = LongVector.broadcast(FEW_LONGS, FARTHEST);
    LongVector never = LongVector.broadcast(FEW_LONGS, -1);
    int lanes = FEW.length();
    for (int i = from; i < to; i += lanes) {
      DoubleVector px = DoubleVector.fromArray(FEW, x, i);
      DoubleVector py = DoubleVector.fromArray(FEW, y, i);
      // With fewer than four, the last ones; the others are below every distance.
      LongVector n0 = k < 4 ? never : far;
      LongVector n1 = k < 3 ? never : far;
      LongVector n2 = k < 2 ? never : far;
      LongVector n3 = far;
      for (int t = 1; t < WINDOW; t += 2) {
        LongVector a = DoubleVector.fromArray(FEW, x, i + t).sub(px).mul(cX).reinterpretAsLongs();
        LongVector b = DoubleVector.fromArray(FEW, y, i + t).sub(py).mul(cY).reinterpretAsLongs();
        LongVector d0 = a.and(Long.MAX_VALUE).max(b.and(Long.MAX_VALUE));
        a = DoubleVector.fromArray(FEW, x, i - t).sub(px).mul(cX).reinterpretAsLongs();
        b = DoubleVector.fromArray(FEW, y, i - t).sub(py).mul(cY).reinterpretAsLongs();
        LongVector d1 = a.and(Long.MAX_VALUE).max(b.and(Long.MAX_VALUE));
        a = DoubleVector.fromArray(FEW, x, i + t + 1).sub(px).mul(cX).reinterpretAsLongs();
        b = DoubleVector.fromArray(FEW, y, i + t + 1).sub(py).mul(cY).reinterpretAsLongs();
        LongVector d2 = a.and(Long.MAX_VALUE).max(b.and(Long.MAX_VALUE));
        a = DoubleVector.fromArray(FEW, x, i - t - 1).sub(px).mul(cX).reinterpretAsLongs();
        b = DoubleVector.fromArray(FEW, y, i - t - 1).sub(py).mul(cY).reinterpretAsLongs();
        LongVector d3 = a.and(Long.MAX_VALUE).max(b.and(Long.MAX_VALUE));
        // The four in order, by a network of five comparisons.
        a = d0.min(d1);
        b = d0.max(d1);
        LongVector c = d2.min(d3);
        LongVector e = d2.max(d3);
        d0 = a.min(c);
        d3 = b.max(e);
        a = a.max(c);
        b = b.min(e);
        d1 = a.min(b);
        d2 = a.max(b);
        // The four smallest of both fours, and these in order (Batcher 1968).
        a = n0.min(d3);
        b = n1.min(d2);
        c = n2.min(d1);
        e = n3.min(d0);
        d0 = a.min(c);
        d2 = a.max(c);
        d1 = b.min(e);
        d3 = b.max(e);
        n0 = d0.min(d1);
        n1 = d0.max(d1);
        n2 = d2.min(d3);
        n3 = d2.max(d3);
      }
      int at = i - from;
      n3.reinterpretAsDoubles().intoArray(out[k - 1], at);
      if (k > 1) {
        n2.reinterpretAsDoubles().intoArray(out[k - 2], at);
      }
      if (k > 2) {
        n1.reinterpretAsDoubles().intoArray(out[k - 3], at);
      }
      if (k > 3) {
        n0.reinterpretAsDoubles().intoArray(out[k - 4], at);
      }
    }
  }

  /** The same without scales: a fifth of what is computed. */
  private static void nearest(int k, double[] x, double[] y, int from, int to, double[][] out) {
    LongVector far = LongVector.broadcast(FEW_LONGS, FARTHEST);
    LongVector never = LongVector.broadcast(FEW_LONGS, -1);
    int lanes = FEW.length();
    for (int i = from; i < to; i += lanes) {
      DoubleVector px = DoubleVector.fromArray(FEW, x, i);
      DoubleVector py = DoubleVector.fromArray(FEW, y, i);
      // With fewer than four, the last ones; the others are below every distance.
      LongVector n0 = k < 4 ? never : far;
      LongVector n1 = k < 3 ? never : far;
      LongVector n2 = k < 2 ? never : far;
      LongVector n3 = far;
      for (int t = 1; t < WINDOW; t += 2) {
        LongVector a = DoubleVector.fromArray(FEW, x, i + t).sub(px).reinterpretAsLongs();
        LongVector b = DoubleVector.fromArray(FEW, y, i + t).sub(py).reinterpretAsLongs();
        LongVector d0 = a.and(Long.MAX_VALUE).max(b.and(Long.MAX_VALUE));
        a = DoubleVector.fromArray(FEW, x, i - t).sub(px).reinterpretAsLongs();
        b = DoubleVector.fromArray(FEW, y, i - t).sub(py).reinterpretAsLongs();
        LongVector d1 = a.and(Long.MAX_VALUE).max(b.and(Long.MAX_VALUE));
        a = DoubleVector.fromArray(FEW, x, i + t + 1).sub(px).reinterpretAsLongs();
        b = DoubleVector.fromArray(FEW, y, i + t + 1).sub(py).reinterpretAsLongs();
        LongVector d2 = a.and(Long.MAX_VALUE).max(b.and(Long.MAX_VALUE));
        a = DoubleVector.fromArray(FEW, x, i - t - 1).sub(px).reinterpretAsLongs();
        b = DoubleVector.fromArray(FEW, y, i - t - 1).sub(py).reinterpretAsLongs();
        LongVector d3 = a.and(Long.MAX_VALUE).max(b.and(Long.MAX_VALUE));
        // The four in order, by a network of five comparisons.
        a = d0.min(d1);
        b = d0.max(d1);
        LongVector c = d2.min(d3);
        LongVector e = d2.max(d3);
        d0 = a.min(c);
        d3 = b.max(e);
        a = a.max(c);
        b = b.min(e);
        d1 = a.min(b);
        d2 = a.max(b);
        // The four smallest of both fours, and these in order (Batcher 1968).
        a = n0.min(d3);
        b = n1.min(d2);
        c = n2.min(d1);
        e = n3.min(d0);
        d0 = a.min(c);
        d2 = a.max(c);
        d1 = b.min(e);
        d3 = b.max(e);
        n0 = d0.min(d1);
        n1 = d0.max(d1);
        n2 = d2.min(d3);
        n3 = d2.max(d3);
      }
      int at = i - from;
      n3.reinterpretAsDoubles().intoArray(out[k - 1], at);
      if (k > 1) {
        n2.reinterpretAsDoubles().intoArray(out[k - 2], at);
      }
      if (k > 2) {
        n1.reinterpretAsDoubles().intoArray(out[k - 3], at);
      }
      if (k > 3) {
        n0.reinterpretAsDoubles().intoArray(out[k - 4], at);
      }
    }
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
  public void below(double[][] d, double[] bounds, long[] out) {
    double[] d0 = d[0];
    double[] d1 = d[1];
    double[] d2 = d[2];
    double[] d3 = d[3];
    long l0 = Double.doubleToRawLongBits(bounds[0]);
    long l1 = Double.doubleToRawLongBits(bounds[1]);
    long l2 = Double.doubleToRawLongBits(bounds[2]);
    long l3 = Double.doubleToRawLongBits(bounds[3]);
    LongVector f0 = LongVector.zero(LONGS);
    LongVector f1 = f0;
    LongVector f2 = f0;
    LongVector f3 = f0;
    for (int m = PADDING - LANES; m >= 0; m -= LANES) {
      LongVector b0 = DoubleVector.fromArray(SPECIES, d0, m).reinterpretAsLongs();
      LongVector b1 = DoubleVector.fromArray(SPECIES, d1, m).reinterpretAsLongs();
      LongVector b2 = DoubleVector.fromArray(SPECIES, d2, m).reinterpretAsLongs();
      LongVector b3 = DoubleVector.fromArray(SPECIES, d3, m).reinterpretAsLongs();
      b0 = b0.sub(l0).lanewise(VectorOperators.LSHR, Long.SIZE - 1);
      b1 = b1.sub(l1).lanewise(VectorOperators.LSHR, Long.SIZE - 1);
      b2 = b2.sub(l2).lanewise(VectorOperators.LSHR, Long.SIZE - 1);
      b3 = b3.sub(l3).lanewise(VectorOperators.LSHR, Long.SIZE - 1);
      f0 = f0.lanewise(VectorOperators.LSHL, LANES).or(b0);
      f1 = f1.lanewise(VectorOperators.LSHL, LANES).or(b1);
      f2 = f2.lanewise(VectorOperators.LSHL, LANES).or(b2);
      f3 = f3.lanewise(VectorOperators.LSHL, LANES).or(b3);
    }
    out[0] = bits(f0);
    out[1] = bits(f1);
    out[2] = bits(f2);
    out[3] = bits(f3);
  }

  @Override
  public long within(
      Tiles tiles, int t, double[] side, double[] other, int box, double[] limits, double[] room) {
    double[] v = tiles.data();
    int d = tiles.d();
    int tile = t * d * PADDING;
    LongVector found = LongVector.zero(LONGS);
    for (int m = PADDING - 2 * LANES; m >= 0; m -= 2 * LANES) {
      DoubleVector limit0 = DoubleVector.fromArray(SPECIES, limits, m);
      DoubleVector limit1 = DoubleVector.fromArray(SPECIES, limits, m + LANES);
      LongVector all0 = LongVector.broadcast(LONGS, -1);
      LongVector all1 = all0;
      for (int j = 0; j < d; j++) {
        DoubleVector up = DoubleVector.broadcast(SPECIES, side[box + j]);
        DoubleVector down = DoubleVector.broadcast(SPECIES, other[box + j]);
        int column = tile + j * PADDING + m;
        DoubleVector v0 = DoubleVector.fromArray(SPECIES, v, column);
        DoubleVector v1 = DoubleVector.fromArray(SPECIES, v, column + LANES);
        // Negative if below the limit: the difference of two numbers is 0 only if they are equal.
        all0 = all0.and(up.sub(v0).sub(limit0).reinterpretAsLongs());
        all1 = all1.and(up.sub(v1).sub(limit1).reinterpretAsLongs());
        all0 = all0.and(v0.sub(down).sub(limit0).reinterpretAsLongs());
        all1 = all1.and(v1.sub(down).sub(limit1).reinterpretAsLongs());
      }
      LongVector signs0 = all0.lanewise(VectorOperators.LSHR, Long.SIZE - 1);
      LongVector signs1 = all1.lanewise(VectorOperators.LSHR, Long.SIZE - 1);
      found = found.lanewise(VectorOperators.LSHL, LANES).or(signs1);
      found = found.lanewise(VectorOperators.LSHL, LANES).or(signs0);
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

  /** Counts for four bounds, the last one again where there are fewer. */
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
