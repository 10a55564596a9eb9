package io.github.miscope.estimator.internal.ties;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Warning;
import io.github.miscope.internal.neighbour.order.Exponents;
import io.github.miscope.sample.ContentOrder;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Averages an estimator of continuous variables over replicates of the jitter that breaks ties. */
public final class TieBreaking {

  /** Width of the jitter, relative to the smallest gap. */
  private static final double WIDTH = 0x1p-10;

  /** What each observation contributes, given the columns of each variable. */
  @FunctionalInterface
  public interface Pointwise {

    /**
     * n values whose mean is the estimate; may take the columns over. If data are huge or tiny, all
     * columns are in units of one power of two.
     */
    double[] shares(double[][][] columns);
  }

  /** The shares, averaged over replicates, and a warning if there were ties. */
  public static final class Result {
    private final double[] shares;
    private final List<Warning> warnings;

    private Result(double[] shares, List<Warning> warnings) {
      this.shares = shares;
      this.warnings = warnings;
    }

    /** What each observation contributes; not copied. */
    public double[] shares() {
      return shares;
    }

    /** The report of ties, if there are any. */
    public List<Warning> warnings() {
      return warnings;
    }

    /** The estimate. */
    public double nats() {
      double sum = 0;
      for (double share : shares) {
        sum += share;
      }
      return sum / shares.length;
    }
  }

  private TieBreaking() {}

  /**
   * Estimates on the data as they are if no column has ties or there are no replicates, else on
   * each of the replicates.
   *
   * @param variables the continuous variables, n observations each, of which the first two may be
   *     exchanged; each has its own random stream
   */
  public static Result average(
      int replicates, Seed seed, List<Variable> variables, Pointwise estimator) {
    double[][][] columns = variables.stream().map(Variable::columns).toArray(double[][][]::new);
    int exponent = Exponents.normaliseExtreme(columns);
    if (replicates == 0) {
      return new Result(
          estimator.shares(
              Arrays.stream(columns)
                  .map(own -> TieBreaker.exact(own, false))
                  .toArray(double[][][]::new)),
          List.of());
    }
    List<TieBreaker> breakers = new ArrayList<>();
    List<DataWarning.TiedColumn> tied = new ArrayList<>();
    for (int v = 0; v < columns.length; v++) {
      TieBreaker breaker =
          new TieBreaker(
              variables.get(v).columnNames(),
              columns[v],
              TieBreaker.common(exponent, columns[v].length),
              null);
      breakers.add(breaker);
      tied.addAll(breaker.report());
    }
    if (tied.isEmpty()) {
      return new Result(estimator.shares(columns), List.of());
    }
    boolean exchanged =
        variables.size() > 1 && !ContentOrder.isFirst(variables.get(0), variables.get(1));
    List<double[]> all = new ArrayList<>();
    for (int r = 0; r < replicates; r++) {
      int replicate = r;
      all.add(
          estimator.shares(
              IntStream.range(0, columns.length)
                  .mapToObj(
                      v -> breakers.get(v).columns(WIDTH, seed, stream(v, exchanged), replicate))
                  .toArray(double[][][]::new)));
    }
    double[] shares = new double[all.get(0).length];
    double[] nats = new double[replicates];
    for (int r = 0; r < replicates; r++) {
      for (int i = 0; i < shares.length; i++) {
        shares[i] += all.get(r)[i] / replicates;
        nats[r] += all.get(r)[i] / shares.length;
      }
    }
    return new Result(
        shares, List.of(new DataWarning.Ties(tied, replicates, seed, standardDeviation(nats))));
  }

  private static String stream(int variable, boolean exchanged) {
    return "variable " + (exchanged && variable < 2 ? 1 - variable : variable);
  }

  private static double standardDeviation(double[] values) {
    double mean = 0;
    for (double v : values) {
      mean += v / values.length;
    }
    double squares = 0;
    for (double v : values) {
      squares += (v - mean) * (v - mean);
    }
    return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
  }
}
