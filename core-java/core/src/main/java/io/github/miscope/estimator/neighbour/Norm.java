package io.github.miscope.estimator.neighbour;

import io.github.miscope.internal.neighbour.space.DistanceKernel;

/** The norm that measures distances within one variable. */
public enum Norm {
  /** Sum of absolute differences. */
  L1(DistanceKernel.L1),
  /** Euclidean norm. */
  L2(DistanceKernel.L2),
  /** Largest absolute difference. */
  LINF(DistanceKernel.LINF);

  private final DistanceKernel kernel;

  Norm(DistanceKernel kernel) {
    this.kernel = kernel;
  }

  DistanceKernel kernel() {
    return kernel;
  }

  @Override
  public String toString() {
    return this == LINF ? "Linf" : name();
  }
}
