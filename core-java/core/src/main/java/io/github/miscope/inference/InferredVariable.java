package io.github.miscope.inference;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.sample.Variable;
import java.util.function.BiFunction;

/**
 * A variable of an {@link Inference}.
 *
 * @param variable the observations
 * @param base as the estimator inside prepared it
 * @param checked for the checks of data
 * @param ranked for the check by ranks
 */
record InferredVariable(
    Variable variable, PreparedVariable base, CheckedVariable checked, RankCheck.Sides ranked)
    implements PreparedVariable {

  /**
   * A variable for an estimator inside an {@link Inference}.
   *
   * @param prepare what an estimator does with the variable in its place
   */
  static InferredVariable of(
      MutualInformationEstimator base,
      Variable variable,
      BiFunction<PreparingEstimator, Variable, PreparedVariable> prepare) {
    return new InferredVariable(
        variable,
        prepare.apply(PreparingEstimator.of(base), variable),
        new CheckedVariable(variable),
        RankCheck.Sides.of(base, variable, prepare::apply));
  }

  @Override
  public InferredVariable permuted(int... rows) {
    Variable moved = variable.rows(rows);
    return new InferredVariable(
        moved, base.permuted(rows), new CheckedVariable(moved), ranked.permuted(rows));
  }
}
