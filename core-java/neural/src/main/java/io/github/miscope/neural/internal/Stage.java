package io.github.miscope.neural.internal;

/** Where within a layer its values are taken. */
public enum Stage {
  /** S, after the nonlinearity and before the noise. */
  CENTRES,
  /** T = S + Z, before pooling. */
  NOISY,
  /** What the next layer takes, after pooling. */
  OUTPUT
}
