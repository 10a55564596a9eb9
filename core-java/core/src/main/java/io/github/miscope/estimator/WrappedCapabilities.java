package io.github.miscope.estimator;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What the estimator inside a wrapper can do, done by the wrapper. */
final class WrappedCapabilities {

  private WrappedCapabilities() {}

  static <T> Optional<T> of(EstimatorWrapper wrapper, Class<T> type) {
    if (type == NearestNeighbours.class) {
      return found(wrapper, NearestNeighbours.class, b -> new Neighbours(wrapper, b), type);
    }
    if (type == PointwiseEstimator.class) {
      return found(wrapper, PointwiseEstimator.class, b -> new Pointwise(wrapper, b), type);
    }
    if (type == TrainedEstimator.class) {
      return found(wrapper, TrainedEstimator.class, b -> new Trained(wrapper, b), type);
    }
    if (type == AcceptsLevels.class) {
      return found(wrapper, AcceptsLevels.class, b -> new Levels(wrapper), type);
    }
    if (type == AdaptiveEstimator.class) {
      return found(wrapper, AdaptiveEstimator.class, b -> new Adaptive(wrapper, b), type);
    }
    if (type == ModelChecked.class) {
      return found(wrapper, ModelChecked.class, b -> new Checked(wrapper, b), type);
    }
    if (type == LatentEstimator.class) {
      return found(wrapper, LatentEstimator.class, b -> new Latent(wrapper, b), type);
    }
    if (type == ChoosesByKind.class) {
      return found(wrapper, ChoosesByKind.class, b -> new ByKind(wrapper), type);
    }
    if (type == RankBased.class) {
      return found(wrapper, RankBased.class, b -> new OfRanks(wrapper), type);
    }
    // Of the same data, under another name.
    boolean isName = wrapper instanceof Labelled || wrapper instanceof IdentifiedEstimator;
    if (type == BlockEstimator.class && isName) {
      return found(wrapper, BlockEstimator.class, b -> b, type);
    }
    return Optional.empty();
  }

  private static <B, T> Optional<T> found(
      EstimatorWrapper wrapper, Class<B> capability, Function<B, ?> wrap, Class<T> type) {
    return wrapper.base().capability(capability).map(wrap).map(type::cast);
  }

  private record Neighbours(EstimatorWrapper wrapper, NearestNeighbours base)
      implements NearestNeighbours {
    @Override
    public MutualInformationEstimator withK(int k) {
      return wrapper.withBase(base.withK(k));
    }

    @Override
    public List<Estimate> estimateForKs(Samples samples, int... ks) {
      List<Estimate> estimates = base.estimateForKs(wrapper.forBase(samples), ks);
      return IntStream.range(0, ks.length)
          .mapToObj(a -> wrapperOf(ks[a]).own(samples, estimates.get(a)))
          .toList();
    }

    private EstimatorWrapper wrapperOf(int k) {
      return withK(k) instanceof EstimatorWrapper other ? other : wrapper;
    }
  }

  private record Pointwise(EstimatorWrapper wrapper, PointwiseEstimator base)
      implements PointwiseEstimator {
    @Override
    public PointwiseEstimate pointwise(Samples samples) {
      PointwiseEstimate values = base.pointwise(wrapper.forBase(samples));
      return new PointwiseEstimate(wrapper.own(samples, values.estimate()), values.nats());
    }

    @Override
    public String toString() {
      return wrapper.toString();
    }
  }

  private record Trained(EstimatorWrapper wrapper, TrainedEstimator base)
      implements TrainedEstimator {
    @Override
    public Estimate estimate(Samples samples) {
      return wrapper.withBase(base).estimate(samples);
    }

    @Override
    public TrainedEstimator withSteps(int steps) {
      return new Trained(wrapper, base.withSteps(steps));
    }

    @Override
    public TrainedEstimator withBatch(int observations) {
      return new Trained(wrapper, base.withBatch(observations));
    }

    @Override
    public TrainedEstimator withMembers(int models) {
      return new Trained(wrapper, base.withMembers(models));
    }

    @Override
    public TrainedEstimator withSeed(Seed seed) {
      return new Trained(wrapper, base.withSeed(seed));
    }

    @Override
    public String toString() {
      return wrapper.withBase(base).toString();
    }
  }

  private record Adaptive(EstimatorWrapper wrapper, AdaptiveEstimator base)
      implements AdaptiveEstimator {
    @Override
    public Estimate estimate(Samples samples) {
      return wrapper.estimate(samples);
    }

    @Override
    public MutualInformationEstimator adaptedTo(Samples samples) {
      return wrapper.withBase(base.adaptedTo(wrapper.forBase(samples)));
    }

    @Override
    public String toString() {
      return wrapper.toString();
    }
  }

  private record Checked(EstimatorWrapper wrapper, ModelChecked base) implements ModelChecked {
    @Override
    public Estimate estimate(Samples samples) {
      return wrapper.estimate(samples);
    }

    @Override
    public Optional<String> misfit(Samples samples, Estimate estimate) {
      return base.misfit(wrapper.forBase(samples), estimate);
    }

    @Override
    public String toString() {
      return wrapper.toString();
    }
  }

  private record ByKind(EstimatorWrapper wrapper) implements ChoosesByKind {
    @Override
    public Estimate estimate(Samples samples) {
      return wrapper.estimate(samples);
    }

    @Override
    public String toString() {
      return wrapper.toString();
    }
  }

  private record OfRanks(EstimatorWrapper wrapper) implements RankBased {
    @Override
    public Estimate estimate(Samples samples) {
      return wrapper.estimate(samples);
    }

    @Override
    public String toString() {
      return wrapper.toString();
    }
  }

  private record Latent(EstimatorWrapper wrapper, LatentEstimator latent)
      implements LatentEstimator {
    @Override
    public MutualInformationEstimator base() {
      return wrapper.withBase(latent.base());
    }

    @Override
    public Estimate estimate(Samples samples) {
      return wrapper.estimate(samples);
    }

    @Override
    public String toString() {
      return wrapper.toString();
    }
  }

  private record Levels(EstimatorWrapper wrapper) implements AcceptsLevels {
    @Override
    public Estimate estimate(Samples samples) {
      return wrapper.estimate(samples);
    }

    @Override
    public String toString() {
      return wrapper.toString();
    }
  }
}
