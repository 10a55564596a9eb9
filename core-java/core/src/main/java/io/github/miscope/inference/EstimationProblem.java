package io.github.miscope.inference;

import io.github.miscope.estimator.AdaptiveEstimator;
import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.EntropyEstimator;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.internal.parallel.Lazy;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.ContentOrder;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * An estimator and its data, as far as resampling needs to know them.
 *
 * @param label what is estimated, in messages
 * @param n the number of observations
 * @param ofRows the estimate from some of the observations, in nats, with what the estimator has
 *     chosen by all of them
 * @param permuted the estimate from all of them, with those of one variable in the given order: Y's
 *     where something is given, else those of the variable that {@link ContentOrder} puts second,
 *     so that I(X;Y) and I(Y;X) have the same p-value
 * @param fromLeast the same, unless it is found to be below a number first
 * @param part the same from a part of the rows, if there are so many that a test may begin with it
 * @param data what the observations are
 */
record EstimationProblem(
    String label,
    int n,
    ToDoubleFunction<int[]> ofRows,
    ToDoubleFunction<int[]> permuted,
    FromLeast fromLeast,
    Optional<FromLeast> part,
    ResampledData data) {

  /** Asks whether an estimate in a given order is as large as a number. */
  @FunctionalInterface
  interface FromLeast {

    /** The estimate in nats; it may be empty if it is below the number. */
    OptionalDouble of(int[] order, double least);
  }

  /** A problem whose permuted estimates are always computed in full. */
  static EstimationProblem of(
      String label,
      int n,
      ToDoubleFunction<int[]> ofRows,
      ToDoubleFunction<int[]> permuted,
      ResampledData data) {
    return new EstimationProblem(
        label,
        n,
        ofRows,
        permuted,
        (order, least) -> OptionalDouble.of(permuted.applyAsDouble(order)),
        Optional.empty(),
        data);
  }

  static EstimationProblem of(MutualInformationEstimator estimator, Samples samples) {
    PreparingEstimator preparing = PreparingEstimator.of(estimator);
    return of(
        preparing,
        samples,
        new Lazy<>(() -> preparing.prepareX(samples.x())),
        new Lazy<>(() -> preparing.prepareY(samples.y())),
        ResampledData.of(samples.x(), samples.y()));
  }

  /** With X and Y as the estimator prepares them, once for all permutations. */
  static EstimationProblem of(
      PreparingEstimator estimator,
      Samples samples,
      Supplier<PreparedVariable> x,
      Supplier<PreparedVariable> y,
      ResampledData data) {
    boolean xFirst = ContentOrder.isFirst(samples.x(), samples.y());
    Lazy<MutualInformationEstimator> ofParts =
        new Lazy<>(() -> AdaptiveEstimator.adapted(estimator, samples));
    return new EstimationProblem(
        estimator.toString(),
        samples.n(),
        rows -> ofParts.get().estimate(samples.rows(rows)).nats(),
        order ->
            xFirst
                ? estimator.estimate(x.get(), y.get().permuted(order)).nats()
                : estimator.estimate(x.get().permuted(order), y.get()).nats(),
        (order, least) ->
            xFirst
                ? estimator.natsFrom(x.get(), y.get().permuted(order), least)
                : estimator.natsFrom(x.get().permuted(order), y.get(), least),
        FirstStep.part(estimator, samples, xFirst),
        data);
  }

  static EstimationProblem of(
      ConditionalMutualInformationEstimator estimator, ConditionalSamples samples) {
    return of(estimator, samples, ResampledData.of(samples));
  }

  static EstimationProblem of(
      ConditionalMutualInformationEstimator estimator,
      ConditionalSamples samples,
      ResampledData data) {
    return of(
        estimator.toString(),
        samples.n(),
        rows -> estimator.estimate(samples.rows(rows)).nats(),
        order -> estimator.estimate(permuted(samples, order)).nats(),
        data);
  }

  static EstimationProblem of(EntropyEstimator estimator, Variable variable) {
    return ofParts(
        estimator.toString(),
        variable.n(),
        rows -> estimator.estimate(variable.rows(rows)).nats(),
        ResampledData.of(variable));
  }

  /** What has parts, but no pairs to permute. */
  static EstimationProblem ofParts(
      String label, int n, ToDoubleFunction<int[]> ofRows, ResampledData data) {
    return of(
        label,
        n,
        ofRows,
        order -> {
          throw new UnsupportedOperationException(label + " has no pairs to permute");
        },
        data);
  }

  private static ConditionalSamples permuted(ConditionalSamples samples, int[] order) {
    return new ConditionalSamples(samples.x(), samples.y().rows(order), samples.z());
  }
}
