package io.github.miscope.sweep;

import io.github.miscope.estimator.LatentEstimator;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.internal.check.Check;
import io.github.miscope.task.Task;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a swept value may change: where samples come from, how many there are, and what estimates.
 *
 * @param task where samples come from
 * @param samples the number of samples
 * @param estimator what estimates
 */
public record Setting(Task task, int samples, MutualInformationEstimator estimator) {

  /**
   * Refuses null.
   *
   * @param task where samples come from
   * @param samples the number of samples
   * @param estimator what estimates
   */
  public Setting {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(estimator, "estimator");
  }

  /** What a sweep gives to its axis: the task, or its latent variables for who asks for them. */
  static Setting of(Sweep sweep, MutualInformationEstimator estimator) {
    boolean latent = estimator.capability(LatentEstimator.class).isPresent();
    Task task = latent ? sweep.task().latent() : sweep.task();
    return new Setting(task, sweep.samples(), estimator);
  }

  /**
   * This setting with another task.
   *
   * @param task where samples come from
   * @return a changed copy
   */
  public Setting withTask(Task task) {
    return new Setting(task, samples, estimator);
  }

  /**
   * This setting with another number of samples.
   *
   * @param newSamples the number of samples
   * @return a changed copy
   */
  public Setting withSamples(int newSamples) {
    return new Setting(task, newSamples, estimator);
  }

  /**
   * This setting with another estimator.
   *
   * @param estimator what estimates
   * @return a changed copy
   */
  public Setting withEstimator(MutualInformationEstimator estimator) {
    return new Setting(task, samples, estimator);
  }

  /** Refuses more samples than the task has to draw from, or than memory can hold. */
  void requireSamples() {
    Check.memory("samples (n=" + samples + ") of X and of Y, and copies of them", samples, 2, 3);
    OptionalInt most = task.mostSamples();
    if (most.isPresent() && samples > most.getAsInt()) {
      throw new IllegalArgumentException(
          "samples must be <= number of observations in "
              + task
              + ": samples="
              + samples
              + ", observations="
              + most.getAsInt());
    }
  }
}
