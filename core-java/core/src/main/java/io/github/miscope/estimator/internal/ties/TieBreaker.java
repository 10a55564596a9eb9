package io.github.miscope.estimator.internal.ties;

import io.github.miscope.estimator.DataWarning.TiedColumn;
import io.github.miscope.internal.neighbour.RadixSort;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/** Finds the ties of one variable and breaks them by jitter. */
public final class TieBreaker {

  /** Differences below this part of the range are rounding errors, not the column's resolution. */
  private static final double NEGLIGIBLE_GAP = 0x1p-40;

  /** A column with ties: its most frequent value is subtracted, so that jitter has room. */
  private record Tied(int column, double mode, double gap, TiedColumn report) {}

  private final Variable variable;
  private final String stream;
  private final List<Tied> tied = new ArrayList<>();

  /**
   * Inspects a variable.
   *
   * @param variable n observations
   * @param stream names the random stream; differs between X and Y even if their names do not
   */
  public TieBreaker(Variable variable, String stream) {
    this(variable, stream, (RadixSort) null);
  }

  /**
   * The same where a variable of one column is sorted already.
   *
   * @param order the only column in order, or null
   */
  public TieBreaker(Variable variable, String stream, @Nullable RadixSort order) {
    this.variable = variable;
    this.stream = stream;
    for (int j = 0; j < variable.d(); j++) {
      Tied found = inspect(variable, j, order);
      if (found != null) {
        tied.add(found);
      }
    }
  }

  private TieBreaker(Variable variable, String stream, List<Tied> tied) {
    this.variable = variable;
    this.stream = stream;
    this.tied.addAll(tied);
  }

  /**
   * For the same observations in another order: what was found of their ties holds.
   *
   * @param rows observation i of the result is observation rows[i] of this; each occurs once
   * @return what an inspection of those observations would give
   */
  public TieBreaker permuted(int[] rows) {
    return new TieBreaker(tied.isEmpty() ? variable : variable.rows(rows), stream, tied);
  }

  private static @Nullable Tied inspect(Variable variable, int j, @Nullable RadixSort order) {
    double[] column = variable.column(j);
    if (order == null ? !RadixSort.hasTies(column) : !order.hasTies()) {
      return null;
    }
    double[] sorted = order == null ? RadixSort.sorted(column) : order.values();
    int n = sorted.length;
    double negligible = NEGLIGIBLE_GAP * (sorted[n - 1] - sorted[0]);
    int tiedPoints = 0;
    int longest = 0;
    double mode = sorted[0];
    double gap = Double.POSITIVE_INFINITY;
    int start = 0;
    for (int i = 1; i <= n; i++) {
      if (i < n && sorted[i] == sorted[start]) {
        continue;
      }
      int run = i - start;
      tiedPoints += run > 1 ? run : 0;
      if (run > longest) {
        longest = run;
        mode = sorted[start];
      }
      if (i < n && sorted[i] - sorted[start] > negligible) {
        gap = Math.min(gap, sorted[i] - sorted[start]);
      }
      start = i;
    }
    // A constant column has no gap, and needs no jitter: it adds nothing to any distance.
    if (tiedPoints == 0 || gap == Double.POSITIVE_INFINITY) {
      return null;
    }
    String name = variable.columnNames().get(j);
    double relativeGap = gap / standardDeviation(sorted);
    return new Tied(j, mode, gap, new TiedColumn(name, tiedPoints, n, gap, relativeGap));
  }

  /** In units of the range first, so that no square overflows or underflows. */
  private static double standardDeviation(double[] sorted) {
    double range = sorted[sorted.length - 1] - sorted[0];
    double sum = 0;
    double squares = 0;
    for (double v : sorted) {
      double u = (v - sorted[0]) / range;
      sum += u;
      squares += u * u;
    }
    double mean = sum / sorted.length;
    return range * Math.sqrt(squares / sorted.length - mean * mean);
  }

  /**
   * The columns that have ties.
   *
   * @return one entry per tied column, in their order; empty if there is none
   */
  public List<TiedColumn> report() {
    return tied.stream().map(Tied::report).toList();
  }

  /**
   * The columns of one replicate: tied ones jittered, the others as they are.
   *
   * @param relativeWidth width of the jitter relative to the column's smallest gap
   * @param seed the seed of the jitter
   * @param replicate which replicate, from 0
   * @return a copy, d by n; a jittered column has its most frequent value subtracted
   */
  public double[][] columns(double relativeWidth, Seed seed, int replicate) {
    double[][] columns = variable.columns();
    for (Tied t : tied) {
      UniformRandomProvider random =
          seed.derive(stream).derive("column", t.column).derive("replicate", replicate).generator();
      double width = relativeWidth * t.gap;
      double[] column = columns[t.column];
      for (int i = 0; i < column.length; i++) {
        column[i] = (column[i] - t.mode) + width * (random.nextDouble() - 0.5);
      }
    }
    return columns;
  }
}
