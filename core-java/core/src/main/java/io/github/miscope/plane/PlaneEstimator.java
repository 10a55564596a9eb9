package io.github.miscope.plane;

import io.github.miscope.encoder.Encoder;
import io.github.miscope.encoder.Encoding;
import io.github.miscope.estimator.AcceptsLevels;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.encoded.Compressed;
import io.github.miscope.inference.Inference;
import io.github.miscope.internal.parallel.Lazy;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An estimator with what it makes of X and Y once, for all T. */
final class PlaneEstimator {

  private final MutualInformationEstimator ofInputs;
  private final MutualInformationEstimator ofLabels;
  private final Optional<Encoding> inputCodes;
  private final Lazy<PreparedVariable> x;
  private final Optional<Lazy<PreparedVariable>> y;

  /**
   * An estimator.
   *
   * @param inputCodes the codes of X; empty without compression
   */
  PlaneEstimator(
      PlaneOptions options,
      MutualInformationEstimator estimator,
      Variable x,
      Optional<Encoding> inputCodes,
      Optional<Variable> labels) {
    ofInputs = withInterval(options, estimator);
    ofLabels = withInterval(options, options.labelsBy().orElse(estimator));
    this.inputCodes = inputCodes;
    boolean levels =
        options.labelsBy().isPresent() || estimator.capability(AcceptsLevels.class).isPresent();
    // What is made of X does not depend on the codes of T, nor does what is made of Y.
    this.x = new Lazy<>(() -> PreparingEstimator.of(ofInputs(inputCodes)).prepareX(x));
    y =
        labels.map(
            classes ->
                new Lazy<>(
                    () ->
                        PreparingEstimator.of(ofLabels(inputCodes))
                            .prepareY(levels ? classes : indicators(classes))));
  }

  private static MutualInformationEstimator withInterval(
      PlaneOptions options, MutualInformationEstimator estimator) {
    if (options.level().isEmpty()) {
      return estimator;
    }
    return Inference.of(estimator)
        .withInterval(options.level().getAsDouble())
        .withChecks(false)
        .withSeed(options.seed().derive("intervals"));
  }

  /** What estimates I(X;T), with these codes of T. Encoders were fitted before. */
  private MutualInformationEstimator ofInputs(Optional<Encoding> layerCodes) {
    return layerCodes.isEmpty()
        ? ofInputs
        : Compressed.of(
            ofInputs, Encoder.fitted(inputCodes.orElseThrow()), Encoder.fitted(layerCodes.get()));
  }

  /** What estimates I(T;Y), with these codes of T. */
  private MutualInformationEstimator ofLabels(Optional<Encoding> layerCodes) {
    return layerCodes.isEmpty()
        ? ofLabels
        : Compressed.of(ofLabels, Encoder.fitted(layerCodes.get()), Encoder.none());
  }

  /**
   * The place of T in the plane.
   *
   * @param layerCodes the codes of T; empty without compression
   */
  PlanePoint of(Variable t, Optional<Encoding> layerCodes) {
    PreparingEstimator inputs = PreparingEstimator.of(ofInputs(layerCodes));
    PreparingEstimator labels = PreparingEstimator.of(ofLabels(layerCodes));
    return new PlanePoint(
        value(inputs.estimate(x.get(), inputs.prepareY(t)), "y"),
        y.map(classes -> value(labels.estimate(labels.prepareX(t), classes.get()), "x")),
        inputCodes.map(PlaneCodes::of),
        layerCodes.map(PlaneCodes::of));
  }

  /** The value of an estimate, whose warning about the codes of T calls them so. */
  private static PlaneValue value(Estimate estimate, String nameOfT) {
    List<Warning> warnings =
        estimate.warnings().stream().map(warning -> aboutT(warning, nameOfT)).toList();
    return PlaneValue.of(estimate.withWarnings(warnings));
  }

  private static Warning aboutT(Warning warning, String nameOfT) {
    return warning instanceof EstimateWarning.UnknownLoss loss && loss.variable().equals(nameOfT)
        ? new EstimateWarning.UnknownLoss(
            "t", loss.dimension(), loss.latentDimension(), loss.explained())
        : warning;
  }

  /** A column of 0 and 1 for each level; one for two levels. */
  static Variable indicators(Variable labels) {
    int[] levels = labels.levels();
    int count = Arrays.stream(levels).max().orElse(0) + 1;
    int[] shown = count == 2 ? new int[] {1} : IntStream.range(0, count).toArray();
    double[][] columns = new double[shown.length][];
    for (int j = 0; j < shown.length; j++) {
      int level = shown[j];
      columns[j] = Arrays.stream(levels).mapToDouble(own -> own == level ? 1 : 0).toArray();
    }
    return Variable.ofColumns(labels.name(), columns);
  }
}
