package io.github.miscope.plane;

import io.github.miscope.activation.ActivationSource;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.propagation.NoisyChannel;
import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the rows of a plane depend on. Networks are compared by what they do on their inputs: all
 * values of the planned layers after the planned epochs, and a draw of each channel.
 */
final class PlaneIdentity {

  private PlaneIdentity() {}

  static PlanIdentity of(PlanePlan plan) {
    PlaneOptions options = plan.options();
    PlanIdentity.Builder identity = PlanIdentity.of("information plane");
    for (MutualInformationEstimator estimator : options.estimators()) {
      identity.option("estimator \"" + estimator + "\"", estimator.toString(), estimator);
    }
    identity
        .option("sample propagation", shown(options.propagation()), options.propagation())
        .option("estimator of I(T;Y)", shown(options.labelsBy()), options.labelsBy())
        .option("I(T;Y)", options.labels())
        .option("layers", options.layers())
        .option("epochs", options.epochs())
        .option("ratios", options.ratios().toString(), options.ratios())
        .option("power", options.power().toString(), options.power())
        .option("maxInputs", options.maxInputs().toString(), options.maxInputs())
        .option("compression", shown(options.compression()), options.compression())
        .option("interval", options.level().toString(), options.level())
        .option("bins", options.grids().toString(), options.grids())
        .option("seed", options.seed().toString(), options.seed());
    for (int trial = 0; trial < plan.networks().size(); trial++) {
      ActivationSource network = plan.networks().get(trial);
      identity.option("network " + trial, network.name(), content(plan, network));
    }
    return identity.build();
  }

  private static String shown(Optional<?> option) {
    return option.map(Object::toString).orElse("none");
  }

  private static List<Object> content(PlanePlan plan, ActivationSource network) {
    List<Object> content = new ArrayList<>();
    content.add(network.inputs());
    content.add(network.labels());
    for (int epoch : plan.epochs()) {
      content.add(network.scores(epoch));
      for (int layer : plan.layers()) {
        content.add(network.layerName(layer));
        content.add(values(network, epoch, layer));
      }
    }
    return content;
  }

  private static Object values(ActivationSource network, int epoch, int layer) {
    List<Object> values = new ArrayList<>();
    try {
      values.add(network.activations(epoch, layer));
      values.add(network.noisyActivations(epoch, layer));
    } catch (IllegalArgumentException e) {
      values.add(String.valueOf(e.getMessage())); // Its cells tell of it.
    }
    Optional<NoisyChannel> channel = network.channel(epoch, layer);
    if (channel.isPresent()) {
      NoisyChannel own = channel.get();
      values.add(own.beta());
      values.add(own.bounded());
      values.add(own.deterministicCentres());
      values.add(own.hasOtherNoise());
      values.add(own.centres(0, own.inputs(), 1, Seed.of(0)));
    }
    return values;
  }
}
