package io.github.miscope.estimator.propagation;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.OptionalDouble;

/**
 * A channel with more noise.
 *
 * @param base the channel
 * @param sigma the standard deviation of the noise that is added
 */
record WidenedChannel(NoisyChannel base, double sigma) implements NoisyChannel {

  WidenedChannel {
    Check.notNegative("sigma", sigma);
  }

  @Override
  public double beta() {
    return Math.hypot(base.beta(), sigma);
  }

  @Override
  public int dimension() {
    return base.dimension();
  }

  @Override
  public int inputs() {
    return base.inputs();
  }

  @Override
  public boolean deterministicCentres() {
    return base.deterministicCentres();
  }

  @Override
  public boolean hasOtherNoise() {
    return base.hasOtherNoise();
  }

  @Override
  public boolean bounded() {
    return base.bounded();
  }

  @Override
  public OptionalDouble subgaussianConstant() {
    return base.subgaussianConstant();
  }

  @Override
  public Variable centres(int from, int to, int drawsPerInput, Seed seed) {
    return base.centres(from, to, drawsPerInput, seed);
  }
}
