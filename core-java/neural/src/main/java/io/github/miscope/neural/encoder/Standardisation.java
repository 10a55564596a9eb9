package io.github.miscope.neural.encoder;

/** How an autoencoder scales its input, and back what it restores; fitted with the encoder. */
public enum Standardisation {
  /** Values as they are. */
  NONE,

  /** Each column to mean 0 and variance 1; constant columns to 0. */
  COLUMNS,

  /**
   * Each column to mean 0, and all divided by one number, so that their mean variance is 1. Columns
   * then count by their variance, as in principal components.
   */
  COMMON,

  /** All columns by one map of their common range to [0, 1], as for the grey values of images. */
  RANGE
}
