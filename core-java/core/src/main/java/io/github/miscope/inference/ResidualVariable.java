package io.github.miscope.inference;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.linear.LinearSmoother;
import io.github.miscope.internal.linear.SmoothRegression;
import io.github.miscope.internal.linear.Standardised;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.internal.neighbour.NeighbourGraph;
import io.github.miscope.sample.ColumnKind;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A variable whose continuous columns are replaced by their residuals given Z, in their units. */
final class ResidualVariable {

  /** A smaller part of a column's variance that the fit leaves is an error of the fit. */
  private static final double NEGLIGIBLE = 1e-5;

  /** A continuous column: what was fitted, what is left, and its unit. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Fit(LinearSmoother smoother, double[] fitted, double[] rest, double unit) {

    double[] residuals() {
      return inUnits(rest.clone());
    }

    double[] redrawn(int... order) {
      return inUnits(restOf(order));
    }

    /** What is left of a column that has the fitted values and residuals of other rows. */
    double[] restOf(int... order) {
      double[] drawn = fitted.clone();
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] += rest[order[i]];
      }
      return smoother.residuals(drawn);
    }

    private double[] inUnits(double... values) {
      for (int i = 0; i < values.length; i++) {
        values[i] *= unit;
      }
      return values;
    }
  }

  private final Variable variable;

  /** For each column; absent where it is discrete or has no residuals. */
  private final List<Optional<Fit>> fits;

  /** Of the discrete columns together; empty if there are none. */
  private final int[] levels;

  private final Variable residuals;

  private ResidualVariable(Variable variable, List<Optional<Fit>> fits) {
    this.variable = variable;
    this.fits = fits;
    levels = variable.part(ColumnKind.DISCRETE).map(RowCodes::of).orElse(new int[0]);
    residuals = replaced(null);
  }

  static ResidualVariable of(Variable variable, SmoothRegression given) {
    List<Optional<Fit>> fits = new ArrayList<>();
    for (int j = 0; j < variable.d(); j++) {
      boolean fitted = variable.kinds().get(j) == ColumnKind.CONTINUOUS && !variable.isConstant(j);
      fits.add(fitted ? Optional.of(fit(variable.column(j), given)) : Optional.empty());
    }
    return new ResidualVariable(variable, fits);
  }

  private static Fit fit(double[] column, SmoothRegression given) {
    Standardised standardised = Standardised.of(column);
    double[] values = standardised.columns()[0];
    LinearSmoother smoother = given.fit(values);
    double[] fitted = smoother.fitted(values);
    double[] rest = new double[values.length];
    Arrays.setAll(rest, i -> values[i] - fitted[i]);
    double unit = smoother.unexplained() < NEGLIGIBLE ? 0 : Math.exp(standardised.logScale());
    return new Fit(smoother, fitted, rest, unit);
  }

  /** Whether nothing is left of any column. */
  boolean isDetermined() {
    return variable.isContinuous()
        && fits.stream().allMatch(fit -> fit.map(f -> f.unit == 0).orElse(true));
  }

  /** The observed residuals; discrete and constant columns as they are. */
  Variable residuals() {
    return residuals;
  }

  /**
   * Residuals of a variable with other errors: to the fitted values are added the residuals of
   * other rows, and the sum is fitted anew with the same penalty. Fitting shrinks and correlates
   * the errors of both as it did those that were observed (Freedman and Lane, Journal of Business
   * and Economic Statistics 1, 292, 1983).
   *
   * @param order which row's residual goes with each row
   */
  Variable redrawn(int... order) {
    return replaced(order);
  }

  private Variable replaced(int @Nullable [] order) {
    double[][] columns = new double[variable.d()][];
    for (int j = 0; j < columns.length; j++) {
      Optional<Fit> fit = fits.get(j);
      if (fit.isEmpty()) {
        columns[j] = variable.column(j);
      } else {
        columns[j] = order == null ? fit.get().residuals() : fit.get().redrawn(order);
      }
    }
    return variable.withColumns(columns);
  }

  /** The mean over continuous columns of the part of the variance that Z leaves unexplained. */
  double unexplained() {
    return fits.stream()
        .flatMap(Optional::stream)
        .mapToDouble(fit -> fit.smoother.unexplained())
        .average()
        .orElse(1);
  }

  /** How far residuals agree with those of neighbours in Z: {@link NeighbourGraph#agreement}. */
  double agreement(NeighbourGraph graph) {
    return agreementOfFits(graph, fit -> fit.rest).orElse(Double.NEGATIVE_INFINITY);
  }

  /**
   * How far residuals agree with those of neighbours in Z beyond what residuals in other orders,
   * fitted anew, do: in standard deviations of the latter. The more of its errors a fit follows,
   * the less do neighbours agree by chance. Levels are not fitted, and agree wherever they depend
   * on Z.
   *
   * @param orders at least two, each says which row's residual goes with each row
   */
  double lackOfFit(NeighbourGraph graph, List<int[]> orders) {
    double[] byChance = new double[orders.size()];
    for (int b = 0; b < byChance.length; b++) {
      EstimationInterruptedException.throwIfInterrupted("the check of the regression");
      byChance[b] = agreement(graph, orders.get(b));
    }
    double variance = Means.squaredDeviations(byChance, 0, byChance.length) / (byChance.length - 1);
    double excess = agreement(graph, null) - Means.mean(byChance);
    return variance > 0 ? excess / Math.sqrt(variance) : 0;
  }

  /** The largest over columns, in the observed order if none is given. */
  private double agreement(NeighbourGraph graph, int @Nullable [] order) {
    double agreement =
        agreementOfFits(graph, fit -> order == null ? fit.rest : fit.restOf(order))
            .orElse(Double.NEGATIVE_INFINITY);
    if (levels.length > 0) {
      int[] ordered = levels.clone();
      Arrays.setAll(ordered, i -> levels[order == null ? i : order[i]]);
      agreement = Math.max(agreement, graph.agreementOfLevels(ordered));
    }
    return agreement;
  }

  private OptionalDouble agreementOfFits(NeighbourGraph graph, Function<Fit, double[]> rest) {
    return fits.stream()
        .flatMap(Optional::stream)
        .mapToDouble(fit -> graph.agreement(rest.apply(fit)))
        .max();
  }
}
