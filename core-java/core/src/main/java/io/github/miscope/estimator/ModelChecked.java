package io.github.miscope.estimator;

import io.github.miscope.sample.Samples;
import java.util.Optional;

/**
 * An estimator that may rest on a model of the data, and can tell whether they fit it. Where they
 * do not, the estimate has a bias that does not show as a drift with n: it is wrong for any n.
 */
public interface ModelChecked extends MutualInformationEstimator {

  /**
   * Whether the data fail to fit the model that an estimate rests on.
   *
   * @param samples the samples
   * @param estimate this estimator's estimate of them
   * @return why the estimate does not tend to the mutual information, as the end of a sentence that
   *     begins with "since"; empty if nothing is known against it
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  Optional<String> misfit(Samples samples, Estimate estimate);
}
