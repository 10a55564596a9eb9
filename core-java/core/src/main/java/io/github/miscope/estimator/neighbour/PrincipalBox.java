package io.github.miscope.estimator.neighbour;

import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Boxes around a point that hold its neighbours: one along the principal axes of the neighbours in
 * all columns, and one along those in the columns of X and those in the columns of Y. One instance
 * serves one thread.
 */
final class PrincipalBox {

  /** The probability that evenly spread neighbours are taken for uneven (Gao et al. 2015). */
  private static final double FALSE_ALARM = 5e-3;

  /**
   * The same where neighbours are near a curve in X or in Y: one alarm adds some 5 nats there,
   * instead of 1.4 in two columns, and 0.5 % of them would add 0.025 nats to the mean.
   */
  private static final double FALSE_ALARM_NEAR_CURVES = 1e-3;

  /** A variable whose principal box has sides of a smaller ratio is near a curve or sheet. */
  private static final double THIN = 0.1;

  private static final int DRAWS = 20_000;

  /** How much a simulated curve bends within a neighbourhood; a tenth of it gives the same. */
  private static final double BEND = 0.05;

  /** What rounding leaves of a side that is zero, relative to the terms of its sums. */
  private static final double ROUNDING = 0x1p-40;

  private static final Map<List<Integer>, Thresholds> THRESHOLDS = new ConcurrentHashMap<>();

  private final int dX;
  private final int d;
  private final Axes joint;
  private final Axes ofX;
  private final Axes ofY;
  private boolean hasFlatSide;
  private boolean isNearCurve;

  /**
   * Ratios below which neighbours do not look evenly spread.
   *
   * @param even of neighbours that fill a box in X and one in Y
   * @param nearCurve of neighbours that are near a curve or sheet in X or in Y
   */
  record Thresholds(double even, double nearCurve) {}

  PrincipalBox(int dX, int dY) {
    this.dX = dX;
    this.d = dX + dY;
    joint = new Axes(0, d);
    ofX = new Axes(0, dX);
    ofY = new Axes(dX, d);
  }

  /**
   * The log of the volume of the principal box in all columns over that of the principal boxes in X
   * and in Y. A variable of one column has its largest offset for a box.
   *
   * <p>A side of a principal box below 2^-40 of the terms that it is a sum of is rounding error,
   * and counts as that: where the neighbours lie in a hyperplane, as those of y = x do, the ratio
   * says how finely numbers are resolved, not how the variables depend.
   *
   * @param offsets the neighbours as seen from the point, k by dX + dY; changed
   * @return finite; NaN if the neighbours share a coordinate with the point
   */
  double logRatio(double[][] offsets) {
    hasFlatSide = false;
    double logAxes = 0;
    for (int j = 0; j < d; j++) {
      double log = Math.log(largest(offsets, j));
      if (log == Double.NEGATIVE_INFINITY) {
        return Double.NaN;
      }
      // Principal boxes of several columns are in units of the largest offset, see below.
      logAxes += isAlone(j) ? log : 0;
    }
    // In units of the largest offset no square underflows.
    double unit = 0;
    for (double[] offset : offsets) {
      for (double v : offset) {
        unit = Math.max(unit, Math.abs(v));
      }
    }
    for (double[] offset : offsets) {
      for (int j = 0; j < d; j++) {
        offset[j] /= unit;
      }
    }
    double margins = ofMargin(ofX, offsets) + ofMargin(ofY, offsets);
    isNearCurve = ofX.isThin() || ofY.isThin();
    int inMargins = ofX.flatSides + ofY.flatSides;
    double all = joint.logVolume(offsets);
    // A margin that is flat by itself says nothing of how X and Y depend.
    hasFlatSide = joint.flatSides > inMargins;
    int alone = (dX == 1 ? 1 : 0) + (d - dX == 1 ? 1 : 0);
    return all + alone * Math.log(unit) - logAxes - margins;
  }

  private boolean isAlone(int column) {
    return column < dX ? dX == 1 : d - dX == 1;
  }

  private static double ofMargin(Axes axes, double[][] offsets) {
    return axes.columns > 1 ? axes.logVolume(offsets) : 0;
  }

  private static double largest(double[][] offsets, int j) {
    double largest = 0;
    for (double[] offset : offsets) {
      largest = Math.max(largest, Math.abs(offset[j]));
    }
    return largest;
  }

