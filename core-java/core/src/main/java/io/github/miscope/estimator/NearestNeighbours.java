package io.github.miscope.estimator;

import io.github.miscope.sample.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What has a number k of nearest neighbours that a sweep may vary. */
public interface NearestNeighbours {

  /**
   * The same estimator with another number of neighbours.
   *
   * @param k number of neighbours, at least 1
   * @return a copy with that k
   * @throws IllegalArgumentException if k &lt; 1, or if the estimator inside has no k
   */
  MutualInformationEstimator withK(int k);

  /**
   * Estimates with each of several k; some estimators do so at the price of the largest.
   *
   * @param samples n paired observations
   * @param ks numbers of neighbours, each at least 1
   * @return one estimate for each k, in their order: those of {@link #withK} to the bit
   * @throws IllegalArgumentException if a k is refused, as by {@link #withK}, or the samples are
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  default List<Estimate> estimateForKs(Samples samples, int... ks) {
    Objects.requireNonNull(ks, "ks");
    Objects.requireNonNull(samples, "samples");
    return Arrays.stream(ks).mapToObj(k -> withK(k).estimate(samples)).toList();
  }

  /**
   * Estimates by an estimator that has a number of neighbours, with each of several.
   *
   * @param estimator any estimator
   * @param samples n paired observations
   * @param ks numbers of neighbours, each at least 1
   * @return one estimate for each k, in their order
   * @throws IllegalArgumentException if the estimator has no k, or as {@link #estimateForKs}
   */
  static List<Estimate> estimateForKs(
      MutualInformationEstimator estimator, Samples samples, int... ks) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(samples, "samples");
    Objects.requireNonNull(ks, "ks");
    return of(estimator, ks.length == 0 ? 1 : ks[0]).estimateForKs(samples, ks);
  }

  /**
   * Sets the number of neighbours of an estimator that has one.
   *
   * @param estimator any estimator
   * @param k number of neighbours, at least 1
   * @return a copy with that k
   * @throws IllegalArgumentException if k &lt; 1, or if the estimator has no k
   */
  static MutualInformationEstimator withK(MutualInformationEstimator estimator, int k) {
    Objects.requireNonNull(estimator, "estimator");
    return of(estimator, k).withK(k);
  }

  private static NearestNeighbours of(MutualInformationEstimator estimator, int k) {
    return estimator
        .capability(NearestNeighbours.class)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    estimator + " has no number of neighbours k to set to " + k));
  }
}
