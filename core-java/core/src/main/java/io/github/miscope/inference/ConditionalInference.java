package io.github.miscope.inference;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.PValue;
import io.github.miscope.estimator.Warning;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * What {@link Inference} is, for I(X;Y|Z). Unless told otherwise, the null hypothesis keeps what X
 * and Y have to do with Z: {@link PermutationTest}.
 *
 * @param base the estimator
 * @param options what to find out
 */
public record ConditionalInference(
    ConditionalMutualInformationEstimator base, InferenceOptions options)
    implements ConditionalMutualInformationEstimator {

  /**
   * Refuses null.
   *
   * @param base the estimator
   * @param options what to find out
   */
  public ConditionalInference {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(options, "options");
  }

  /**
   * An estimator with checks of its data, and nothing else yet.
   *
   * @param base the estimator
   * @return the estimator to add an interval or a p-value to
   */
  public static ConditionalInference of(ConditionalMutualInformationEstimator base) {
    Objects.requireNonNull(base, "base");
    return new ConditionalInference(base, InferenceOptions.none());
  }

  /**
   * With a standard error and a confidence interval, from subsamples.
   *
   * @param level the nominal coverage, 0.95 for instance
   * @return a changed copy
   * @throws IllegalArgumentException if the level is not in (0, 1)
   */
  public ConditionalInference withInterval(double level) {
    return new ConditionalInference(base, options.withLevel(level));
  }

  /**
   * With other subsamples, contiguous ones for instance.
   *
   * @param subsampling how they are taken; its seed is not used
   * @return a changed copy
   */
  public ConditionalInference withSubsampling(Subsampling subsampling) {
    Objects.requireNonNull(subsampling, "subsampling");
    return new ConditionalInference(base, options.withSubsampling(subsampling));
  }

  /**
   * With the p-value of a permutation test. It stops early where p is above 0.05, and draws all
   * permutations where it is below: {@link InferenceOptions#defaultStopAfter}, or what {@link
   * #withStopAfter} says.
   *
   * @param permutations how many permutations at most; 0 for no test
   * @return a changed copy
   * @throws IllegalArgumentException if permutations &lt; 0 or &gt; 10000000
   */
  public ConditionalInference withPValue(int permutations) {
    return new ConditionalInference(base, options.withPermutations(permutations));
  }

  /**
   * With a p-value whose test stops as soon as so many permuted estimates reach the observed one,
   * which is as exact: {@link PermutationTest#withStopAfter}. Without it {@link
   * InferenceOptions#defaultStopAfter} are enough.
   *
   * @param count how many are enough; 0 for all permutations
   * @return a changed copy
   * @throws IllegalArgumentException if count &lt; 0
   */
  public ConditionalInference withStopAfter(int count) {
    return new ConditionalInference(base, options.withStopAfter(count));
  }

  /**
   * With other permutations.
   *
   * @param scheme which ones
   * @return a changed copy
   */
  public ConditionalInference withScheme(PermutationScheme scheme) {
    Objects.requireNonNull(scheme, "scheme");
    return new ConditionalInference(base, options.withScheme(scheme));
  }

  /**
   * With or without checks: {@link DataChecks}.
   *
   * @param checks whether to check
   * @return a changed copy
   */
  public ConditionalInference withChecks(boolean checks) {
    return new ConditionalInference(base, options.withChecks(checks));
  }

  /**
   * With another seed of subsamples and permutations.
   *
   * @param seed the seed
   * @return a changed copy
   */
  public ConditionalInference withSeed(Seed seed) {
    Objects.requireNonNull(seed, "seed");
    return new ConditionalInference(base, options.withSeed(seed));
  }

  @Override
  public Estimate estimate(ConditionalSamples samples) {
    Objects.requireNonNull(samples, "samples");
    ResampledData data = ResampledData.of(samples);
    EstimationProblem problem = EstimationProblem.of(base, samples, data);
    Estimate plain = base.estimate(samples);
    boolean byRegression =
        options.permutations() > 0 && options.scheme().isEmpty() && !samples.z().isDiscrete();
    PermutationScheme scheme =
        options
            .scheme()
            .orElseGet(
                () ->
                    samples.z().isDiscrete()
                        ? PermutationScheme.withinLevels(samples.z())
                        : PermutationScheme.allRows());
    Estimate estimate =
        byRegression
            ? withConditionalPValue(
                options
                    .withPermutations(0)
                    .applied(plain, problem, Optional.empty(), ConditionalInference::doubt),
                samples,
                problem)
            : options.applied(plain, problem, Optional.of(scheme), ConditionalInference::doubt);
    if (!options.checks()) {
      return estimate;
    }
    if (options.permutations() > 0 && scheme instanceof NeighbourPermutation) {
      estimate = estimate.withWarning(new EstimateWarning.InexactScheme(scheme.toString()));
    }
    try {
      List<Warning> warnings = new ArrayList<>(DataChecks.of(estimate));
      warnings.addAll(DataChecks.of(samples, data.repeated(), options.resampling(data, scheme)));
      warnings.removeAll(estimate.warnings());
      return InferenceOptions.withWarnings(estimate, warnings);
    } catch (CancellationException e) {
      throw InferenceInterruptedException.with(estimate, EstimationInterruptedException.of(e));
    }
  }

  /** With the p-value of {@link ConditionalNull}, or the reason why there is none. */
  private Estimate withConditionalPValue(
      Estimate estimate, ConditionalSamples samples, EstimationProblem problem) {
    ConditionalNull hypothesis;
    try {
      hypothesis = ConditionalNull.of(base, samples, problem, estimate.nats());
    } catch (IllegalArgumentException e) {
      return estimate.withWarning(new EstimateWarning.NoPValue(String.valueOf(e.getMessage())));
    }
    try {
      PValue pValue = hypothesis.pValue(options.permutationTest());
      return InferenceOptions.withWarnings(
          InferenceOptions.with(estimate, pValue), hypothesis.warnings());
    } catch (InferenceInterruptedException e) {
      throw InferenceInterruptedException.with(
          e.pValue().map(pValue -> InferenceOptions.with(estimate, pValue)).orElse(estimate), e);
    }
  }

  private static Optional<String> doubt() {
    return Optional.of("the drift of conditional estimates was not studied");
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
