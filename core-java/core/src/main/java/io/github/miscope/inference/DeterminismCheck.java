package io.github.miscope.inference;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Warning;
import io.github.miscope.inference.Columns.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for a column of Y that is a function of X, or nearly so, and the other way round. */
final class DeterminismCheck {

  private static final int MOST_REPORTED = 5;

  /** More pairs of columns are not compared for curves. */
  private static final int MOST_PAIRS = 400;

  /**
   * A curve is taken for a function if 1 - xi, xi being Chatterjee's coefficient, is less than this
   * over n. A monotone function has 3/(n + 1), one turn makes it 6/n. Two Gaussians reach 8/n only
   * with more than log n - 2 nats, about what n observations can certify at all.
   */
  private static final double MOST_UNEXPLAINED = 8;

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
        if (warnings.size() < MOST_REPORTED && Columns.areSame(x, y)) {
          warnings.add(
              new DataWarning.NearDeterministic(
                  y.name() + " is a copy of " + x.name() + " up to shift and scale"));
        }
      }
    }
    return warnings;
  }

  private static Optional<Warning> curve(List<Column> from, List<Column> to) {
    if (from.size() * to.size() > MOST_PAIRS) {
      return Optional.empty();
    }
    for (Column x : from) {
      // Rounded columns have finite entropy: a function between them is no singularity.
      if (x.isMostlyTied()) {
        continue;
      }
      for (Column y : to) {
        if (!y.isMostlyTied()
            && unexplained(x.order(), y.ranks()) < MOST_UNEXPLAINED / y.ranks().length) {
          return Optional.of(
              new DataWarning.NearDeterministic(
                  y.name() + " is a function of " + x.name() + ", or nearly so"));
        }
      }
    }
    return Optional.empty();
  }

  /** 1 - xi: 3 sum |r(i+1) - r(i)| / (n^2 - 1), y's ranks in order of x (Chatterjee 2021). */
  private static double unexplained(int[] order, double[] ranks) {
    double n = order.length;
    double sum = 0;
    for (int i = 1; i < order.length; i++) {
      sum += Math.abs(ranks[order[i]] - ranks[order[i - 1]]);
    }
    return 3 * sum / (n * n - 1);
  }
}
