package io.github.miscope.estimator.discrete;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Warning;
import java.util.List;
import java.util.Optional;

/** Sums over observations. */
final class Shares {

  /** A larger part of observations that are alone in their level is warned about. */
  private static final double MANY = 0.2;

  private Shares() {}

  static Optional<Warning> unseen(String variable, LevelCounts levels) {
    return levels.singletons() > MANY * levels.n()
        ? Optional.of(
            new DataWarning.UnseenLevels(
                variable, levels.levels(), levels.singletons(), levels.n()))
        : Optional.empty();
  }

  /** Constant columns, and levels of the joint variable that were hardly seen. */
  static List<Warning> with(List<Warning> warnings, String variable, LevelCounts levels) {
    unseen(variable, levels).ifPresent(warnings::add);
    return warnings;
  }
}
