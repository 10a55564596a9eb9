package io.github.miscope.estimator.density;

import io.github.miscope.internal.check.Check;
import java.util.Locale;

/** How wide a kernel is, in standard deviations of each column. */
public sealed interface Bandwidth {

  /**
   * The bandwidth of greatest leave-one-out likelihood: it maximises the mean of log rho_-i(x_i)
   * (Butakov et al. 2024, E.1.1, equation 10). Sensitive to outliers, which widen it.
   *
   * @return the choice
   */
  static Bandwidth maximumLikelihood() {
    return new MaximumLikelihood();
  }

  /**
   * The bandwidth of least integrated squared error by cross-validation: it minimises the integral
   * of rho^2 minus (2/n) times the sum of rho_-i(x_i) (Turlach 1993; Butakov et al. 2024, E.1.2).
   *
   * @return the choice
   */
  static Bandwidth leastSquares() {
    return new LeastSquares();
  }

  /**
   * A bandwidth of the user's choice.
   *
   * @param value the standard deviation of the kernel over that of each column
   * @return the choice
   * @throws IllegalArgumentException if it is not positive and finite
   */
  static Bandwidth fixed(double value) {
    return new Fixed(value);
  }

  /** See {@link Bandwidth#maximumLikelihood()}. */
  record MaximumLikelihood() implements Bandwidth {
    @Override
    public String toString() {
      return "maximum likelihood";
    }
  }

  /** See {@link Bandwidth#leastSquares()}. */
  record LeastSquares() implements Bandwidth {
    @Override
    public String toString() {
      return "least squares";
    }
  }

  /**
   * See {@link Bandwidth#fixed}.
   *
   * @param value the standard deviation of the kernel over that of each column
   */
  record Fixed(double value) implements Bandwidth {

    /**
     * A bandwidth.
     *
     * @param value the standard deviation of the kernel over that of each column
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public Fixed {
      Check.positive("bandwidth", value);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "bandwidth %s", value);
    }
  }
}
