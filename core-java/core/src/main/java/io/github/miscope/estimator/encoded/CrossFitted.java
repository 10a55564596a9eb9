package io.github.miscope.estimator.encoded;

import io.github.miscope.encoder.Encoder;
import io.github.miscope.encoder.Encoding;
import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.Warning;
import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.linear.RowOrder;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Estimates from codes of observations that their encoder has not seen: the observations are cut
 * into folds, encoders are fitted to all but one of them and compress that one, and the estimate is
 * the mean over the folds, weighted by their sizes. For encoders with many parameters, whose codes
 * of what they were fitted to may differ from those of anything else.
 *
 * <p>Codes of different folds do not mean the same (a principal component has no sign, an
 * autoencoder starts at random), so that each fold is estimated by itself, from n / folds
 * observations. Observations belong to folds by their values, not by their order.
 *
 * @param compressed the estimator of the codes, with its encoders
 * @param folds the number of folds
 */
public record CrossFitted(Compressed compressed, int folds) implements MutualInformationEstimator {

  /**
   * A cross-fitted estimator.
   *
   * @param compressed the estimator of the codes, with its encoders
   * @param folds the number of folds
   * @throws IllegalArgumentException if folds &lt; 2
   */
  public CrossFitted {
    Objects.requireNonNull(compressed, "compressed");
    Check.atLeast("folds", folds, 2);
  }

  /**
   * A cross-fitted estimator.
   *
   * @param compressed the estimator of the codes, with its encoders
   * @param folds the number of folds, at least 2
   * @return the composed estimator
   */
  public static CrossFitted of(Compressed compressed, int folds) {
    return new CrossFitted(compressed, folds);
  }

  @Override
  public Estimate estimate(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    int n = samples.n();
    if (n < 2 * folds) {
      throw new IllegalArgumentException(
          "n must be >= " + (2 * folds) + " for " + folds + " folds: n=" + n);
    }
    int[] order = RowOrder.of(varying(samples.x()), varying(samples.y()), n);
    double nats = 0;
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    Set<String> amounts = Set.of();
    List<Finding> findings = new ArrayList<>();
    Set<Warning> warnings =
        new LinkedHashSet<>(Warning.ofConstantColumns(samples.x(), samples.y()));
    for (int fold = 0; fold < folds; fold++) {
      int[] own = rows(order, fold, true);
      Estimate estimate = estimate(samples, own, rows(order, fold, false));
      double weight = (double) own.length / n;
      nats += weight * estimate.nats();
      // What only some folds report is no mean over the observations.
      if (fold == 0) {
        estimate.diagnostics().forEach((name, value) -> diagnostics.put(name, weight * value));
        amounts = estimate.amounts();
        findings.addAll(estimate.findings());
      } else {
        diagnostics.keySet().retainAll(estimate.diagnostics().keySet());
        diagnostics.replaceAll(
            (name, sum) -> sum + weight * estimate.diagnostics().getOrDefault(name, Double.NaN));
      }
      // Constant columns are those of the variables, not of their folds.
      for (Warning warning : estimate.warnings()) {
        if (!(warning instanceof DataWarning.ConstantColumn)) {
          warnings.add(warning);
        }
      }
    }
    amounts = new LinkedHashSet<>(amounts);
    amounts.retainAll(diagnostics.keySet());
    return new Estimate(
        nats,
        toString(),
        n,
        samples.x().d(),
        samples.y().d(),
        diagnostics,
        amounts,
        findings,
        List.copyOf(warnings),
        Uncertainty.unknown());
  }

  private Estimate estimate(Samples samples, int[] own, int[] others) {
    Encoding x = EncodedVariable.fit(compressed.encoderX(), samples.x().rows(others));
    Encoding y = EncodedVariable.fit(compressed.encoderY(), samples.y().rows(others));
    return Compressed.of(compressed.base(), Encoder.fitted(x), Encoder.fitted(y))
        .estimate(samples.rows(own));
  }

  /** A constant column tells no rows apart, and is to change nothing. */
  private static double[][] varying(Variable variable) {
    return IntStream.range(0, variable.d())
        .filter(j -> !variable.isConstant(j))
        .mapToObj(variable::column)
        .toArray(double[][]::new);
  }

  private int[] rows(int[] order, int fold, boolean within) {
    return IntStream.range(0, order.length)
        .filter(i -> (i % folds == fold) == within)
        .map(i -> order[i])
        .sorted()
        .toArray();
  }

  @Override
  public String toString() {
    return compressed + ", cross-fitted in " + folds + " folds";
  }
}
