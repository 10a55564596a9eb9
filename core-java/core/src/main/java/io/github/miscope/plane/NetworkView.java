package io.github.miscope.plane;

import io.github.miscope.activation.ActivationSource;
import io.github.miscope.encoder.Encoding;
import io.github.miscope.estimator.propagation.NoisyChannel;
import io.github.miscope.internal.parallel.Lazy;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/** One of the networks, with what all of its layers share. */
final class NetworkView {

  private final ActivationSource source;
  private final Seed seed;
  private final Optional<Variable> labels;
  private final int @Nullable [] kept;
  private final Lazy<List<PlaneEstimator>> estimators;

  /**
   * A network.
   *
   * @param inputCodes the codes of its inputs; empty without compression
   */
  NetworkView(PlanePlan plan, int trial, Optional<Lazy<Encoding>> inputCodes) {
    PlaneOptions options = plan.options();
    source = plan.networks().get(trial);
    seed = options.seed().derive("network", trial);
    Variable inputs = source.inputs();
    kept = kept(inputs.n(), options);
    labels = options.labels() ? source.labels() : Optional.empty();
    estimators =
        new Lazy<>(
            () -> {
              Optional<Encoding> codes = inputCodes.map(Lazy::get);
              Optional<Variable> classes = labels.map(this::some);
              return options.estimators().stream()
                  .map(own -> new PlaneEstimator(options, own, some(inputs), codes, classes))
                  .toList();
            });
  }

  /**
   * The codes of the inputs of each network. Networks on the same inputs share them, since encoders
   * may take long to fit.
   *
   * @return by trial; empty without compression
   */
  static List<Optional<Lazy<Encoding>>> inputCodes(PlanePlan plan) {
    Map<Variable, Lazy<Encoding>> known = new HashMap<>();
    List<Optional<Lazy<Encoding>>> codes = new ArrayList<>();
    for (ActivationSource network : plan.networks()) {
      codes.add(
          plan.options()
              .compression()
              .map(
                  compression ->
                      known.computeIfAbsent(network.inputs(), codes(plan, compression))));
    }
    return codes;
  }

  private static Function<Variable, Lazy<Encoding>> codes(
      PlanePlan plan, PlaneCompression compression) {
    return inputs ->
        new Lazy<>(
            () ->
                PlaneCompression.fit(
                    compression.inputs(), some(inputs, kept(inputs.n(), plan.options()))));
  }

  /** The inputs that are estimated from, in ascending order; null for all. */
  private static int @Nullable [] kept(int n, PlaneOptions options) {
    int most = options.maxInputs().orElse(n);
    if (most >= n) {
      return null;
    }
    UniformRandomProvider random = options.seed().derive("inputs").generator();
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    for (int i = 0; i < most; i++) {
      int j = i + random.nextInt(n - i);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    int[] chosen = Arrays.copyOf(order, most);
    Arrays.sort(chosen);
    return chosen;
  }

  /** The rows of the inputs that are estimated from. */
  Variable some(Variable variable) {
    return some(variable, kept);
  }

  private static Variable some(Variable variable, int @Nullable [] kept) {
    return kept == null ? variable : variable.rows(kept);
  }

  ActivationSource source() {
    return source;
  }

  Seed seed() {
    return seed;
  }

  Optional<Variable> labels() {
    return labels;
  }

  PlaneEstimator estimator(int index) {
    return estimators.get().get(index);
  }

  /** Whether T is not a function of the input. */
  boolean isNoisy(int epoch, int layer) {
    return source
        .channel(epoch, layer)
        .map(
            (NoisyChannel channel) ->
                channel.beta() > 0 || channel.hasOtherNoise() || !channel.deterministicCentres())
        .orElse(false);
  }
}
