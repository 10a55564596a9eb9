package io.github.miscope.plane;

import io.github.miscope.activation.BinGrid;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.propagation.SamplePropagation;
import io.github.miscope.sample.Seed;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What is done with the networks of a plane. */
record PlaneOptions(
    List<Integer> layers,
    List<Integer> epochs,
    List<MutualInformationEstimator> estimators,
    Optional<SamplePropagation> propagation,
    boolean labels,
    Optional<MutualInformationEstimator> labelsBy,
    OptionalInt maxInputs,
    List<OptionalDouble> ratios,
    OptionalDouble power,
    List<BinGrid> grids,
    Optional<PlaneCompression> compression,
    OptionalDouble level,
    Seed seed) {

  static PlaneOptions of(
      List<Integer> layers, List<Integer> epochs, List<MutualInformationEstimator> estimators) {
    return new PlaneOptions(
        List.copyOf(layers),
        List.copyOf(epochs),
        estimators,
        Optional.empty(),
        true,
        Optional.empty(),
        OptionalInt.empty(),
        List.of(OptionalDouble.empty()),
        OptionalDouble.empty(),
        List.of(),
        Optional.empty(),
        OptionalDouble.empty(),
        Seed.of(0));
  }

  PlaneOptions withLayers(List<Integer> newLayers) {
    return new PlaneOptions(
        newLayers,
        epochs,
        estimators,
        propagation,
        labels,
        labelsBy,
        maxInputs,
        ratios,
        power,
        grids,
        compression,
        level,
        seed);
  }

  PlaneOptions withEpochs(List<Integer> newEpochs) {
    return new PlaneOptions(
        layers,
        newEpochs,
        estimators,
        propagation,
        labels,
        labelsBy,
        maxInputs,
        ratios,
        power,
        grids,
        compression,
        level,
        seed);
  }

  PlaneOptions withPropagation(Optional<SamplePropagation> newPropagation) {
    return new PlaneOptions(
        layers,
        epochs,
        estimators,
        newPropagation,
        labels,
        labelsBy,
        maxInputs,
        ratios,
        power,
        grids,
        compression,
        level,
        seed);
  }

  PlaneOptions withLabels(boolean newLabels) {
    return new PlaneOptions(
        layers,
        epochs,
        estimators,
        propagation,
        newLabels,
        labelsBy,
        maxInputs,
        ratios,
        power,
        grids,
        compression,
        level,
        seed);
  }

  PlaneOptions withLabelsBy(Optional<MutualInformationEstimator> newLabelsBy) {
    return new PlaneOptions(
        layers,
        epochs,
        estimators,
        propagation,
        labels,
        newLabelsBy,
        maxInputs,
        ratios,
        power,
        grids,
        compression,
        level,
        seed);
  }

  PlaneOptions withMaxInputs(OptionalInt newMaxInputs) {
    return new PlaneOptions(
        layers,
        epochs,
        estimators,
        propagation,
        labels,
        labelsBy,
        newMaxInputs,
        ratios,
        power,
        grids,
        compression,
        level,
        seed);
  }

  PlaneOptions withGrids(List<BinGrid> newGrids) {
    return new PlaneOptions(
        layers,
        epochs,
        estimators,
        propagation,
        labels,
        labelsBy,
        maxInputs,
        ratios,
        power,
        newGrids,
        compression,
        level,
        seed);
  }

  PlaneOptions withSeed(Seed newSeed) {
    return new PlaneOptions(
        layers,
        epochs,
        estimators,
        propagation,
        labels,
        labelsBy,
        maxInputs,
        ratios,
        power,
        grids,
        compression,
        level,
        newSeed);
  }

  PlaneOptions withNoise(List<OptionalDouble> newRatios, OptionalDouble newPower) {
    return new PlaneOptions(
        layers,
        epochs,
        estimators,
        propagation,
        labels,
        labelsBy,
        maxInputs,
        newRatios,
        newPower,
        grids,
        compression,
        level,
        seed);
  }

  PlaneOptions withCompression(Optional<PlaneCompression> newCompression) {
    return new PlaneOptions(
        layers,
        epochs,
        estimators,
        propagation,
        labels,
        labelsBy,
        maxInputs,
        ratios,
        power,
        grids,
        newCompression,
        level,
        seed);
  }

  PlaneOptions withLevel(OptionalDouble newLevel) {
    return new PlaneOptions(
        layers,
        epochs,
        estimators,
        propagation,
        labels,
        labelsBy,
        maxInputs,
        ratios,
        power,
        grids,
        compression,
        newLevel,
        seed);
  }
}
