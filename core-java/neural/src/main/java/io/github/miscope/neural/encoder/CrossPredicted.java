package io.github.miscope.neural.encoder;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.neural.internal.RowOrder;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * An estimator of cross-predictive codes, cross-fitted: the observations are divided into halves at
 * random, codes that one half has taught are estimated on the other, and the two estimates are
 * averaged. By the data-processing inequality codes of observations that did not choose them share
 * at most what X and Y do.
 *
 * <p>The codes of the halves are functions of their own and do not mix: pooled, they would show in
 * X's codes as in Y's to which half an observation belongs, which looks like information.
 *
 * <p>Both encoders are fitted anew at each estimate. Subsamples and permutations are therefore
 * treated as the sample itself, and p-values are exact.
 *
 * @param base the estimator of the codes
 * @param encoder the encoder of X and Y
 */
public record CrossPredicted(MutualInformationEstimator base, CrossPredictive encoder)
    implements MutualInformationEstimator {

  private static final int LEAST = 20;

  /**
   * An estimator of cross-predictive codes.
   *
   * @param base the estimator of the codes
   * @param encoder the encoder of X and Y
   */
  public CrossPredicted {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(encoder, "encoder");
  }

  /**
   * An estimator of cross-predictive codes.
   *
   * @param base the estimator of the codes
   * @param latentDimension the number of codes of X, and of Y
   * @return the composed estimator
   * @throws IllegalArgumentException if there is no code
   */
  public static CrossPredicted of(MutualInformationEstimator base, int latentDimension) {
    return new CrossPredicted(base, CrossPredictive.to(latentDimension));
  }

  /**
   * The mean of the estimates of both halves.
   *
   * @param samples at least 20 observations
   * @return the estimate in nats
   * @throws IllegalArgumentException if there are fewer, a variable is discrete or training
   *     diverges
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  @Override
  public Estimate estimate(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    int n = samples.n();
    if (n < LEAST) {
      throw new IllegalArgumentException(
          this + " needs at least " + LEAST + " observations: n=" + n);
    }
    Samples sorted = RowOrder.sorted(samples);
    int[] order = PermutationSampler.natural(n);
    Seed seed = encoder.training().seed();
    PermutationSampler.shuffle(seed.derive("halves").generator(), order);
    Samples first = sorted.rows(Arrays.copyOf(order, n / 2));
    Samples second = sorted.rows(Arrays.copyOfRange(order, n / 2, n));
    Estimate ofSecond = estimate(first, second, seed.derive("half", 0));
    Estimate ofFirst = estimate(second, first, seed.derive("half", 1));
    double nats = (ofFirst.nats() * first.n() + ofSecond.nats() * second.n()) / n;
    List<Warning> warnings = new ArrayList<>(Warning.ofConstantColumns(samples.x(), samples.y()));
    for (Estimate half : List.of(ofFirst, ofSecond)) {
      for (Warning warning : half.warnings()) {
        // Constant columns are those of the variables, not of their codes.
        if (!(warning instanceof DataWarning.ConstantColumn) && !warnings.contains(warning)) {
          warnings.add(warning);
        }
      }
    }
    return new Estimate(nats, toString(), n, samples.x().d(), samples.y().d(), Map.of(), warnings)
        .withFinding(new Finding.Codes(encoder.latentDimension(), "cross-prediction"));
  }

  private Estimate estimate(Samples learnt, Samples others, Seed seed) {
    try {
      return base.estimate(encoder.withSeed(seed).fit(learnt).apply(others));
    } catch (CancellationException e) {
      throw EstimationInterruptedException.of(e);
    }
  }

  @Override
  public String toString() {
    return base + " on " + encoder;
  }
}
