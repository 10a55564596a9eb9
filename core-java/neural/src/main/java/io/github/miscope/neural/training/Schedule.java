package io.github.miscope.neural.training;

import java.util.Locale;

/** How a learning rate gets from the first epoch's to the last one's. */
public enum Schedule {
  /** At a constant ratio from epoch to epoch: first (last / first)^((epoch - 1) / (epochs - 1)). */
  GEOMETRIC {
    @Override
    double rate(double first, double last, int epoch, int epochs) {
      double part = epochs == 1 ? 0 : (epoch - 1.0) / (epochs - 1.0);
      return first * Math.pow(last / first, part);
    }
  },

  /**
   * Along half a cosine, which reaches the last rate after the last epoch: last + (first - last) (1
   * + cos(pi (epoch - 1) / epochs)) / 2 (Loshchilov and Hutter 2017, arXiv:1608.03983, equation 5).
   */
  COSINE {
    @Override
    double rate(double first, double last, int epoch, int epochs) {
      return last + (first - last) * (1 + Math.cos(Math.PI * (epoch - 1) / epochs)) / 2;
    }
  };

  abstract double rate(double first, double last, int epoch, int epochs);

  /** "cosine". */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
