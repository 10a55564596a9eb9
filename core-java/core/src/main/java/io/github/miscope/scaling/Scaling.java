package io.github.miscope.scaling;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Objects;

/**
 * A rescaling of one variable, fitted on the sample that it scales.
 *
 * <p>The linear ones, but for the whitening, do not centre: nearest-neighbour estimators depend on
 * distances only. They leave a column (or variable) without spread as it is. Definitions 1 to 3 of
 * "Towards Robust Scale-Invariant Mutual Information Estimators".
 */
@FunctionalInterface
public interface Scaling {

  /**
   * The rescaled variable.
   *
   * @param variable n by d observations
   * @return a variable of the same shape and names
   */
  Variable apply(Variable variable);

  /**
   * What it adds to the name of an estimator of variables that it scales, as the literature has it.
   *
   * @return for instance {@code "-Local"} or {@code "-Global-Linf"}
   */
  default String suffix() {
    return "-" + this;
  }

  /**
   * Whether the rescaled column depends on the ranks of its values alone.
   *
   * @return false unless a scaling says otherwise
   */
  default boolean isOfRanks() {
    return false;
  }

  /**
   * Leaves the variable as it is.
   *
   * @return the identity
   */
  static Scaling none() {
    return StandardScaling.NONE;
  }

  /**
   * Divides each column by its standard deviation (Definition 1).
   *
   * @return the local scaling
   */
  static Scaling local() {
    return StandardScaling.LOCAL;
  }

  /**
   * Divides the variable by sqrt(E||X - EX||&#8322;&#178;) (Definition 2): one factor for all
   * columns, which keeps their relative energies.
   *
   * @return the global L2 scaling
   */
  static Scaling globalL2() {
    return StandardScaling.GLOBAL_L2;
  }

  /**
   * Divides the variable by E||X - EX||&#8734; (Definition 3).
   *
   * @return the global Linf scaling
   */
  static Scaling globalLinf() {
    return StandardScaling.GLOBAL_LINF;
  }

  /**
   * sqrt(d) times {@link #globalL2()}, so that the columns have unit variance on average.
   *
   * @return the corrected global scaling
   */
  static Scaling corrected() {
    return StandardScaling.CORRECTED;
  }

  /**
   * Replaces each value by (rank - 1/2)/n within its column; ties share their mean rank.
   *
   * @return the rank transform
   */
  static Scaling rank() {
    return StandardScaling.RANK;
  }

  /**
   * Replaces each value by the normal quantile of its {@link #rank()}.
   *
   * @return the normal-rank transform
   */
  static Scaling normalRank() {
    return StandardScaling.NORMAL_RANK;
  }

  /**
   * Makes the columns uncorrelated, of mean 0 and variance 1, by the linear map that changes
   * standardised columns least. Estimators that depend on Euclidean distances are then the same
   * under every linear map of the variable. A column that is constant, or a linear function of
   * others, is refused.
   *
   * @return the whitening; {@link WhiteVariable#of} says what it does to volumes, and throws the
   *     same
   */
  static Scaling whitening() {
    return StandardScaling.WHITENING;
  }

  /**
   * Adds uniform noise of a given width to every value. This changes the data, visibly: it is for
   * dequantising rounded data on purpose. To break ties, estimators need no help.
   *
   * @param width width of the noise, in the units of the data: values move by at most half of it
   * @param seed the seed of the noise
   * @return the jitter
   * @throws IllegalArgumentException if the width is not positive and finite
   */
  static Scaling jitter(double width, Seed seed) {
    Objects.requireNonNull(seed, "seed");
    return new Jitter(width, seed);
  }
}
