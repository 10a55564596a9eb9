package io.github.miscope.inference;

import io.github.miscope.internal.linear.LinearSmoother;
import io.github.miscope.internal.linear.SmoothRegression;
import io.github.miscope.internal.linear.Standardised;
import io.github.miscope.sample.ColumnKind;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** The residuals of a column that has the fitted values and residuals of other rows. */
    double[] redrawn(int... order) {
      double[] drawn = fitted.clone();
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] += rest[order[i]];
      }
      return inUnits(smoother.residuals(drawn));
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

  private final Variable residuals;

  private ResidualVariable(Variable variable, List<Optional<Fit>> fits) {
    this.variable = variable;
    this.fits = fits;
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

  /** How far, in standard deviations, residuals agree with those of neighbours in Z, at most. */
  double lackOfFit(NeighbourGraph graph) {
    return fits.stream()
        .flatMap(Optional::stream)
        .mapToDouble(fit -> graph.agreement(fit.rest))
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }
}
