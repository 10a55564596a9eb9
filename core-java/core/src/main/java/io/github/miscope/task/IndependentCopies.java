package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Independent copies of a task side by side, each with random parameters of its own. */
record IndependentCopies(Task base, int count) implements Task {

  IndependentCopies {
    Check.atLeast("count", count, 1);
  }

  @Override
  public Sampler source(Seed trial) {
    List<Sampler> copies =
        IntStream.range(0, count).mapToObj(copy -> sampler(trial.derive("copy", copy))).toList();
    return new ProductSampler(copies);
  }

  private Sampler sampler(Seed copy) {
    if (base.source(copy) instanceof Sampler sampler) {
      return sampler;
    }
    throw new IllegalArgumentException("copies need a task of known distribution: task=" + base);
  }

  @Override
  public IndependentCopies withCorrelation(double rho) {
    return new IndependentCopies(base.withCorrelation(rho), count);
  }

  @Override
  public IndependentCopies withSignalToNoise(double ratio) {
    return new IndependentCopies(base.withSignalToNoise(ratio), count);
  }

  @Override
  public IndependentCopies withInformation(double nats) {
    return new IndependentCopies(base.withInformation(nats / count), count);
  }

  @Override
  public IndependentCopies latent() {
    return new IndependentCopies(base.latent(), count);
  }

  @Override
  public String labelWithout(@Nullable TaskParameter swept) {
    return count + " x " + base.labelWithout(swept);
  }

  @Override
  public String toString() {
    return labelWithout(null);
  }
}
