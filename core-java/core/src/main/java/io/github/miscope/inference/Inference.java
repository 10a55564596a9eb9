package io.github.miscope.inference;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.EstimatorWrapper;
import io.github.miscope.estimator.ModelChecked;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.internal.parallel.Lazy;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * An estimator whose estimates carry a standard error, a confidence interval, a p-value and
 * warnings, as asked for:
 *
 * <pre>{@code
 * Inference.of(Presets.ksgGlobalLinf()).withInterval(0.95).withPValue(200).estimate(samples)
 * }</pre>
 *
 * <p>It is an estimator itself, with the label of the one inside.
 *
 * @param base the estimator
 * @param options what to find out
 */
public record Inference(MutualInformationEstimator base, InferenceOptions options)
    implements EstimatorWrapper, PreparingEstimator {

  /**
   * Refuses null.
   *
   * @param base the estimator
   * @param options what to find out
   */
  public Inference {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(options, "options");
  }

  /**
   * An estimator with checks of its data, and nothing else yet.
   *
   * @param base the estimator
   * @return the estimator to add an interval or a p-value to
   */
  public static Inference of(MutualInformationEstimator base) {
    Objects.requireNonNull(base, "base");
    return new Inference(base, InferenceOptions.none());
  }

  /**
   * With a standard error and a confidence interval, from subsamples.
   *
   * @param level the nominal coverage, 0.95 for instance
   * @return a changed copy
   * @throws IllegalArgumentException if the level is not in (0, 1)
   */
  public Inference withInterval(double level) {
    return new Inference(base, options.withLevel(level));
  }

  /**
   * With a standard error, a confidence interval, the bias and, where nothing speaks against it, an
   * interval for the truth: {@link Estimate#truth()}. It costs no more than the interval.
   *
   * <p>The bias is extrapolated from the drift of the estimate between parts of the data and the
   * whole. That an estimate of infinitely many observations is the truth is assumed; what is known
   * against it ({@link ModelChecked}) is asked for.
   *
   * @param level the nominal coverage, 0.95 for instance
   * @return a changed copy
   * @throws IllegalArgumentException if the level is not in (0, 1)
   */
  public Inference withTruthInterval(double level) {
    return new Inference(base, options.withLevel(level).withTruth());
  }

  /**
   * With other subsamples, contiguous ones for instance.
   *
   * @param subsampling how they are taken; its seed is not used
   * @return a changed copy
   */
  public Inference withSubsampling(Subsampling subsampling) {
    Objects.requireNonNull(subsampling, "subsampling");
    return new Inference(base, options.withSubsampling(subsampling));
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
  public Inference withPValue(int permutations) {
    return new Inference(base, options.withPermutations(permutations));
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
  public Inference withStopAfter(int count) {
    return new Inference(base, options.withStopAfter(count));
  }

  /**
   * With other permutations.
   *
   * @param scheme which ones
   * @return a changed copy
   */
  public Inference withScheme(PermutationScheme scheme) {
    Objects.requireNonNull(scheme, "scheme");
    return new Inference(base, options.withScheme(scheme));
  }

  /**
   * With or without checks: {@link DataChecks}, among them one by ranks, which costs two estimates,
   * and a standard error if they differ much.
   *
   * @param checks whether to check
   * @return a changed copy
   */
  public Inference withChecks(boolean checks) {
    return new Inference(base, options.withChecks(checks));
  }

  /**
   * With another seed of subsamples and permutations.
   *
   * @param seed the seed
   * @return a changed copy
   */
  public Inference withSeed(Seed seed) {
    Objects.requireNonNull(seed, "seed");
    return new Inference(base, options.withSeed(seed));
  }

  @Override
  public Inference withBase(MutualInformationEstimator base) {
    return new Inference(base, options);
  }

  @Override
  public Estimate own(Samples samples, Estimate estimate) {
    Objects.requireNonNull(samples, "samples");
    Objects.requireNonNull(estimate, "estimate");
    return estimate(samples);
  }

  /**
   * The same with another number of neighbours of what is inside.
   *
   * @param k the number of nearest neighbours
   * @return a copy with that k
   * @throws IllegalArgumentException if k &lt; 1, or if what is inside has no k
   */
  public Inference withK(int k) {
    return new Inference(NearestNeighbours.withK(base, k), options);
  }

  @Override
  public PreparedVariable prepareX(Variable x) {
    Objects.requireNonNull(x, "x");
    return InferredVariable.of(base, x, PreparingEstimator::prepareX);
  }

  @Override
  public PreparedVariable prepareY(Variable y) {
    Objects.requireNonNull(y, "y");
    return InferredVariable.of(base, y, PreparingEstimator::prepareY);
  }

  @Override
  public Estimate estimate(PreparedVariable x, PreparedVariable y) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    InferredVariable ownX = PreparingEstimator.own(this, InferredVariable.class, x);
    InferredVariable ownY = PreparingEstimator.own(this, InferredVariable.class, y);
    Samples samples = new Samples(ownX.variable(), ownY.variable());
    PreparingEstimator preparing = PreparingEstimator.of(base);
    Lazy<Optional<RepeatedRows>> repeated =
        new Lazy<>(() -> RepeatedRows.among(List.of(ownX.checked(), ownY.checked())));
    ResampledData data = new ResampledData(List.of(samples.x(), samples.y()), repeated);
    Estimate plain = preparing.estimate(ownX.base(), ownY.base());
    Estimate estimate =
        options.applied(
            plain,
            EstimationProblem.of(preparing, samples, ownX::base, ownY::base, data),
            options.scheme(),
            () -> misfit(samples, plain));
    try {
      return options.checks()
          ? InferenceOptions.withWarnings(estimate, warnings(estimate, samples, data, ownX, ownY))
          : estimate;
    } catch (CancellationException e) {
      throw InferenceInterruptedException.with(estimate, EstimationInterruptedException.of(e));
    }
  }

  private Optional<String> misfit(Samples samples, Estimate estimate) {
    return base.capability(ModelChecked.class)
        .flatMap(checked -> checked.misfit(samples, estimate));
  }

  private List<Warning> warnings(
      Estimate estimate,
      Samples samples,
      ResampledData data,
      InferredVariable x,
      InferredVariable y) {
    List<Warning> warnings = new ArrayList<>(DataChecks.of(estimate));
    PermutationScheme rows = options.scheme().orElseGet(PermutationScheme::allRows);
    warnings.addAll(
        DataChecks.of(x.checked(), y.checked(), data.repeated(), options.resampling(data, rows)));
    if (options.allowsForSeries()) {
      warnings.removeIf(warning -> warning instanceof DataWarning.DependentRows);
    }
    new RankCheck(base)
        .of(samples, data, options.seededSubsampling(), x.ranked(), y.ranked())
        .ifPresent(warnings::add);
    return warnings;
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
