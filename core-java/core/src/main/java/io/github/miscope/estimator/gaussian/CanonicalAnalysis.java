package io.github.miscope.estimator.gaussian;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.linear.CanonicalVariates;
import io.github.miscope.internal.linear.Moments;
import io.github.miscope.internal.linear.Standardised;
import io.github.miscope.internal.linear.Wishart;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;

/**
 * The canonical correlations of X and Y (Hotelling 1936) and what the information of normal vectors
 * needs of them. Columns that are linear combinations of others add nothing. Immutable.
 */
public final class CanonicalAnalysis {

  /** 1 - r&sup2; below this is rounding error: at most 13.8 nats for each pair. */
  private static final double MIN_UNEXPLAINED = 1e-12;

  private final int n;
  private final double[][] x;
  private final double[][] y;
  private final CanonicalVariates variates;

  private CanonicalAnalysis(double[][] x, double[][] y, CanonicalVariates variates) {
    this.n = x[0].length;
    this.x = x;
    this.y = y;
    this.variates = variates;
  }

  /**
   * Analyses samples.
   *
   * @param samples paired observations; at least one column of X and one of Y is not constant
   * @return the analysis
   * @throws IllegalArgumentException if all columns of X or of Y are constant
   * @throws EstimationInterruptedException if interrupted
   */
  public static CanonicalAnalysis of(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    return of(samples, (rankX, rankY) -> {});
  }

  /**
   * Analyses columns of which none is constant.
   *
   * @param x dX columns of n finite values; kept
   * @param y dY columns of n finite values; kept
   * @return the analysis
   * @throws EstimationInterruptedException if interrupted
   */
  public static CanonicalAnalysis ofColumns(double[][] x, double[][] y) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    return of(Standardised.of(x).columns(), Standardised.of(y).columns(), (rankX, rankY) -> {});
  }

  /**
   * Analyses samples, unless their ranks do not suit.
   *
   * @param ranks refuses ranks, before the work that grows with their third power
   */
  static CanonicalAnalysis of(Samples samples, Ranks ranks) {
    return of(standardised(samples.x()), standardised(samples.y()), ranks);
  }

  private static CanonicalAnalysis of(double[][] x, double[][] y, Ranks ranks) {
    try {
      Moments moments = Moments.sums(x, y, 0, 1);
      ranks.check(CanonicalVariates.rank(moments.xx()), CanonicalVariates.rank(moments.yy()));
      return new CanonicalAnalysis(x, y, CanonicalVariates.of(moments, 0, 0));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static EstimationInterruptedException interrupted(InterruptedException e) {
    return new EstimationInterruptedException("the canonical analysis was interrupted", e);
  }

  /** Refuses ranks of X and Y that do not suit an estimator. */
  @FunctionalInterface
  interface Ranks {
    void check(int rankX, int rankY);
  }

  /** Columns of mean zero and variance one, without the constant ones. */
  static double[][] standardised(Variable variable) {
    Variable varying =
        variable
            .varying()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "all columns of " + variable.name() + " are constant"));
    return Standardised.of(varying.columns()).columns();
  }

  /**
   * The canonical correlations.
   *
   * @return a copy, descending, as many as the smaller rank
   */
  public double[] correlations() {
    return variates.correlations().clone();
  }

  /**
   * The number of dimensions that X's columns span.
   *
   * @return the rank of X's covariance
   */
  public int rankX() {
    return variates.rankX();
  }

  /**
   * The number of dimensions that Y's columns span.
   *
   * @return the rank of Y's covariance
   */
  public int rankY() {
    return variates.rankY();
  }

  /**
   * The leading canonical variates of X, of mean zero and variance one.
   *
   * @param pairs how many
   * @return one column of n values for each
   */
  public double[][] variatesX(int pairs) {
    return project(x, variates.weightsX(), pairs);
  }

  /**
   * The leading canonical variates of Y, of mean zero and variance one.
   *
   * @param pairs how many
   * @return one column of n values for each
   */
  public double[][] variatesY(int pairs) {
    return project(y, variates.weightsY(), pairs);
  }

  private static double[][] project(double[][] columns, DMatrixRMaj weights, int pairs) {
    try {
      return CanonicalVariates.project(columns, weights, pairs);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * The plug-in information of normal vectors, -(1/2) sum log(1 - r&sup2;).
   *
   * @return nats; each pair counts at most 13.8
   */
  public double plugIn() {
    double sum = 0;
    for (double r : variates.correlations()) {
      sum += information(r);
    }
    return sum;
  }

  /** The information of a pair of normal variables of a correlation, in nats. */
  static double information(double r) {
    return -Math.log(Math.max(MIN_UNEXPLAINED, (1 - r) * (1 + r))) / 2;
  }

  /**
   * Whether a linear function of X determines one of Y, but for rounding errors.
   *
   * @return true if 1 - r&sup2; of the leading pair is at most 1e-12
   */
  public boolean isDeterministic() {
    double r = variates.correlations()[0];
    return (1 - r) * (1 + r) <= MIN_UNEXPLAINED;
  }

  /**
   * Whether there are enough observations for {@link #wishartBias()}; with fewer, some sample
   * correlation is 1 whatever the truth.
   *
   * @return true if n - 1 exceeds the sum of the ranks
   */
  public boolean isDetermined() {
    return isDetermined(n, rankX(), rankY());
  }

  static boolean isDetermined(int n, int rankX, int rankY) {
    return n - 1 > rankX + rankY;
  }

  /**
   * The expected excess of {@link #plugIn()} for normal data, {@link BiasCorrection#WISHART}.
   *
   * @return nats
   */
  public double wishartBias() {
    return wishartBias(n, rankX(), rankY());
  }

  static double wishartBias(double n, int rankX, int rankY) {
    return (Wishart.logDeterminantBias(n, rankX)
            + Wishart.logDeterminantBias(n, rankY)
            - Wishart.logDeterminantBias(n, rankX + rankY))
        / 2;
  }

  /**
   * How much more sample correlations scatter than those of normal data, {@link
   * BiasCorrection#FOURTH_MOMENT}: (mean |u|&sup2; |v|&sup2; - 2 sum r&sup2;)/(dX dY).
   *
   * @return about 1 for normal data
   */
  public double fourthMomentRatio() {
    double[] lengthX = squaredLengths(x, variates.weightsX().numCols, true);
    double[] lengthY = squaredLengths(y, variates.weightsY().numCols, false);
    for (int i = 0; i < n; i++) {
      lengthX[i] = lengthX[i] * lengthY[i] / n;
    }
    double mean = 0;
    for (double product : lengthX) {
      mean += product;
    }
    double squares = 0;
    for (double r : variates.correlations()) {
      squares += r * r;
    }
    return (mean - 2 * squares) / ((double) rankX() * rankY());
  }

  private double[] squaredLengths(double[][] columns, int rank, boolean ofX) {
    double[] squares = new double[n];
    double[] variate = new double[n];
    DMatrixRMaj weights = ofX ? variates.weightsX() : variates.weightsY();
    for (int l = 0; l < rank; l++) {
      try {
        CanonicalVariates.project(columns, weights, l, 0, 1, variate);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
      for (int i = 0; i < n; i++) {
        squares[i] += variate[i] * variate[i];
      }
    }
    return squares;
  }
}
