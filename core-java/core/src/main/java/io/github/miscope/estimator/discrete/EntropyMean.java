package io.github.miscope.estimator.discrete;

/** What mutual information of discrete variables is divided by, so that a copy has 1. */
public enum EntropyMean {
  /** (H(X) + H(Y)) / 2, the usual one; twice I over it is the symmetric uncertainty. */
  ARITHMETIC("mean") {
    @Override
    double of(double hX, double hY, double hXY) {
      return 0.5 * (hX + hY);
    }
  },
  /** sqrt(H(X) H(Y)), by which information looks like a correlation. */
  GEOMETRIC("geometric mean") {
    @Override
    double of(double hX, double hY, double hXY) {
      return Math.sqrt(hX * hY);
    }
  },
  /** min(H(X), H(Y)): 1 where one variable is a function of the other. */
  MIN("min") {
    @Override
    double of(double hX, double hY, double hXY) {
      return Math.min(hX, hY);
    }
  },
  /** max(H(X), H(Y)): 1 minus it is a metric between partitions. */
  MAX("max") {
    @Override
    double of(double hX, double hY, double hXY) {
      return Math.max(hX, hY);
    }
  },
  /** H(X,Y): 1 minus it is a metric as well. */
  JOINT("joint") {
    @Override
    double of(double hX, double hY, double hXY) {
      return hXY;
    }
  };

  private final String label;

  EntropyMean(String label) {
    this.label = label;
  }

  abstract double of(double hX, double hY, double hXY);

  @Override
  public String toString() {
    return label;
  }
}
