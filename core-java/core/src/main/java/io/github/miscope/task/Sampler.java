package io.github.miscope.task;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * A distribution of (X, Y) that can be sampled and whose mutual information is known exactly.
 * Immutable; {@code toString()} is its label.
 */
public interface Sampler extends Source, Task {

  /**
   * The number of dimensions of X.
   *
   * @return dX
   */
  int dX();

  /**
   * The number of dimensions of Y.
   *
   * @return dY
   */
  int dY();

  /**
   * The exact mutual information.
   *
   * @return I(X;Y) in nats
   */
  double mutualInformation();

  @Override
  default OptionalDouble knownMutualInformation() {
    return OptionalDouble.of(mutualInformation());
  }

  @Override
  default Sampler source(Seed trial) {
    Objects.requireNonNull(trial, "trial");
    return this;
  }

  @Override
  default Sampler withDimension(int d) {
    throw Require.notApplicable(this, "dimension");
  }

  @Override
  default Sampler withCorrelation(double rho) {
    throw Require.notApplicable(this, "correlation");
  }

  @Override
  default Sampler withSignalToNoise(double ratio) {
    throw Require.notApplicable(this, "signal-to-noise ratio");
  }

  @Override
  default Sampler withInformation(double nats) {
    throw Require.notApplicable(this, "mutual information");
  }

  @Override
  default Sampler map(InformationPreservingMap mapX, InformationPreservingMap mapY) {
    Objects.requireNonNull(mapX, "mapX");
    Objects.requireNonNull(mapY, "mapY");
    return new MappedSampler(this, mapX, mapY);
  }

  @Override
  default Sampler mapX(InformationPreservingMap mapX) {
    Objects.requireNonNull(mapX, "mapX");
    return map(mapX, Bijection.identity());
  }

  @Override
  default Sampler mapY(InformationPreservingMap mapY) {
    Objects.requireNonNull(mapY, "mapY");
    return map(Bijection.identity(), mapY);
  }

  @Override
  default Sampler latent() {
    return this;
  }

  @Override
  default Sampler identifiedBy(String name) {
    Objects.requireNonNull(name, "name");
    return new IdentifiedSampler(name, this);
  }

  /**
   * Any function of the samples. It need not keep the mutual information, so the result is a source
   * whose mutual information is not known.
   *
   * @param function maps samples to samples
   * @return a source without known MI
   */
  default Source transform(UnaryOperator<Samples> function) {
    Objects.requireNonNull(function, "function");
    Sampler base = this;
    return new Source() {
      @Override
      public Samples sample(int n, Seed seed) {
        return function.apply(base.sample(n, seed));
      }

      @Override
      public OptionalDouble knownMutualInformation() {
        return OptionalDouble.empty();
      }

      @Override
      public String toString() {
        return base + " transformed";
      }
    };
  }
}
