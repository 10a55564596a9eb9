package io.github.miscope.encoder;

import io.github.miscope.sample.Variable;
import java.util.OptionalDouble;

/** A fitted compression of d columns to d' codes, and back. Immutable and thread-safe. */
public interface Encoding {

  /**
   * The number of columns that it takes.
   *
   * @return d
   */
  int dimension();

  /**
   * The number of codes that it gives.
   *
   * @return d'
   */
  int latentDimension();

  /**
   * Whether the codes are the columns themselves.
   *
   * @return false unless an encoding says otherwise
   */
  default boolean isIdentity() {
    return false;
  }

  /**
   * The codes of observations.
   *
   * @param variable n observations of d columns
   * @return n observations of d' codes, under the variable's name
   * @throws IllegalArgumentException if the variable does not have d columns
   */
  Variable apply(Variable variable);

  /**
   * Restores observations from codes, approximately.
   *
   * @param codes n observations of d' codes
   * @return n observations of d columns
   * @throws IllegalArgumentException if the codes do not have d' columns
   */
  Variable decode(Variable codes);

  /**
   * The part of the variance of the sample it was fitted on that its codes explain: 1 - E||X -
   * D(E(X))||&sup2; / E||X - EX||&sup2;.
   *
   * @return at most 1; below 0 where the codes restore less than the mean does; 1 for a constant
   */
  double explainedVariance();

  /**
   * The mean squared error of a column restored, E||X - D(E(X))||&sup2; / d, on the sample it was
   * fitted on.
   *
   * @return the error in squared units of the data
   */
  double reconstructionError();

  /**
   * The most information that the codes can have lost: a bound of I(X;Y) - I(E(X);Y) that holds for
   * every Y.
   *
   * @return the bound in nats; empty where none is known
   */
  OptionalDouble lossBound();
}
