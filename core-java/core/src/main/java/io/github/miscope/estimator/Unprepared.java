package io.github.miscope.estimator;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Optional;

/** An estimator that has nothing to prepare. */
record Unprepared(MutualInformationEstimator base) implements PreparingEstimator {

  private record Bare(Variable variable) implements PreparedVariable {
    @Override
    public PreparedVariable permuted(int... rows) {
      return new Bare(variable.rows(rows));
    }
  }

  @Override
  public PreparedVariable prepareX(Variable x) {
    return new Bare(x);
  }

  @Override
  public PreparedVariable prepareY(Variable y) {
    return new Bare(y);
  }

  @Override
  public Estimate estimate(PreparedVariable x, PreparedVariable y) {
    return base.estimate(
        new Samples(
            PreparingEstimator.own(this, Bare.class, x).variable(),
            PreparingEstimator.own(this, Bare.class, y).variable()));
  }

  @Override
  public Estimate estimate(Samples samples) {
    return base.estimate(samples);
  }

  @Override
  public <T> Optional<T> capability(Class<T> type) {
    return type.isInstance(this) ? Optional.of(type.cast(this)) : base.capability(type);
  }

  @Override
  public boolean suitsRanks() {
    return base.suitsRanks();
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
