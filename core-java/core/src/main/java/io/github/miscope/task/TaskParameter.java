package io.github.miscope.task;

/** A parameter of tasks that a sweep may vary. */
public enum TaskParameter {

  /** The number of dimensions of X and of Y: {@link Task#withDimension}. */
  DIMENSION,

  /** The correlation of paired coordinates of X and Y: {@link Task#withCorrelation}. */
  CORRELATION,

  /** The ratio of the variances of signal and noise: {@link Task#withSignalToNoise}. */
  SIGNAL_TO_NOISE,

  /** The mutual information of X and Y: {@link Task#withInformation}. */
  INFORMATION
}
