package io.github.miscope.estimator;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * An estimator that can do its work on a single variable once for many estimates: each column of a
 * matrix of pairs, or X against permutations of Y.
 *
 * <p>{@code estimate(prepareX(x), prepareY(y))} is {@code estimate(new Samples(x, y))} to the bit.
 */
public interface PreparingEstimator extends MutualInformationEstimator {

  /**
   * Prepares a variable for the place of X.
   *
   * @param x n observations
   * @return the variable for use as X by this estimator
   * @throws IllegalArgumentException if the variable does not suit the estimator
   */
  PreparedVariable prepareX(Variable x);

  /**
   * Prepares a variable for the place of Y.
   *
   * @param y n observations
   * @return the variable for use as Y by this estimator
   * @throws IllegalArgumentException if the variable does not suit the estimator
   */
  PreparedVariable prepareY(Variable y);

  /**
   * Estimates I(X;Y).
   *
   * @param x what {@link #prepareX} gave, or a permutation of it
   * @param y what {@link #prepareY} gave, or a permutation of it
   * @return the estimate
   * @throws IllegalArgumentException as {@link #estimate(Samples)}, or if another estimator
   *     prepared the variables
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  Estimate estimate(PreparedVariable x, PreparedVariable y);

  /**
   * The estimate, unless it is found to be below a number first. A permutation test asks no more of
   * most of its draws, and some estimators can tell sooner.
   *
   * @param x as for {@link #estimate(PreparedVariable, PreparedVariable)}
   * @param y as well
   * @param least a number of nats
   * @return the estimate in nats; empty only if it is below {@code least}
   * @throws IllegalArgumentException as {@link #estimate(PreparedVariable, PreparedVariable)}
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  default OptionalDouble natsFrom(PreparedVariable x, PreparedVariable y, double least) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    return OptionalDouble.of(estimate(x, y).nats());
  }

  @Override
  default Estimate estimate(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    return estimate(prepareX(samples.x()), prepareY(samples.y()));
  }

  /**
   * Any estimator as one that prepares variables; if it cannot, nothing is prepared.
   *
   * @param estimator the estimator
   * @return itself if it prepares variables, else one that gives the same estimates
   */
  static PreparingEstimator of(MutualInformationEstimator estimator) {
    Objects.requireNonNull(estimator, "estimator");
    return estimator
        .capability(PreparingEstimator.class)
        .orElseGet(() -> new Unprepared(estimator));
  }

  /**
   * A prepared variable as what an estimator makes of variables.
   *
   * @param <T> what the estimator makes
   * @param estimator the estimator
   * @param type what it makes
   * @param variable the prepared variable
   * @return the same
   * @throws IllegalArgumentException if it is something else
   */
  static <T extends PreparedVariable> T own(
      MutualInformationEstimator estimator, Class<T> type, PreparedVariable variable) {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(variable, "variable");
    if (type.isInstance(variable)) {
      return type.cast(variable);
    }
    throw new IllegalArgumentException(
        "variables must be prepared by the estimator that uses them: " + estimator);
  }
}
