package io.github.miscope.estimator.propagation;

/** Which draws of S make the unconditional mixture. */
public enum Draws {

  /**
   * Those that make the conditional mixtures, all together. I is then exactly the information of
   * the sampled constellation, between the input and T = S + Z with S uniform on the draws of that
   * input: it lies in [0, log m] for m inputs, and both entropies are evaluated at the same points,
   * whose chance then cancels in the difference. The default.
   */
  POOLED,

  /**
   * Other draws, as in the paper (section 9.3). The two entropies have independent errors, which
   * add up, and the estimate may fall below 0 or exceed log m.
   */
  INDEPENDENT
}
