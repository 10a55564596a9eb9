package io.github.miscope.plane;

import io.github.miscope.activation.BinGrid;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.propagation.SamplePropagation;
import io.github.miscope.sample.Seed;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

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
    return with(draft -> draft.layers = newLayers);
  }

  PlaneOptions withEpochs(List<Integer> newEpochs) {
    return with(draft -> draft.epochs = newEpochs);
  }

  PlaneOptions withPropagation(Optional<SamplePropagation> newPropagation) {
    return with(draft -> draft.propagation = newPropagation);
  }

  PlaneOptions withLabels(boolean newLabels) {
    return with(draft -> draft.labels = newLabels);
  }

  PlaneOptions withLabelsBy(Optional<MutualInformationEstimator> newLabelsBy) {
    return with(draft -> draft.labelsBy = newLabelsBy);
  }

  PlaneOptions withMaxInputs(OptionalInt newMaxInputs) {
    return with(draft -> draft.maxInputs = newMaxInputs);
  }

  PlaneOptions withGrids(List<BinGrid> newGrids) {
    return with(draft -> draft.grids = newGrids);
  }

  PlaneOptions withSeed(Seed newSeed) {
    return with(draft -> draft.seed = newSeed);
  }

  PlaneOptions withNoise(List<OptionalDouble> newRatios, OptionalDouble newPower) {
    return with(
        draft -> {
          draft.ratios = newRatios;
          draft.power = newPower;
        });
  }

  PlaneOptions withCompression(Optional<PlaneCompression> newCompression) {
    return with(draft -> draft.compression = newCompression);
  }

  PlaneOptions withLevel(OptionalDouble newLevel) {
    return with(draft -> draft.level = newLevel);
  }

  private PlaneOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }

  /** Options that are being changed. */
  private static final class Draft {
    private List<Integer> layers;
    private List<Integer> epochs;
    private List<MutualInformationEstimator> estimators;
    private Optional<SamplePropagation> propagation;
    private boolean labels;
    private Optional<MutualInformationEstimator> labelsBy;
    private OptionalInt maxInputs;
    private List<OptionalDouble> ratios;
    private OptionalDouble power;
    private List<BinGrid> grids;
    private Optional<PlaneCompression> compression;
    private OptionalDouble level;
    private Seed seed;

    Draft(PlaneOptions given) {
      layers = given.layers;
      epochs = given.epochs;
      estimators = given.estimators;
      propagation = given.propagation;
      labels = given.labels;
      labelsBy = given.labelsBy;
      maxInputs = given.maxInputs;
      ratios = given.ratios;
      power = given.power;
      grids = given.grids;
      compression = given.compression;
      level = given.level;
      seed = given.seed;
    }

    PlaneOptions finished() {
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
          seed);
    }
  }
}
