package io.github.miscope.sweep;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimatorWrapper;
import io.github.miscope.estimator.LatentEstimator;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.sample.Samples;
import java.util.Objects;

/**
 * An estimator to which a sweep gives the {@linkplain io.github.miscope.task.Task#latent() latent
 * variables} of its task, of the same draws that other estimators see embedded in many columns:
 * what compression can reach at best. Outside a sweep it is the estimator inside. Source: Butakov
 * et al. 2024, arXiv:2305.08013, Algorithm 1 and Figure 2.
 *
 * @param base the estimator
 */
public record OnLatent(MutualInformationEstimator base)
    implements EstimatorWrapper, LatentEstimator {

  /**
   * Refuses null.
   *
   * @param base the estimator
   */
  public OnLatent {
    Objects.requireNonNull(base, "base");
  }

  @Override
  public Estimate estimate(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    return base.estimate(samples).labelled(toString());
  }

  @Override
  public OnLatent withBase(MutualInformationEstimator base) {
    return new OnLatent(base);
  }

  @Override
  public String toString() {
    return base + " on latent variables";
  }
}
