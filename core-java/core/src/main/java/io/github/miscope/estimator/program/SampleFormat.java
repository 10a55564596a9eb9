package io.github.miscope.estimator.program;

/** The files in which a program finds its samples. */
public enum SampleFormat {
  /** {@code x.npy} and {@code y.npy}: 8-byte floats, n rows and as many columns as dimensions. */
  NPY,

  /**
   * {@code samples.csv} in UTF-8: a header {@code x0,x1,...,y0,y1,...} and n lines of numbers that
   * are read back exactly.
   */
  CSV
}
