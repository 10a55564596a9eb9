package io.github.miscope.task;

import io.github.miscope.sample.Seed;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A named recipe for distributions of (X, Y), one per trial of an experiment.
 *
 * <p>A {@link Sampler} is a task that yields itself in every trial; a task may also draw its
 * parameters anew in each (for instance a random correlation). The {@code with} methods serve
 * sweeps: each returns a changed copy, and says so where the parameter does not apply.
 */
public interface Task {

  /**
   * How many observations there are to draw from.
   *
   * @return the most samples that a trial may have; empty if there is no end
   */
  default OptionalInt mostSamples() {
    return OptionalInt.empty();
  }

  /**
   * The distribution of one trial.
   *
   * @param trial the seed of the trial, from which random parameters are drawn
   * @return a source of samples, with its MI where that is known
   */
  Source source(Seed trial);

  /**
   * This task with another number of dimensions (of X and of Y).
   *
   * @param d the number of dimensions, at least 1
   * @return a changed copy
   * @throws IllegalArgumentException if d &lt; 1, or if the task has a fixed dimension
   */
  default Task withDimension(int d) {
    throw Require.notApplicable(this, "dimension");
  }

  /**
   * This task with another correlation between the paired coordinates of X and Y.
   *
   * @param rho in (-1, 1)
   * @return a changed copy
   * @throws IllegalArgumentException if rho is out of range, or if the task has no correlation
   */
  default Task withCorrelation(double rho) {
    throw Require.notApplicable(this, "correlation");
  }

  /**
   * This task with another signal-to-noise ratio.
   *
   * @param ratio variance of the signal over variance of the noise, positive
   * @return a changed copy
   * @throws IllegalArgumentException if the ratio is not positive, or if the task has no noise
   */
  default Task withSignalToNoise(double ratio) {
    throw Require.notApplicable(this, "signal-to-noise ratio");
  }

  /**
   * This task with another mutual information between X and Y.
   *
   * @param nats the mutual information in nats, finite, not negative
   * @return a changed copy
   * @throws IllegalArgumentException if the value is out of range, or if the task has no parameter
   *     that sets it
   */
  default Task withInformation(double nats) {
    throw Require.notApplicable(this, "mutual information");
  }

  /**
   * This task's label while a sweep varies a parameter: without the value that the sweep replaces.
   *
   * @param swept the parameter that varies; null if none does
   * @return the label without that parameter; the whole label where the task does not have it
   */
  default String labelWithout(@Nullable TaskParameter swept) {
    return toString();
  }

  /**
   * This task with X and Y mapped so that the MI is kept.
   *
   * @param mapX the map of X
   * @param mapY the map of Y
   * @return the mapped task; what the {@code with} methods change is the task before the maps
   */
  default Task map(InformationPreservingMap mapX, InformationPreservingMap mapY) {
    Objects.requireNonNull(mapX, "mapX");
    Objects.requireNonNull(mapY, "mapY");
    return new MappedTask(this, mapX, mapY);
  }

  /**
   * This task with X mapped so that the MI is kept.
   *
   * @param mapX the map of X
   * @return the mapped task
   */
  default Task mapX(InformationPreservingMap mapX) {
    Objects.requireNonNull(mapX, "mapX");
    return map(mapX, Bijection.identity());
  }

  /**
   * This task with Y mapped so that the MI is kept.
   *
   * @param mapY the map of Y
   * @return the mapped task
   */
  default Task mapY(InformationPreservingMap mapY) {
    Objects.requireNonNull(mapY, "mapY");
    return map(Bijection.identity(), mapY);
  }

  /**
   * This task before X and Y were embedded in more dimensions: the variables of which they are
   * images, with the same MI. Of images of shapes these are the parameters of the shapes. With
   * equal seeds, both draw the same observations.
   *
   * @return the task of the latent variables; this task where nothing is embedded
   */
  default Task latent() {
    return this;
  }

  /**
   * This task under a name that stands for its code. A task that is a lambda, or holds one, cannot
   * be compared with another, so that a sweep does not keep its rows in a file; under a name it
   * does. The name is taken at its word, but for a few samples of the first trial that are compared
   * all the same: whoever changes the code gives another name.
   *
   * @param name what stands for the code in checkpoints, and the label in tables
   * @return the same task under that name
   * @throws IllegalArgumentException if the name is blank
   */
  default Task identifiedBy(String name) {
    Objects.requireNonNull(name, "name");
    return new IdentifiedTask(name, this);
  }
}
