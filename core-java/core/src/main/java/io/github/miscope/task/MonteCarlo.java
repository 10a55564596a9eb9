package io.github.miscope.task;

/** The mean of independent random values and its standard error. */
record MonteCarlo(double mean, double standardError) {

  static MonteCarlo of(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double v : values) {
      squares += (v - mean) * (v - mean);
    }
    return new MonteCarlo(mean, Math.sqrt(squares / (values.length - 1.0) / values.length));
  }
}
