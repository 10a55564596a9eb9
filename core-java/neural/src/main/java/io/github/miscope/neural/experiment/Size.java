package io.github.miscope.neural.experiment;

/** How large an experiment is. */
public enum Size {
  /** The paper's settings; where the paper says none, ours, and the method says so. */
  PAPER,

  /** What shows the same within about a minute on one core. */
  SMALL
}
