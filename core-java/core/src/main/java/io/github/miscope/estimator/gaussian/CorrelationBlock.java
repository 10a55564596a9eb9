package io.github.miscope.estimator.gaussian;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.PreparedBlock;
import io.github.miscope.internal.linear.Moments;
import io.github.miscope.internal.linear.Standardised;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.List;

/** Columns whose correlations are one product of matrices. */
final class CorrelationBlock implements PreparedBlock {

  private final BiasCorrection correction;
  private final int size;

  /** The columns that suit, and where each stands among all. */
  private final double[][] columns;

  private final int[] places;

  private CorrelationBlock(BiasCorrection correction, int size, double[][] columns, int[] places) {
    this.correction = correction;
    this.size = size;
    this.columns = columns;
    this.places = places;
  }

  static CorrelationBlock of(List<Variable> variables, BiasCorrection correction) {
    double[][] columns = new double[variables.size()][];
    int[] places = new int[columns.length];
    int count = 0;
    for (int j = 0; j < columns.length; j++) {
      Variable variable = variables.get(j);
      if (suits(variable, correction)) {
        places[count] = j;
        columns[count++] = unit(variable.column(0));
      }
    }
    return new CorrelationBlock(
        correction, columns.length, Arrays.copyOf(columns, count), Arrays.copyOf(places, count));
  }

  private static boolean suits(Variable variable, BiasCorrection correction) {
    boolean isProduct = correction == BiasCorrection.NONE || correction == BiasCorrection.WISHART;
    return isProduct
        && variable.d() == 1
        && variable.isContinuous()
        && !variable.isConstant(0)
        && CanonicalAnalysis.isDetermined(variable.n(), 1, 1);
  }

  /** Of mean zero and squares that sum to one. */
  private static double[] unit(double[] column) {
    double[] unit = Standardised.of(column).columns()[0];
    double squares = 0;
    for (double v : unit) {
      squares += v * v;
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < unit.length; i++) {
      unit[i] /= length;
    }
    return unit;
  }

  boolean isFor(BiasCorrection wanted) {
    return correction == wanted;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public CorrelationBlock permuted(int[]... orders) {
    boolean suits = places.length > 0 && places[0] == 0;
    double[][] moved = new double[suits ? orders.length : 0][];
    int[] all = new int[moved.length];
    for (int a = 0; a < moved.length; a++) {
      int[] order = orders[a];
      double[] column = new double[order.length];
      for (int i = 0; i < column.length; i++) {
        column[i] = columns[0][order[i]];
      }
      moved[a] = column;
      all[a] = a;
    }
    return new CorrelationBlock(correction, orders.length, moved, all);
  }

  void estimate(CorrelationBlock other, double[] nats) {
    Arrays.fill(nats, 0, size * other.size, Double.NaN);
    if (places.length == 0 || other.places.length == 0) {
      return;
    }
    int n = columns[0].length;
    double bias = correction == BiasCorrection.WISHART ? CanonicalAnalysis.wishartBias(n, 1, 1) : 0;
    double[] correlations = correlations(other);
    for (int a = 0; a < places.length; a++) {
      for (int b = 0; b < other.places.length; b++) {
        double r = Math.min(1, Math.abs(correlations[a * other.places.length + b]));
        nats[places[a] * other.size + other.places[b]] = CanonicalAnalysis.information(r) - bias;
      }
    }
  }

  private double[] correlations(CorrelationBlock other) {
    try {
      return Moments.products(columns, other.columns).data;
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException("correlations were interrupted", e);
    }
  }
}
