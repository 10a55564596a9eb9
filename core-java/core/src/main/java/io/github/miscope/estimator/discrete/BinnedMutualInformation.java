package io.github.miscope.estimator.discrete;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.PointwiseEstimate;
import io.github.miscope.estimator.PointwiseEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.WeightedEstimator;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * I(X;Y) of binned variables, by {@link DiscreteMutualInformation}: the information of the bins,
 * which is at most that of the variables. Bins that are few against n lose information; many need
 * the correction. The oldest estimator, for comparison; nearest-neighbour estimators need no bins.
 *
 * @param binningX turns X into a discrete variable
 * @param binningY turns Y into a discrete variable
 * @param correction what is done about the bias
 */
public record BinnedMutualInformation(Binning binningX, Binning binningY, Correction correction)
    implements PointwiseEstimator, WeightedEstimator {

  /**
   * Refuses null.
   *
   * @param binningX turns X into a discrete variable
   * @param binningY turns Y into a discrete variable
   * @param correction what is done about the bias
   */
  public BinnedMutualInformation {
    Objects.requireNonNull(binningX, "binningX");
    Objects.requireNonNull(binningY, "binningY");
    Objects.requireNonNull(correction, "correction");
  }

  /**
   * The same binning of both variables, adjusted for chance.
   *
   * @param binning turns X and Y into discrete variables
   * @return the estimator
   */
  public static BinnedMutualInformation of(Binning binning) {
    Objects.requireNonNull(binning, "binning");
    return new BinnedMutualInformation(binning, binning, Correction.CHANCE_ADJUSTED);
  }

  /**
   * The same estimator with another correction.
   *
   * @param correction what is done about the bias
   * @return a changed copy
   */
  public BinnedMutualInformation withCorrection(Correction correction) {
    return new BinnedMutualInformation(binningX, binningY, correction);
  }

  @Override
  public PointwiseEstimate pointwise(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    PointwiseEstimate result = new DiscreteMutualInformation(correction).pointwise(binned(samples));
    return new PointwiseEstimate(ofBins(result.estimate(), samples), result.nats());
  }

  /**
   * {@inheritDoc}
   *
   * <p>Bins do not depend on the weights. As {@link DiscreteMutualInformation}, with {@link
   * Correction#PLUG_IN} or {@link Correction#MILLER_MADOW}.
   */
  @Override
  public Estimate estimate(Samples samples, Weights weights) {
    Objects.requireNonNull(samples, "samples");
    Objects.requireNonNull(weights, "weights");
    return ofBins(
        new DiscreteMutualInformation(correction).estimate(binned(samples), weights), samples);
  }

  private Samples binned(Samples samples) {
    return new Samples(binningX.apply(samples.x()), binningY.apply(samples.y()));
  }

  private Estimate ofBins(Estimate estimate, Samples samples) {
    // A column may fill one bin without being constant.
    List<Warning> warnings = new ArrayList<>(estimate.warnings());
    warnings.removeIf(DataWarning.ConstantColumn.class::isInstance);
    warnings.addAll(0, Warning.ofConstantColumns(samples.x(), samples.y()));
    return estimate.labelled(toString()).withWarnings(warnings);
  }

  @Override
  public String toString() {
    String binning =
        binningX.equals(binningY) ? binningX.toString() : "x: " + binningX + ", y: " + binningY;
    return correction == Correction.CHANCE_ADJUSTED
        ? "Binned(" + binning + ")"
        : "Binned(" + binning + ", " + correction + ")";
  }
}
