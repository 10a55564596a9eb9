package io.github.miscope.estimator.scale;

import io.github.miscope.estimator.BlockEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.PreparedBlock;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.List;
import java.util.Objects;

/**
 * Many pairs of columns under one scaling.
 *
 * @param scaled the estimator of a pair
 * @param base estimates many pairs of scaled columns
 */
record ScaledBlocks(Scaled scaled, BlockEstimator base) implements BlockEstimator {

  @Override
  public Estimate estimate(Samples samples) {
    return scaled.estimate(samples);
  }

  @Override
  public PreparedBlock prepareBlock(List<Variable> columns) {
    Objects.requireNonNull(columns, "columns");
    return base.prepareBlock(
        columns.stream().map(column -> Rescaled.by(scaled.scalingX(), column)).toList());
  }

  @Override
  public void estimateBlock(PreparedBlock x, PreparedBlock y, double[] nats) {
    base.estimateBlock(x, y, nats);
  }

  @Override
  public String toString() {
    return scaled.toString();
  }
}
