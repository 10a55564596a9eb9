package io.github.miscope.inference;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Warning;
import io.github.miscope.inference.Columns.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Looks for a column of Y that is a function of X, or nearly so, and the other way round. What
 * chance alone shows in independent columns more often than once in a thousand tables is not
 * reported: a few points lie near some curve, and a few levels agree, whatever they are.
 */
final class DeterminismCheck {

  private static final int MAX_REPORTED = 5;

  /** More pairs of columns are not compared for curves. */
  private static final int MAX_PAIRS = 400;

  /**
   * A curve is taken for a function if 1 - xi, xi being Chatterjee's coefficient, is less than this
   * over n. A monotone function has 3/(n + 1), one turn makes it 6/n. Two Gaussians reach 8/n only
   * with more than log n - 2 nats, about what n observations can certify at all.
   */
  private static final double MAX_UNEXPLAINED = 8;

  /**
   * Of fewer than about 50 rows, 8/n is too much: for two Gaussians with rho = 0.9, 1 - xi is 0.37,
   * and 8/n is 0.4 at n = 20. Rows that few are a curve if 1 - xi is below this, or if they are in
   * order without exception.
   */
  private static final double MAX_OF_FEW = 0.15;

  /** The probability of a false alarm from independent columns, over all pairs of columns. */
  private static final double FALSE_ALARMS = 0.001;

  private DeterminismCheck() {}

  static List<Warning> of(List<Column> x, List<Column> y) {
    List<Warning> copies = copies(x, y);
    if (!copies.isEmpty()) {
      return copies;
    }
    Optional<Warning> found =
        curve(x, y).or(() -> curve(y, x)).or(() -> LinearDependence.between(x, y));
    return found.map(List::of).orElseGet(List::of);
  }

  private static List<Warning> copies(List<Column> xs, List<Column> ys) {
    List<Warning> warnings = new ArrayList<>();
    for (Column x : xs) {
      for (Column y : ys) {
        if (warnings.size() < MAX_REPORTED
            && Columns.areSame(x, y)
            && xs.size() * ys.size() * x.chanceOfCopy() < FALSE_ALARMS) {
          warnings.add(copy(x, y));
        }
      }
    }
    return warnings;
  }

  private static Warning copy(Column x, Column y) {
    String what = y.name() + " is a copy of " + x.name() + " up to shift and scale";
    return x.isMostlyTied()
        ? new DataWarning.CopyOfLevels(what, x.name(), x.distinct())
        : new DataWarning.NearDeterministic(what);
  }

  private static Optional<Warning> curve(List<Column> from, List<Column> to) {
    int pairs = from.size() * to.size();
    if (pairs > MAX_PAIRS) {
      return Optional.empty();
    }
    for (Column x : from) {
      // Rounded columns have finite entropy: a function between them is no singularity.
      if (x.isMostlyTied()) {
        continue;
      }
      for (Column y : to) {
        if (!y.isMostlyTied() && isCurve(x, y, pairs)) {
          return Optional.of(
              new DataWarning.NearDeterministic(
                  y.name() + " is a function of " + x.name() + ", or nearly so"));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether y is a curve over x. By chance n independent rows are in order, up or down, with a
   * probability of 2/n!, more with ties; up to n = 20 nothing less is a curve, and from there on
   * chance makes none.
   */
  static boolean isCurve(Column x, Column y, int pairs) {
    int n = y.unit().length;
    double inOrder = 3.0 / (n + 1);
    double most = Math.max(inOrder * (1 + 1e-9), Math.min(MAX_UNEXPLAINED / n, MAX_OF_FEW));
    // A little more than enough, for rounding.
    double mostJumps = most * ((double) n * n - 1) / 3 * (1 + 1e-9);
    if (CurveScreen.jumpsExceed(x, y, mostJumps) || !(unexplained(x, y) <= most)) {
      return false;
    }
    double logOrders = LogGamma.value(n + 1.0) - x.logTies() - y.logTies();
    return pairs * 2 * Math.exp(-logOrders) < FALSE_ALARMS;
  }

  /** 1 - xi: 3 sum |r(i+1) - r(i)| / (n^2 - 1), y's ranks in order of x (Chatterjee 2021). */
  static double unexplained(Column x, Column y) {
    int[] order = x.order();
    double[] ranks = y.ranks();
    double n = order.length;
    double sum = 0;
    for (int i = 1; i < order.length; i++) {
      sum += Math.abs(ranks[order[i]] - ranks[order[i - 1]]);
    }
    return 3 * sum / (n * n - 1);
  }
}
