package io.github.miscope.plane;

import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.estimator.propagation.MixtureEntropy;
import io.github.miscope.estimator.propagation.NoisyChannel;
import io.github.miscope.estimator.propagation.Propagation;
import io.github.miscope.estimator.propagation.SamplePropagation;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** I(X;T) by sample propagation, and I(T;Y) = h(T) - sum of p(y) h(T|Y = y) by mixtures as well. */
final class Propagated {

  private Propagated() {}

  static PlanePoint of(
      SamplePropagation estimator, NoisyChannel channel, Optional<Variable> labels) {
    Propagation found = estimator.propagate(channel);
    return PlanePoint.of(
        PlaneValue.of(found.information()),
        labels.map(classes -> ofLabels(estimator, channel, found, classes.levels())));
  }

  private static PlaneValue ofLabels(
      SamplePropagation estimator, NoisyChannel channel, Propagation found, int[] levels) {
    int draws = channel.deterministicCentres() ? 1 : estimator.conditionalDraws();
    Seed seed = estimator.seed().derive("labels");
    Variable centres = channel.centres(0, channel.inputs(), draws, seed);
    double nats = found.entropy();
    double variance = found.entropyError() * found.entropyError();
    int classes = Arrays.stream(levels).max().orElse(0) + 1;
    for (int level = 0; level < classes; level++) {
      int own = level;
      int[] inputs = IntStream.range(0, levels.length).filter(i -> levels[i] == own).toArray();
      double share = (double) inputs.length / levels.length;
      int[] rows = new int[inputs.length * draws];
      Arrays.setAll(rows, r -> inputs[r / draws] * draws + r % draws);
      MixtureEntropy mixture =
          estimator
              .mixture()
              .withMostDraws(Math.max(2, (int) (share * estimator.mixture().mostDraws())));
      // A variable has at least two rows.
      int[] some = rows.length == 1 ? new int[] {rows[0], rows[0]} : rows;
      EntropyEstimate entropy = mixture.estimate(centres.rows(some), channel.beta());
      nats -= share * entropy.nats();
      double error = share * entropy.uncertainty().standardError().orElse(0);
      variance += error * error;
    }
    return new PlaneValue(
        nats, OptionalDouble.of(Math.sqrt(variance)), Optional.empty(), List.of());
  }
}
