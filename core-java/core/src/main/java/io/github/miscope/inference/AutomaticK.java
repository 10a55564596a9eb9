package io.github.miscope.inference;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.sample.Samples;
import java.util.Objects;

/**
 * An estimator with the k that {@link DriftTable#chooseK()} chooses for the data at hand: the
 * smallest error among those without drift (Holmes and Nemenman 2019). The estimate tells k, and
 * warns if every k drifts.
 *
 * <p>Each estimate costs about 60, with the default study. Intervals and p-values repeat the choice
 * with every part and permutation; to spare that, take {@link #chosen}.
 *
 * @param base an estimator with a k
 * @param drift how k is studied
 */
public record AutomaticK(MutualInformationEstimator base, Drift drift)
    implements MutualInformationEstimator {

  /**
   * Refuses null.
   *
   * @param base an estimator with a k
   * @param drift how k is studied
   */
  public AutomaticK {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(drift, "drift");
  }

  /**
   * An estimator that chooses among the k of {@link Drift#standard()}.
   *
   * @param base an estimator with a k
   * @return the estimator
   */
  public static AutomaticK of(MutualInformationEstimator base) {
    Objects.requireNonNull(base, "base");
    return new AutomaticK(base, Drift.standard());
  }

  /**
   * The estimator with the k that suits the data.
   *
   * @param samples the observations
   * @return the estimator inside, with another k
   * @throws IllegalArgumentException as {@link Drift#table}
   */
  public MutualInformationEstimator chosen(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    return NearestNeighbours.withK(base, drift.table(base, samples).chooseK());
  }

  @Override
  public Estimate estimate(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    DriftTest test = drift.table(base, samples).chosen();
    Estimate estimate =
        NearestNeighbours.withK(base, test.k()).estimate(samples).labelled(toString());
    return test.drifts() ? estimate.withWarning(test.warning()) : estimate;
  }

  @Override
  public boolean suitsRanks() {
    return base.suitsRanks();
  }

  @Override
  public String toString() {
    return base + ", k by drift";
  }
}
