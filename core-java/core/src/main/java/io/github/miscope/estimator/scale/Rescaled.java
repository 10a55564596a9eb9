package io.github.miscope.estimator.scale;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.util.concurrent.CancellationException;

/** A variable under a scaling, as a step of an estimate. */
final class Rescaled {

  private Rescaled() {}

  /** The rescaled copy; an interrupt of the scaling is one of the estimate. */
  static Variable by(Scaling scaling, Variable variable) {
    try {
      return scaling.apply(variable);
    } catch (CancellationException e) {
      throw EstimationInterruptedException.of(e);
    }
  }
}
