package io.github.miscope.inference;

import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.sample.Variable;

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

  @Override
  public InferredVariable permuted(int... rows) {
    Variable moved = variable.rows(rows);
    return new InferredVariable(
        moved, base.permuted(rows), new CheckedVariable(moved), ranked.permuted(rows));
  }
}
