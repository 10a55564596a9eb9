package io.github.miscope.estimator.conditional;

import io.github.miscope.internal.linear.LinearSmoother;
import io.github.miscope.internal.linear.RowOrder;
import io.github.miscope.internal.linear.SmoothRegression;
import io.github.miscope.internal.linear.Standardised;
import io.github.miscope.internal.neighbour.NeighbourGraph;
import io.github.miscope.internal.neighbour.order.RadixSort;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What is left of columns when their mean and their scale given Z are taken away. Given Z this is
 * an invertible map of a column, and keeps I(X;Y|Z).
 */
final class GivenRegression {

  /** Fewer rows for each column of Z tell nothing but straight lines. */
  private static final int ROWS_PER_COLUMN = 20;

  /** Z may have a free term for so many rows, and no more. */
  private static final int ROWS_PER_TERM = 3;

  /** Rows that are fitted together; more are fitted in parts, which bounds time and memory. */
  private static final int MAX_ROWS = 5000;

  /** A smaller part of a column's variance that the fit leaves is an error of the fit. */
  private static final double NEGLIGIBLE = 1e-5;

  /** Values further out, in robust standard deviations, make a column one of long tails. */
  private static final double LONG_TAIL = 6;

  /** How far apart the quartiles of a standard normal variable are. */
  private static final double QUARTILES = 1.349;

  /** From so many standard deviations on, neighbours in Z agree. */
  private static final double AGREEMENT = 2;

  /** The last one: permutation tests ask for many estimates with the same Z. Changes no bit. */
  private static final AtomicReference<@Nullable SoftReference<GivenRegression>> LAST =
      new AtomicReference<>();

  /**
   * A column without what Z says of its mean and scale.
   *
   * @param values n values
   * @param unexplained the part of the variance that the mean given Z does not explain
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Rest(double[] values, double unexplained) {}

  private final Variable z;
  private final int n;
  private final int[] order;
  private final List<SmoothRegression> parts = new ArrayList<>();
  private final NeighbourGraph graph;

  private GivenRegression(Variable z) throws InterruptedException {
    this.z = z;
    n = z.n();
    double[][] scores = Scaling.normalRank().apply(z).columns();
    // Sums round: in an order of the rows that their values determine.
    order = RowOrder.of(scores, scores);
    double[][] ordered = RowOrder.apply(order, scores);
    int count = (n - 1) / MAX_ROWS + 1;
    for (int part = 0; part < count; part++) {
      double[][] rows = new double[ordered.length][];
      for (int j = 0; j < rows.length; j++) {
        rows[j] = part(ordered[j], part, count);
      }
      parts.add(SmoothRegression.on(rows, new int[(n - part - 1) / count + 1]));
    }
    graph = NeighbourGraph.of(ordered, Optional.empty(), n);
  }

  /**
   * The regression on a variable, unless it has too few rows for its columns.
   *
   * @param z no constant column
   */
  static Optional<GivenRegression> on(Variable z) throws InterruptedException {
    if (z.n() < ROWS_PER_COLUMN * Math.max(2, z.d())) {
      return Optional.empty();
    }
    SoftReference<GivenRegression> kept = LAST.get();
    GivenRegression last = kept == null ? null : kept.get();
    if (last == null || !last.z.equals(z)) {
      last = new GivenRegression(z);
      LAST.set(new SoftReference<>(last));
    }
    return last.parts.get(0).freeTerms() * ROWS_PER_TERM > last.rowsOfPart()
        ? Optional.empty()
        : Optional.of(last);
  }

  private int rowsOfPart() {
    return n / parts.size();
  }

  private static double[] part(double[] values, int part, int count) {
    double[] rows = new double[(values.length - part - 1) / count + 1];
    Arrays.setAll(rows, i -> values[part + i * count]);
    return rows;
  }

  /**
   * What is left of a variable, each column in the units in which Z explains more of it: its own,
   * unless it has long tails, which least squares would follow, or normal scores.
   *
   * @param variable no constant column
   * @return nothing if Z determines a column
   */
  Optional<Variable> rest(Variable variable) {
    double[][] scores = Scaling.normalRank().apply(variable).columns();
    double[][] columns = new double[scores.length][];
    for (int j = 0; j < columns.length; j++) {
      Rest better = rest(scores[j]);
      double[] column = variable.column(j);
      if (!hasLongTails(column)) {
        Rest own = rest(column);
        better = own.unexplained < better.unexplained ? own : better;
      }
      if (better.unexplained < NEGLIGIBLE || isConstant(better.values)) {
        return Optional.empty();
      }
      columns[j] = better.values;
    }
    return Optional.of(variable.withColumns(columns));
  }

  private static boolean hasLongTails(double[] column) {
    double[] sorted = RadixSort.sorted(column);
    double median = sorted[quantile(sorted, 0.5)];
    double spread = (sorted[quantile(sorted, 0.75)] - sorted[quantile(sorted, 0.25)]) / QUARTILES;
    double furthest = Math.max(sorted[sorted.length - 1] - median, median - sorted[0]);
    return !(furthest <= LONG_TAIL * spread);
  }

  private static int quantile(double[] sorted, double part) {
    return (int) (part * sorted.length);
  }

  private static boolean isConstant(double[] values) {
    return Arrays.stream(values).allMatch(v -> v == values[0]);
  }

  private Rest rest(double[] column) {
    double[] values = ordered(column);
    double[] rest = new double[n];
    double unexplained = fit(values, rest);
    double[] logs = new double[n];
    double floor = 1e-3 * meanSize(rest);
    Arrays.setAll(logs, i -> Math.log(Math.abs(rest[i]) + floor));
    double[] restOfLogs = new double[n];
    // By chance a fit explains less than that.
    if (floor > 0 && fit(logs, restOfLogs) < 1 - 1 / Math.sqrt(rowsOfPart())) {
      for (int i = 0; i < n; i++) {
        rest[i] /= Math.exp(logs[i] - restOfLogs[i]);
      }
    }
    double[] original = new double[n];
    for (int i = 0; i < n; i++) {
      original[order[i]] = rest[i];
    }
    return new Rest(original, unexplained);
  }

  private double[] ordered(double[] column) {
    return RowOrder.apply(order, new double[][] {column})[0];
  }

  private static double meanSize(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += Math.abs(v) / values.length;
    }
    return sum;
  }

  /** Writes values less the fitted ones, and returns the part that is left unexplained. */
  private double fit(double[] values, double[] rest) {
    double unexplained = 0;
    for (int part = 0; part < parts.size(); part++) {
      double[] own = part(values, part, parts.size());
      if (isConstant(own)) {
        continue;
      }
      Standardised standardised = Standardised.of(own);
      double[] unit = standardised.columns()[0];
      LinearSmoother smoother = parts.get(part).fit(unit);
      double[] left = smoother.residuals(unit);
      double scale = Math.exp(standardised.logScale());
      for (int i = 0; i < left.length; i++) {
        rest[part + i * parts.size()] = scale * left[i];
      }
      unexplained += smoother.unexplained() / parts.size();
    }
    return unexplained;
  }

  /**
   * Whether neighbours in Z still agree in a column or in its size: then the fit lacks something.
   */
  boolean isLacking(Variable rest) {
    for (int j = 0; j < rest.d(); j++) {
      double[] values = ordered(Scaling.normalRank().apply(rest).column(j));
      double[] sizes = values.clone();
      Arrays.setAll(sizes, i -> Math.abs(values[i]));
      if (graph.agreement(values) > AGREEMENT || graph.agreement(sizes) > AGREEMENT) {
        return true;
      }
    }
    return false;
  }
}
