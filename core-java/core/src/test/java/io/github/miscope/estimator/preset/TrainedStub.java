package io.github.miscope.estimator.preset;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.TrainedEstimator;
import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A module of one estimator, which trains nothing, counts its estimates, and reports two steps. */
public record TrainedStub(AtomicInteger estimates) implements TrainedEstimator {

  /** The module, as one in a jar of its own would name it. */
  public static final class Module implements OptionalPresets {
    @Override
    public Set<String> names() {
      return Set.of("stub");
    }

    @Override
    public TrainedEstimator preset(String name) {
      return new TrainedStub(new AtomicInteger());
    }
  }

  @Override
  public Estimate estimate(Samples samples) {
    TrainingProgress.report(1, 2);
    TrainingProgress.report(2, 2);
    // Differs between samples that are scaled otherwise, as an unsound estimator does.
    double nats = estimates.incrementAndGet() + Math.abs(samples.x().column(0)[0]);
    return new Estimate(nats, toString(), samples.n(), 1, 1, Map.of(), List.of());
  }

  @Override
  public TrainedStub withSteps(int steps) {
    return this;
  }

  @Override
  public TrainedStub withBatch(int observations) {
    return this;
  }

  @Override
  public TrainedStub withMembers(int models) {
    return this;
  }

  @Override
  public TrainedStub withSeed(Seed seed) {
    return this;
  }

  @Override
  public String toString() {
    return "stub";
  }
}
