package io.github.miscope.estimator.internal.entropy;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.PointwiseEntropyEstimate;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.internal.ties.TieBreaker;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.internal.neighbour.order.Exponents;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What every estimator of a differential entropy does around its formula: refuses what has no
 * density, fills tied columns up to their resolution, takes the unit of the data out and adds its
 * logarithm, averages replicates, and gives the mean its uncertainty.
 */
public final class DifferentialEntropy {

  /** Tied columns are filled by noise as wide as their smallest gap. */
  private static final double WHOLE_GAP = 1;

  private static final double LOG_2 = Math.log(2);

  /** Makes contributions of columns. */
  @FunctionalInterface
  public interface Formula {

    /**
     * The contributions of a sample.
     *
     * @param columns d columns of n values, the largest magnitude in [1, 2); to be kept or changed
     * @return n contributions to the entropy, and diagnostics
     * @throws InterruptedException if the calling thread is interrupted
     */
    Contributions contributions(double[][] columns) throws InterruptedException;
  }

  private DifferentialEntropy() {}

  /**
   * Estimates by a formula that mixes columns in distances.
   *
   * @param variable n observations
   * @param estimator the label of the estimator
   * @param ties what to do about ties; strict where they do no harm
   * @param warnings what is known before
   * @param formula the formula
   * @return the estimate, with standard error and asymptotic interval, and its contributions
   * @throws IllegalArgumentException if a column is discrete or constant
   */
  public static PointwiseEntropyEstimate estimate(
      Variable variable, String estimator, Ties ties, List<Warning> warnings, Formula formula) {
    return estimate(variable, new int[variable.d()], estimator, ties, warnings, formula);
  }

  /**
   * Estimates by a formula that scales every column itself: one unit for all is not needed, and
   * might leave nothing of a column that is tiny beside another.
   *
   * @param variable n observations
   * @param estimator the label of the estimator
   * @param ties what to do about ties; strict where they do no harm
   * @param warnings what is known before
   * @param formula the formula
   * @return the estimate, with standard error and asymptotic interval, and its contributions
   * @throws IllegalArgumentException if a column is discrete or constant
   */
  public static PointwiseEntropyEstimate estimateByColumn(
      Variable variable, String estimator, Ties ties, List<Warning> warnings, Formula formula) {
    return estimate(
        variable, Exponents.ofDistant(variable.columns()), estimator, ties, warnings, formula);
  }

  private static PointwiseEntropyEstimate estimate(
      Variable variable,
      int[] exponents,
      String estimator,
      Ties ties,
      List<Warning> warnings,
      Formula formula) {
    variable.requireContinuous(estimator);
    requireNoConstant(variable);
    List<Warning> all = new ArrayList<>(warnings);
    double[][] columns = variable.columns();
    int sum = 0;
    for (int j = 0; j < columns.length; j++) {
      Exponents.scale(columns[j], -exponents[j]);
      sum += exponents[j];
    }
    double shift = sum * LOG_2;
    int exponent = Exponents.normalise(columns);
    if (columns.length > 1) {
      Exponents.flush(columns);
    }
    int[] units = Arrays.stream(exponents).map(own -> own + exponent).toArray();
    TieBreaker breaker = new TieBreaker(variable.columnNames(), columns, units, null);
    Contributions result;
    try {
      if (ties.isStrict() || breaker.report().isEmpty()) {
        result = contributions(columns, exponent, shift, formula);
      } else {
        double[] means = new double[ties.replicates()];
        result = replicated(breaker, exponent, shift, ties, formula, means);
        all.add(
            new DataWarning.Dequantised(
                breaker.report(), means.length, ties.seed(), standardDeviation(means)));
      }
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(estimator + " was interrupted", e);
    }
    EntropyEstimate estimate =
        new EntropyEstimate(
            Means.mean(result.nats()),
            estimator,
            variable.n(),
            variable.d(),
            result.diagnostics(),
            result.amounts(),
            all,
            Asymptotic.ofMean(result.nats()));
    return new PointwiseEntropyEstimate(estimate, result.nats());
  }

  private static void requireNoConstant(Variable variable) {
    for (int j = 0; j < variable.d(); j++) {
      if (variable.isConstant(j)) {
        throw new IllegalArgumentException(
            variable.columnNames().get(j)
                + " is constant, and its differential entropy minus infinity: leave the column"
                + " out");
      }
    }
  }

  private static Contributions contributions(
      double[][] columns, int exponent, double shift, Formula formula) throws InterruptedException {
    Contributions result = formula.contributions(columns);
    double[] nats = result.nats();
    for (int i = 0; i < nats.length; i++) {
      // h(aX) = h(X) + d log a
      nats[i] += columns.length * (exponent * LOG_2) + shift;
    }
    return result;
  }

  private static Contributions replicated(
      TieBreaker breaker, int exponent, double shift, Ties ties, Formula formula, double[] means)
      throws InterruptedException {
    double[] sums = new double[0];
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    Set<String> amounts = Set.of();
    for (int r = 0; r < means.length; r++) {
      double[][] columns = breaker.columns(WHOLE_GAP, ties.seed(), "entropy", r);
      // The most frequent values have been moved to zero.
      int own = exponent + Exponents.normalise(columns);
      Contributions one = contributions(columns, own, shift, formula);
      amounts = one.amounts();
      means[r] = Means.mean(one.nats());
      if (r == 0) {
        sums = new double[one.nats().length];
      }
      for (int i = 0; i < sums.length; i++) {
        sums[i] += one.nats()[i] / means.length;
      }
      one.diagnostics()
          .forEach((name, value) -> diagnostics.merge(name, value / means.length, Double::sum));
    }
    return new Contributions(sums, diagnostics, amounts);
  }

  private static double standardDeviation(double[] values) {
    double mean = Means.mean(values);
    double squares = 0;
    for (double v : values) {
      squares += (v - mean) * (v - mean);
    }
    return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
  }
}
