package io.github.miscope.internal.neighbour.vector;

import io.github.miscope.internal.neighbour.CodedRows;
import io.github.miscope.internal.neighbour.Codes;
import io.github.miscope.internal.neighbour.Coordinates;
import io.github.miscope.internal.neighbour.DistanceKernel;
import io.github.miscope.internal.neighbour.JointDistance;
import io.github.miscope.internal.neighbour.Kernels;
import io.github.miscope.internal.neighbour.Tiles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Kernels of the Vector API. Lanes are points, so that each pair's operations keep their order. */
public final class VectorKernels implements Kernels {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  @Override
  public String name() {
    return "Vector API, " + SPECIES.vectorBitSize() + " bits";
  }

  @Override
  public void distances(Coordinates points, int from, int to, double[][] out) {
    Tiles tiles = points.tiles(PADDING);
    int d = tiles.d();
    double[] own = new double[ROWS * d];
    for (int r = 0; r < ROWS; r++) {
      tiles.copyPoint(Math.min(from + r, to - 1), own, r, ROWS);
    }
    double[] buffer = new double[ROWS * PADDING];
    for (int t = 0; t < tiles.count(); t++) {
      distances(points.norm(), tiles, t, own, buffer);
      for (int r = 0; r < to - from; r++) {
        System.arraycopy(buffer, r * PADDING, out[r], t * PADDING, PADDING);
      }
    }
  }

  @Override
  public void distances(DistanceKernel norm, Tiles tiles, int t, double[] points, double[] out) {
    double[] data = tiles.data();
    int size = tiles.size();
    int d = tiles.d();
    int tile = t * d * size;
    if (d == 1 || norm == DistanceKernel.LINF) {
      max(data, tile, d, size, points, out, 0, size);
    } else if (norm == DistanceKernel.L1) {
      sum(data, tile, d, size, points, out, 0, size);
    } else {
      euclidean(data, tile, d, size, points, out, 0, size);
    }
  }

  @Override
  public void countMaximum(Tiles tiles, int t, double[] points, double[] eps, int[] counts) {
    double[] v = tiles.data();
    int size = tiles.size();
    int d = tiles.d();
    int tile = t * d * size;
    int c0 = 0;
    int c1 = 0;
    int c2 = 0;
    int c3 = 0;
    for (int m = 0; m < size; m += LANES) {
      DoubleVector value = DoubleVector.fromArray(SPECIES, v, tile + m);
      DoubleVector a0 = value.sub(points[0]).abs();
      DoubleVector a1 = value.sub(points[1]).abs();
      DoubleVector a2 = value.sub(points[2]).abs();
      DoubleVector a3 = value.sub(points[3]).abs();
      for (int j = 1; j < d; j++) {
        value = DoubleVector.fromArray(SPECIES, v, tile + m + j * size);
        a0 = larger(a0, value.sub(points[j * ROWS]).abs());
        a1 = larger(a1, value.sub(points[j * ROWS + 1]).abs());
        a2 = larger(a2, value.sub(points[j * ROWS + 2]).abs());
        a3 = larger(a3, value.sub(points[j * ROWS + 3]).abs());
      }
      c0 += a0.compare(VectorOperators.LT, eps[0]).trueCount();
      c1 += a1.compare(VectorOperators.LT, eps[1]).trueCount();
      c2 += a2.compare(VectorOperators.LT, eps[2]).trueCount();
      c3 += a3.compare(VectorOperators.LT, eps[3]).trueCount();
    }
    counts[0] += c0;
    counts[1] += c1;
    counts[2] += c2;
    counts[3] += c3;
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
      double[] v, int tile, int d, int size, double[] points, double[] out, int at, int stride) {
    for (int m = 0; m < size; m += LANES) {
      DoubleVector value = DoubleVector.fromArray(SPECIES, v, tile + m);
      DoubleVector a0 = value.sub(points[0]).abs();
      DoubleVector a1 = value.sub(points[1]).abs();
      DoubleVector a2 = value.sub(points[2]).abs();
      DoubleVector a3 = value.sub(points[3]).abs();
      for (int j = 1; j < d; j++) {
        value = DoubleVector.fromArray(SPECIES, v, tile + m + j * size);
        a0 = larger(a0, value.sub(points[j * ROWS]).abs());
        a1 = larger(a1, value.sub(points[j * ROWS + 1]).abs());
        a2 = larger(a2, value.sub(points[j * ROWS + 2]).abs());
        a3 = larger(a3, value.sub(points[j * ROWS + 3]).abs());
      }
      a0.intoArray(out, at + m);
      a1.intoArray(out, at + m + stride);
      a2.intoArray(out, at + m + 2 * stride);
      a3.intoArray(out, at + m + 3 * stride);
    }
  }

