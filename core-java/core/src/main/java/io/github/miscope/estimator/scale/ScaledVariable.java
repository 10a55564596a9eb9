package io.github.miscope.estimator.scale;

import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.util.function.Function;

/**
 * A variable under a scaling, prepared by the estimator inside.
 *
 * @param original the variable before the scaling
 * @param scaling the scaling
 * @param scaled the variable after it
 * @param prepare the estimator's preparation, for the place of the variable
 * @param prepared what it gave
 */
record ScaledVariable(
    Variable original,
    Scaling scaling,
    Variable scaled,
    Function<Variable, PreparedVariable> prepare,
    PreparedVariable prepared)
    implements PreparedVariable {

  static ScaledVariable of(
      Variable original, Scaling scaling, Function<Variable, PreparedVariable> prepare) {
    Variable scaled = Rescaled.by(scaling, original);
    return new ScaledVariable(original, scaling, scaled, prepare, prepare.apply(scaled));
  }

  @Override
  public ScaledVariable permuted(int... rows) {
    Variable moved = original.rows(rows);
    Variable expected = scaled.rows(rows);
    Variable rescaled = Rescaled.by(scaling, moved);
    // Sums in another order may make another scale, by a rounding.
    PreparedVariable other =
        rescaled.equals(expected) ? prepared.permuted(rows) : prepare.apply(rescaled);
    return new ScaledVariable(moved, scaling, rescaled, prepare, other);
  }
}