  /** The principal axes of some columns. */
  private static final class Axes {
    private final int from;
    private final int columns;
    private final DMatrixRMaj covariance;
    private final EigenDecomposition_F64<DMatrixRMaj> eigen;
    private int flatSides;
    private double smallest;
    private double largest;

    Axes(int from, int to) {
      this.from = from;
      columns = to - from;
      covariance = new DMatrixRMaj(columns, columns);
      eigen = DecompositionFactory_DDRM.eig(columns, true, true);
    }

    double logVolume(double[][] offsets) {
      flatSides = 0;
      for (int a = 0; a < columns; a++) {
        for (int b = 0; b <= a; b++) {
          double sum = 0;
          for (double[] offset : offsets) {
            sum += offset[from + a] * offset[from + b];
          }
          covariance.set(a, b, sum);
          covariance.set(b, a, sum);
        }
      }
      if (!eigen.decompose(covariance)) {
        throw new IllegalStateException("the eigenvectors of a covariance matrix were not found");
      }
      double log = 0;
      smallest = Double.POSITIVE_INFINITY;
      largest = 0;
      for (int e = 0; e < columns; e++) {
        double side = side(eigen.getEigenVector(e), offsets);
        smallest = Math.min(smallest, side);
        largest = Math.max(largest, side);
        log += Math.log(side);
      }
      return log;
    }

    /** Of one column alone nothing is known, since it needs no axes. */
    boolean isThin() {
      return columns > 1 && smallest < THIN * largest;
    }

    private double side(DMatrixRMaj axis, double[][] offsets) {
      double reach = 0;
      for (double[] offset : offsets) {
        double projection = 0;
        for (int j = 0; j < columns; j++) {
          projection += offset[from + j] * axis.get(j);
        }
        reach = Math.max(reach, Math.abs(projection));
      }
      double terms = 0;
      for (int j = 0; j < columns; j++) {
        terms += largest(offsets, from + j) * Math.abs(axis.get(j));
      }
      flatSides += reach < ROUNDING * terms ? 1 : 0;
      return Math.max(reach, ROUNDING * terms);
    }
  }

  /** Whether the last neighbours lay in a hyperplane of X and Y together, but for rounding. */
  boolean hasFlatSide() {
    return hasFlatSide;
  }

  /** Whether the last neighbours were near a curve or sheet in X alone or in Y alone. */
  boolean isNearCurve() {
    return isNearCurve;
  }

  /**
   * The quantile of 0.5 % of the ratio for k points drawn uniformly from a cube around the point,
   * and that of 0.1 % for points near curves: where X and Y both have several columns, points on
   * two parabolas give smaller ratios by chance than those in a cube, and the smaller quantile
   * counts.
   */
  static Thresholds thresholds(int k, int dX, int dY) {
    // The same for X and Y exchanged.
    int fewer = Math.min(dX, dY);
    int more = Math.max(dX, dY);
    return THRESHOLDS.computeIfAbsent(
        List.of(k, fewer, more),
        key -> {
          double[] even = simulated(k, fewer, more, false);
          double nearCurve = quantile(even, FALSE_ALARM_NEAR_CURVES);
          if (fewer > 1) {
            double[] onCurves = simulated(k, fewer, more, true);
            nearCurve = Math.min(nearCurve, quantile(onCurves, FALSE_ALARM_NEAR_CURVES));
          }
          return new Thresholds(quantile(even, FALSE_ALARM), nearCurve);
        });
  }

  private static double quantile(double[] sorted, double level) {
    return Math.exp(sorted[(int) (level * DRAWS)]);
  }

  private static double[] simulated(int k, int dX, int dY, boolean onCurves) {
    int d = dX + dY;
    UniformRandomProvider random =
        Seed.of(0).derive("neighbours", k).derive("dimensions", d).generator();
    PrincipalBox box = new PrincipalBox(dX, dY);
    return IntStream.range(0, DRAWS)
        .mapToDouble(
            draw -> {
              double[][] offsets = new double[k][d];
              for (double[] offset : offsets) {
                Arrays.setAll(offset, j -> 2 * random.nextDouble() - 1);
                if (onCurves) {
                  toCurve(offset, 0, dX);
                  toCurve(offset, dX, d);
                }
              }
              return box.logRatio(offsets);
            })
        .sorted()
        .toArray();
  }

  /** What a curve looks like from near: t, t^2, t^3 and so on, ever smaller. */
  private static void toCurve(double[] offset, int from, int to) {
    for (int j = from + 1; j < to; j++) {
      offset[j] = BEND * offset[j - 1] * offset[from];
    }
  }
}
