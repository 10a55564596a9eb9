package io.github.miscope.task;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import org.jspecify.annotations.Nullable;

/** A normal vector with a random covariance matrix. */
final class RandomGaussian implements SamplerWrapper, Identified {

  private final FactorDraw draw;
  private final Seed seed;
  private final GaussianWithCovariance gaussian;

  RandomGaussian(int dX, int dY, FactorDraw draw, Seed seed) {
    int d = Require.dimensions(dX, dY);
    this.draw = draw;
    this.seed = seed;
    this.gaussian = GaussianWithCovariance.of(draw.covariance(d, seed), dX);
  }

  @Override
  public GaussianWithCovariance base() {
    return gaussian;
  }

  @Override
  public RandomGaussian withDimension(int d) {
    Check.atLeast("d", d, 1);
    return new RandomGaussian(d, d, draw, seed);
  }

  @Override
  public void identify(IdentityDigest digest) {
    digest.add("draw", draw).add("seed", seed).add("gaussian", gaussian);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof RandomGaussian other
        && draw == other.draw
        && seed.equals(other.seed)
        && gaussian.equals(other.gaussian);
  }

  @Override
  public int hashCode() {
    return 31 * seed.hashCode() + gaussian.hashCode();
  }

  @Override
  public String labelWithout(@Nullable TaskParameter swept) {
    return TaskLabels.task(
        draw.label(),
        TaskLabels.unless(swept == TaskParameter.DIMENSION, "dX = " + dX()),
        TaskLabels.unless(swept == TaskParameter.DIMENSION, "dY = " + dY()),
        "seed = " + seed);
  }

  @Override
  public String toString() {
    return labelWithout(null);
  }
}
