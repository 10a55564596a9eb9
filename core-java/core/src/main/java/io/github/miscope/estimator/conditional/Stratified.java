package io.github.miscope.estimator.conditional;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.internal.strata.Strata;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * I(X;Y|Z) for a discrete Z: sum over its levels of p(z) I(X;Y|Z=z), by any estimator of mutual
 * information, p(z) the frequency of z. Several columns of Z are taken jointly.
 *
 * <p>Levels with fewer rows than {@code smallestLevel} are left out, and the others weighted by
 * their rows; a {@link io.github.miscope.estimator.DataWarning.RareLevels RareLevels} warning names
 * them. If they have more than half of the rows, the sample is refused.
 *
 * @param base the estimator of I(X;Y|Z=z)
 * @param smallestLevel how many rows a level needs, at least 2; 10 by default
 */
public record Stratified(MutualInformationEstimator base, int smallestLevel)
    implements ConditionalMutualInformationEstimator {

  private static final int SMALLEST_LEVEL = 10;

  /**
   * An estimator within levels of Z.
   *
   * @param base the estimator of I(X;Y|Z=z)
   * @param smallestLevel how many rows a level needs
   * @throws IllegalArgumentException if smallestLevel &lt; 2
   */
  public Stratified {
    Objects.requireNonNull(base, "base");
    if (smallestLevel < 2) {
      throw new IllegalArgumentException("smallestLevel must be >= 2: " + smallestLevel);
    }
  }

  /**
   * With levels of at least 10 rows.
   *
   * @param base the estimator of I(X;Y|Z=z)
   * @return the estimator
   */
  public static Stratified of(MutualInformationEstimator base) {
    Objects.requireNonNull(base, "base");
    return new Stratified(base, SMALLEST_LEVEL);
  }

  /**
   * The same with another smallest level.
   *
   * @param rows how many rows a level needs
   * @return a changed copy
   * @throws IllegalArgumentException if rows &lt; 2
   */
  public Stratified withSmallestLevel(int rows) {
    return new Stratified(base, rows);
  }

  /**
   * Estimates I(X;Y|Z).
   *
   * @param samples n observations, all columns of Z discrete
   * @return the estimate, with the number of {@code strata} used
   * @throws IllegalArgumentException if a column of Z is continuous, if levels with enough rows
   *     have less than half of all rows, or if the estimator refuses a level
   */
  @Override
  public Estimate estimate(ConditionalSamples samples) {
    Objects.requireNonNull(samples, "samples");
    samples.z().requireDiscrete(toString());
    Samples pairs = samples.pairs();
    Strata.Mean mean =
        Strata.of(samples.z())
            .mean(toString(), smallestLevel, rows -> base.estimate(pairs.rows(rows)));
    List<Warning> warnings = new ArrayList<>(Conditionals.constantColumns(samples));
    warnings.addAll(mean.warnings());
    return Conditionals.estimate(
        mean.nats(),
        toString(),
        samples,
        Map.of("strata", (double) mean.strata()),
        List.of(),
        warnings);
  }

  @Override
  public String toString() {
    return smallestLevel == SMALLEST_LEVEL
        ? "Stratified(" + base + ")"
        : "Stratified(" + base + ", levels of " + smallestLevel + " rows)";
  }
}
