package io.github.miscope.estimator.conditional;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.internal.subspace.Neighbourhoods;
import io.github.miscope.estimator.internal.subspace.SubspacePart;
import io.github.miscope.estimator.internal.ties.TieBreaking;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.internal.neighbour.kernel.KernelChoice;
import io.github.miscope.sample.ConditionalSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The nearest-neighbour estimator of I(X;Y|Z) for continuous variables (Frenzel and Pompe, Partial
 * mutual information for coupling analysis of multivariate time series, Physical Review Letters 99,
 * 204101, 2007): psi(k) + mean(psi(nz + 1) - psi(nxz + 1) - psi(nyz + 1)), the counts being of the
 * points strictly nearer, in Z, (X, Z) and (Y, Z), than the k-th neighbour in (X, Y, Z), all in the
 * max norm. With a constant Z it is KSG1.
 *
 * <p>All columns share one distance, so that units matter: compose it with a scaling ({@link
 * io.github.miscope.estimator.scale.ScaledConditional}), best {@link
 * io.github.miscope.scaling.Scaling#normalRank()}.
 *
 * @param k number of neighbours, at least 1 and less than n; 3 by default
 * @param ties treatment of equal values
 */
public record ConditionalKsg(int k, Ties ties) implements ConditionalMutualInformationEstimator {

  private static final int DEFAULT_K = 3;

  /**
   * An estimator of I(X;Y|Z).
   *
   * @param k number of neighbours
   * @param ties treatment of equal values
   * @throws IllegalArgumentException if k &lt; 1
   */
  public ConditionalKsg {
    Objects.requireNonNull(ties, "ties");
    Neighbourhoods.requirePositive(k);
  }

  /**
   * With k = 3, ties broken.
   *
   * @return the estimator
   */
  public static ConditionalKsg withDefaults() {
    return new ConditionalKsg(DEFAULT_K, Ties.broken());
  }

  /**
   * The same estimator with another number of neighbours.
   *
   * @param newK number of neighbours, at least 1
   * @return a changed copy
   * @throws IllegalArgumentException if k &lt; 1
   */
  public ConditionalKsg withK(int newK) {
    return new ConditionalKsg(newK, ties);
  }

  /**
   * The same estimator with another treatment of ties.
   *
   * @param ties the treatment
   * @return a changed copy
   */
  public ConditionalKsg withTies(Ties ties) {
    return new ConditionalKsg(k, ties);
  }

  /**
   * Estimates I(X;Y|Z).
   *
   * @param samples n observations, all columns continuous
   * @return the estimate
   * @throws IllegalArgumentException if a column is discrete or k &ge; n
   */
  @Override
  public Estimate estimate(ConditionalSamples samples) {
    Objects.requireNonNull(samples, "samples");
    Conditionals.requireContinuous(samples, toString());
    int n = samples.n();
    Neighbourhoods.requireFewerThanPoints(k, n);
    List<Warning> warnings = new ArrayList<>(Conditionals.constantColumns(samples));
    double nats = 0;
    EstimateWarning.FewPointsGiven.of(k, samples).ifPresent(warnings::add);
    if (!samples.x().isConstant() && !samples.y().isConstant()) {
      TieBreaking.Result result =
          TieBreaking.average(
              ties.replicates(),
              ties.seed(),
              List.of(samples.x(), samples.y(), samples.z()),
              columns -> shares(n, columns));
      nats = result.nats();
      warnings.addAll(result.warnings());
    }
    return Conditionals.estimate(
        nats,
        toString(),
        samples,
        Map.of("k", (double) k),
        List.of(new Finding.Search(KernelChoice.describe())),
        warnings);
  }

  private double[] shares(int n, double[][][] columns) {
    double[] psi = Neighbourhoods.digammas(n);
    return Neighbourhoods.shares(
        toString(),
        SubspacePart.ofColumns(columns[0]),
        SubspacePart.ofColumns(columns[1]),
        SubspacePart.ofColumns(columns[2]),
        n,
        k,
        false,
        (i, eps, xyz, xz, yz, z) -> psi[k] + psi[z + 1] - (psi[xz + 1] + psi[yz + 1]));
  }

  @Override
  public String toString() {
    List<String> options = new ArrayList<>();
    if (k != DEFAULT_K) {
      options.add("k=" + k);
    }
    if (!ties.equals(Ties.broken())) {
      options.add("ties " + ties);
    }
    return options.isEmpty()
        ? "Conditional-KSG"
        : "Conditional-KSG(" + String.join(", ", options) + ")";
  }
}