  /** The larger of two distances; a first one that is NaN, of a filled up lane, stays. */
  private static DoubleVector larger(DoubleVector a, DoubleVector b) {
    return a.blend(b, a.compare(VectorOperators.LT, b));
  }

  private static void sum(
      double[] v, int tile, int d, int size, double[] points, double[] out, int at, int stride) {
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
      a0.intoArray(out, at + m);
      a1.intoArray(out, at + m + stride);
      a2.intoArray(out, at + m + 2 * stride);
      a3.intoArray(out, at + m + 3 * stride);
    }
  }

  private static void euclidean(
      double[] v, int tile, int d, int size, double[] points, double[] out, int at, int stride) {
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
      a0.sqrt().intoArray(out, at + m);
      a1.sqrt().intoArray(out, at + m + stride);
      a2.sqrt().intoArray(out, at + m + 2 * stride);
      a3.sqrt().intoArray(out, at + m + 3 * stride);
    }
  }

  private static DoubleVector squared(DoubleVector v) {
    return v.mul(v);
  }

  @Override
  public int next(
      JointDistance join, double[] dx, double[] dy, double c, int from, int to, double bound) {
    return join == JointDistance.MAXIMUM
        ? nextMaximum(dx, dy, c, from, to, bound)
        : nextEuclidean(dx, dy, c, from, to, bound);
  }

  private static int nextMaximum(
      double[] dx, double[] dy, double c, int from, int to, double bound) {
    int m = from;
    for (; m + LANES <= to; m += LANES) {
      VectorMask<Double> near =
          DoubleVector.fromArray(SPECIES, dx, m)
              .compare(VectorOperators.LT, bound)
              .and(
                  DoubleVector.fromArray(SPECIES, dy, m).mul(c).compare(VectorOperators.LT, bound));
      if (near.anyTrue()) {
        return m + near.firstTrue();
      }
    }
    while (m < to && !(dx[m] < bound && c * dy[m] < bound)) {
      m++;
    }
    return m;
  }

  private static int nextEuclidean(
      double[] dx, double[] dy, double c, int from, int to, double bound) {
    int m = from;
    for (; m + LANES <= to; m += LANES) {
      DoubleVector x = DoubleVector.fromArray(SPECIES, dx, m);
      DoubleVector y = DoubleVector.fromArray(SPECIES, dy, m).mul(c);
      VectorMask<Double> near = x.mul(x).add(y.mul(y)).compare(VectorOperators.LT, bound);
      if (near.anyTrue()) {
        return m + near.firstTrue();
      }
    }
    while (m < to && !(dx[m] * dx[m] + (c * dy[m]) * (c * dy[m]) < bound)) {
      m++;
    }
    return m;
  }

  @Override
  public int next(double[] d, int from, int to, double bound) {
    int m = from;
    for (; m + LANES <= to; m += LANES) {
      VectorMask<Double> near =
          DoubleVector.fromArray(SPECIES, d, m).compare(VectorOperators.LT, bound);
      if (near.anyTrue()) {
        return m + near.firstTrue();
      }
    }
    while (m < to && !(d[m] < bound)) {
      m++;
    }
    return m;
  }

  @Override
  public int countBelow(double[] d, int from, int to, double bound) {
    int count = 0;
    for (int m = from; m < to; m += LANES) {
      count += DoubleVector.fromArray(SPECIES, d, m).compare(VectorOperators.LT, bound).trueCount();
    }
    return count;
  }

  @Override
  public int count(double[] d, int length, double c, double eps) {
    int count = 0;
    int m = 0;
    for (; m + LANES <= length; m += LANES) {
      count +=
          DoubleVector.fromArray(SPECIES, d, m).mul(c).compare(VectorOperators.LT, eps).trueCount();
    }
    for (; m < length; m++) {
      count += c * d[m] < eps ? 1 : 0;
    }
    return count;
  }
}
