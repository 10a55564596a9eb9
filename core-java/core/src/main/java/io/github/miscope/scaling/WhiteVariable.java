package io.github.miscope.scaling;

import io.github.miscope.internal.linear.Whitening;
import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.sample.Variable;
import java.util.Objects;

/**
 * A variable under {@link Scaling#whitening()}, and what that did to volumes: h(X) is the entropy
 * of the white variable plus {@code logVolume}.
 *
 * @param variable of mean 0, its columns uncorrelated and of variance 1 (with n, as the local
 *     scaling)
 * @param logVolume log |det A| of the linear map A from the white variable back, in nats: half the
 *     log determinant of the covariance
 */
public record WhiteVariable(Variable variable, double logVolume) {

  /**
   * Refuses null.
   *
   * @param variable the white variable
   * @param logVolume log |det A| of the linear map A from it back
   */
  public WhiteVariable {
    Objects.requireNonNull(variable, "variable");
  }

  /**
   * Whitens a variable.
   *
   * @param variable n observations of d columns
   * @return its columns less their means, times the symmetric inverse root of their covariance
   *     after each is divided by its standard deviation (Kessy, Lewin and Strimmer 2018,
   *     doi:10.1080/00031305.2016.1277159, "ZCA-cor")
   * @throws IllegalArgumentException if a column is discrete, constant, or a linear function of
   *     others, which it is whenever n &le; d
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
   */
  public static WhiteVariable of(Variable variable) {
    Objects.requireNonNull(variable, "variable");
    variable.requireContinuous("whitening");
    int d = variable.d();
    if (variable.n() <= d) {
      throw new IllegalArgumentException(
          "n must be > d to whiten "
              + variable.name()
              + ": n="
              + variable.n()
              + ", d="
              + d
              + " (or compress it first)");
    }
    for (int j = 0; j < d; j++) {
      if (variable.isConstant(j)) {
        throw new IllegalArgumentException(
            variable.columnNames().get(j)
                + " is constant, and cannot be whitened: leave the column out");
      }
    }
    Whitening whitening;
    try {
      whitening = Whitening.of(variable.columns());
    } catch (InterruptedException e) {
      throw Interrupts.cancelled("whitening", e);
    }
    if (whitening.dependentColumn() >= 0) {
      throw new IllegalArgumentException(
          variable.columnNames().get(whitening.dependentColumn())
              + " is a linear function of the columns before it, and "
              + variable.name()
              + " cannot be whitened: leave the column out, or compress the variable first");
    }
    return new WhiteVariable(variable.withColumns(whitening.columns()), whitening.logVolume());
  }
}
