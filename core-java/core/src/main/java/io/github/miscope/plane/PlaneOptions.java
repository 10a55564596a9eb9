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
        seed);
  }
}
