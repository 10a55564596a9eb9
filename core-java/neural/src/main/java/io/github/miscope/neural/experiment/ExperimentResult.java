package io.github.miscope.neural.experiment;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.estimator.discrete.BinnedEntropy;
import io.github.miscope.estimator.discrete.Binning;
import io.github.miscope.estimator.discrete.Correction;
import io.github.miscope.estimator.propagation.SamplePropagation;
import io.github.miscope.neural.network.NetworkActivations;
import io.github.miscope.neural.network.Snapshot;
import io.github.miscope.neural.network.TrainedNetwork;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What has come of an experiment.
 *
 * @param experiment what was done
 * @param network the network with its snapshots
 */
public record ExperimentResult(Experiment experiment, TrainedNetwork network) {

  /**
   * Refuses null.
   *
   * @param experiment what was done
   * @param network the network with its snapshots
   */
  public ExperimentResult {
    Objects.requireNonNull(experiment, "experiment");
    Objects.requireNonNull(network, "network");
  }

  /**
   * The information in the layers over the epochs. Progress is reported to {@link
   * TrainingProgress}.
   *
   * @param estimator of I(X;T)
   * @param binning of T for its binned entropy; the papers take cells of width 10 beta
   * @return a row for each snapshot and each layer of the experiment
   * @throws IllegalArgumentException if a layer has no noise, so that its information is vacuous
   * @throws EstimationInterruptedException if the thread is interrupted
   */
  public List<FlowRow> flow(SamplePropagation estimator, Binning binning) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(binning, "binning");
    return TrainingProgress.show(
        "Information flow in " + experiment.name(), () -> rows(estimator, binning));
  }

  private List<FlowRow> rows(SamplePropagation estimator, Binning binning) {
    List<FlowRow> rows = new ArrayList<>();
    long total = (long) network.snapshots().size() * experiment.layers().size();
    for (Snapshot snapshot : network.snapshots()) {
      for (int layer : experiment.layers()) {
        rows.add(row(snapshot, layer, estimator, binning));
        TrainingProgress.report(rows.size(), total);
      }
    }
    return List.copyOf(rows);
  }

  /**
   * The same weights looked at with another standard deviation of the noise, without training anew,
   * as in Figure 4d of Goldfeld et al. (2019).
   *
   * @param beta above 0
   * @return a changed copy
   * @throws IllegalArgumentException if beta is not positive and finite
   */
  public ExperimentResult withNoise(double beta) {
    return new ExperimentResult(experiment, network.withNoise(beta));
  }

  private FlowRow row(Snapshot snapshot, int layer, SamplePropagation estimator, Binning binning) {
    Estimate information = estimator.estimate(snapshot.channel(layer, experiment.inputs()));
    Variable t = snapshot.activations(layer, experiment.inputs());
    return new FlowRow(
        snapshot.epoch(),
        layer,
        information.nats(),
        information.standardError().orElse(Double.NaN),
        // X is uniform on these inputs: no bias is to be corrected.
        BinnedEntropy.of(binning).withCorrection(Correction.PLUG_IN).estimate(t).nats(),
        scale(t),
        snapshot.training(),
        snapshot.test());
  }

  /**
   * The layers of the experiment on its inputs, after each epoch that was kept: what is looked at
   * with the information plane and with figures of clustering.
   *
   * @return values of the layers, without the network's noise unless it is asked for
   */
  public NetworkActivations activations() {
    return new NetworkActivations(
        experiment.name(), network, experiment.layers(), experiment.inputs(), Seed.of(0));
  }

  private static double scale(Variable t) {
    double sum = 0;
    for (int i = 0; i < t.n(); i++) {
      double square = 0;
      for (int j = 0; j < t.d(); j++) {
        square += t.get(i, j) * t.get(i, j);
      }
      sum += Math.sqrt(square);
    }
    return sum / t.n();
  }

  /**
   * The experiment, how many observations and snapshots there are, and the scores after the last
   * epoch.
   */
  @Override
  public String toString() {
    Snapshot last = network.last();
    return experiment.name()
        + ": "
        + network.plan().network()
        + ", "
        + experiment.sizes()
        + ", "
        + network.snapshots().size()
        + " snapshots up to epoch "
        + last.epoch()
        + "; training "
        + last.training()
        + "; test "
        + last.test();
  }
}
