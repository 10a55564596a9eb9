package io.github.miscope.plane;

import io.github.miscope.estimator.AcceptsLevels;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.internal.parallel.Lazy;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** An estimator with what it makes of X and Y once, for all T. */
final class PlaneEstimator {

  private final PreparingEstimator ofInputs;
  private final PreparingEstimator ofLabels;
  private final Lazy<PreparedVariable> x;
  private final Optional<Lazy<PreparedVariable>> y;

  PlaneEstimator(
      MutualInformationEstimator estimator,
      Variable x,
      Optional<Variable> labels,
      Optional<MutualInformationEstimator> labelsBy) {
    ofInputs = PreparingEstimator.of(estimator);
    ofLabels = PreparingEstimator.of(labelsBy.orElse(estimator));
    boolean levels = labelsBy.isPresent() || estimator.capability(AcceptsLevels.class).isPresent();
    this.x = new Lazy<>(() -> ofInputs.prepareX(x));
    y =
        labels.map(
            classes -> new Lazy<>(() -> ofLabels.prepareY(levels ? classes : indicators(classes))));
  }

  PlanePoint of(Variable t) {
    PlaneValue inputs = PlaneValue.of(ofInputs.estimate(x.get(), ofInputs.prepareY(t)));
    return new PlanePoint(
        inputs,
        y.map(classes -> PlaneValue.of(ofLabels.estimate(ofLabels.prepareX(t), classes.get()))));
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
