package io.github.miscope.inference;

import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;

/** Pairs of variables with what is given, of which each is made when it is needed. */
public interface VariableTriples extends VariablePairs {

  /**
   * The observations of a pair and of what is given. Equal calls give equal observations.
   *
   * @param pair from 0 to {@link #size()} - 1
   * @return the samples
   * @throws IllegalArgumentException if there are too few observations
   */
  ConditionalSamples triple(int pair);

  @Override
  default Samples samples(int pair) {
    return triple(pair).pairs();
  }

  @Override
  default int x(int pair) {
    return ONCE;
  }

  @Override
  default int y(int pair) {
    return ONCE;
  }
}
