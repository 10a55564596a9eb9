package io.github.miscope.estimator.entropy;

import io.github.miscope.estimator.PointwiseEntropyEstimate;
import io.github.miscope.estimator.PointwiseEntropyEstimator;
import io.github.miscope.estimator.internal.entropy.Contributions;
import io.github.miscope.estimator.internal.entropy.DifferentialEntropy;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.internal.linear.Cholesky;
import io.github.miscope.internal.linear.LedoitWolf;
import io.github.miscope.internal.linear.Standardised;
import io.github.miscope.internal.linear.Wishart;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.internal.parallel.Blocks;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;

/**
 * The entropy of the Gaussian with the covariance S of the data: h = (1/2) log det(2 pi e S), S
 * with n - 1. The data's own entropy is at most that of the Gaussian.
 *
 * <p>log det S is too small by a known amount on average (Misra, Singh and Demchuk, Journal of
 * Multivariate Analysis 92, 324, 2005: sum over i = 1..d of psi((n - i)/2) - log((n - 1)/2));
 * corrected, the estimate is unbiased on Gaussian data. With {@link Shrinkage#LEDOIT_WOLF} the
 * determinant is that of the shrunk matrix, and not corrected.
 *
 * <p>The entropy of a singular covariance is minus infinity: n &le; d, or a column that is a linear
 * function of others, is refused unless shrunk. A constant column is refused always. Ties do no
 * harm. An observation contributes h + (q_i - mean q)/2, q_i its squared Mahalanobis norm; the
 * variance of that gives the standard error, whether or not the data are Gaussian.
 *
 * @param biasCorrected whether the bias is taken out; true by default
 * @param shrinkage whether the covariance is pulled towards its diagonal
 */
public record GaussianEntropy(boolean biasCorrected, Shrinkage shrinkage)
    implements PointwiseEntropyEstimator {

  private static final double LOG_2_PI_E = Math.log(2 * Math.PI) + 1;

  /**
   * Refuses null.
   *
   * @param biasCorrected whether the bias is taken out; true by default
   * @param shrinkage whether the covariance is pulled towards its diagonal
   */
  public GaussianEntropy {
    Objects.requireNonNull(shrinkage, "shrinkage");
  }

  /**
   * Bias-corrected, not shrunk.
   *
   * @return the estimator
   */
  public static GaussianEntropy withDefaults() {
    return new GaussianEntropy(true, Shrinkage.NONE);
  }

  /**
   * The same estimator with or without the correction of bias.
   *
   * @param corrected whether the bias is taken out
   * @return a changed copy
   */
  public GaussianEntropy withBiasCorrected(boolean corrected) {
    return new GaussianEntropy(corrected, shrinkage);
  }

  /**
   * The same estimator with other shrinkage.
   *
   * @param shrinkage whether the covariance is pulled towards its diagonal
   * @return a changed copy
   */
  public GaussianEntropy withShrinkage(Shrinkage shrinkage) {
    return new GaussianEntropy(biasCorrected, shrinkage);
  }

  @Override
  public PointwiseEntropyEstimate estimatePointwise(Variable variable) {
    Objects.requireNonNull(variable, "variable");
    variable.requireContinuous(toString());
    if (shrinkage == Shrinkage.NONE && variable.n() <= variable.d()) {
      throw new IllegalArgumentException(
          "n must be > d for a regular covariance of "
              + variable.name()
              + ": n="
              + variable.n()
              + ", d="
              + variable.d()
              + " (or shrink it)");
    }
    return DifferentialEntropy.estimateByColumn(
        variable,
        toString(),
        Ties.strict(),
        List.of(),
        columns -> contributions(columns, variable.columnNames()));
  }

  private Contributions contributions(double[][] columns, List<String> names)
      throws InterruptedException {
    int d = columns.length;
    int n = columns[0].length;
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    Standardised standardised = Standardised.unbiased(columns);
    DMatrixRMaj correlations = standardised.correlations();
    double bias = 0;
    if (shrinkage == Shrinkage.LEDOIT_WOLF) {
      double lambda = LedoitWolf.intensity(standardised, correlations);
      LedoitWolf.shrink(correlations, lambda);
      diagnostics.put("shrinkage", lambda);
    } else if (biasCorrected) {
      bias = Wishart.logDeterminantBias(n, d);
    }
    Cholesky cholesky = Cholesky.of(correlations);
    if (cholesky.dependentColumn() >= 0) {
      throw new IllegalArgumentException(
          "the covariance is singular, and the entropy minus infinity: "
              + names.get(cholesky.dependentColumn())
              + " is a linear function of the columns before it; leave it out, or shrink");
    }
    double nats =
        0.5 * (d * LOG_2_PI_E + cholesky.logDeterminant() - bias) + standardised.logScale();
    double[] contributions = new double[n];
    Blocks.run(
        n,
        Math.max(1, (1 << 20) / (d * d)),
        () -> {
          double[] buffer = new double[d];
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              contributions[i] = cholesky.squaredNorm(standardised.columns(), i, buffer);
            }
          };
        });
    double mean = Means.mean(contributions);
    for (int i = 0; i < n; i++) {
      contributions[i] = nats + 0.5 * (contributions[i] - mean);
    }
    return new Contributions(contributions, diagnostics);
  }

  @Override
  public String toString() {
    List<String> options = new ArrayList<>();
    if (!biasCorrected) {
      options.add("plug-in");
    }
    if (shrinkage != Shrinkage.NONE) {
      options.add(shrinkage.toString());
    }
    return EntropyLabels.label("Gauss", options);
  }
}
