package io.github.miscope.estimator.propagation;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.Warning;
import io.github.miscope.internal.density.GaussSum;
import io.github.miscope.internal.mean.Means;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One run of sample propagation. */
final class PropagationRun {

  /** The bias that a warning speaks of, in nats. */
  private static final double BIAS = 0.1;

  private final SamplePropagation options;
  private final NoisyChannel channel;
  private final int inputs;
  private final int d;
  private final boolean fixed;
  private final double noiseEntropy;
  private final Map<String, Double> diagnostics = new LinkedHashMap<>();
  private final Set<String> amounts = new HashSet<>();

  PropagationRun(SamplePropagation options, NoisyChannel channel) {
    this.options = options;
    this.channel = channel;
    inputs = channel.inputs();
    d = channel.dimension();
    fixed = channel.deterministicCentres();
    noiseEntropy = Noise.entropy(d, channel.beta());
  }

  Propagation result() throws InterruptedException {
    boolean pooled = options.draws() == Draws.POOLED;
    ConditionalMixtures conditional = new ConditionalMixtures(options, channel, pooled);
    return pooled ? pooled(conditional) : independent(conditional);
  }

  /** Both densities at the same draws. */
  private Propagation pooled(ConditionalMixtures conditional) throws InterruptedException {
    double[] given = conditional.logs();
    GaussSum mixture =
        GaussSum.of(conditional.pool(), null, channel.beta(), options.mixture().tolerance());
    GaussSum.Values values = mixture.logDensities(conditional.points(), conditional.own());
    int draws = given.length;
    int each = draws / inputs;
    double[] gain = new double[draws];
    Arrays.setAll(gain, k -> given[k] - values.logs()[k]);
    double nats = Means.mean(gain, 0, draws);
    double integration = Math.sqrt(Noise.varianceOfMean(gain, 0, draws));
    double sampling = 0;
    for (int x = 0; !fixed && x < inputs; x++) {
      sampling += Noise.variance(gain, x * each, (x + 1) * each);
    }
    sampling = Math.sqrt(sampling / options.conditionalDraws()) / inputs;
    int n = mixture.n();
    // In the first layer h(T|X) is known, and the chance of the draws counts for I alone.
    double conditionalEntropy = fixed ? noiseEntropy : -Means.mean(given, 0, draws);
    double entropy = nats + conditionalEntropy;
    double entropyError =
        fixed ? integration : Math.sqrt(Noise.varianceOfMean(values.logs(), 0, draws));
    return propagation(
        conditional,
        nats,
        new MixtureResult(entropy, entropyError, n, draws),
        conditionalEntropy,
        integration,
        sampling,
        values.meanBound());
  }

  /** The unconditional mixture on draws of its own, as in the paper. */
  private Propagation independent(ConditionalMixtures conditional) throws InterruptedException {
    int each = fixed ? 1 : options.unconditionalDraws();
    double[][] centres =
        ConditionalMixtures.centres(channel, each, options.seed().derive("unconditional"));
    MixtureEntropy mixture =
        options.mixture().withSeed(options.mixture().seed().derive("unconditional"));
    MixtureEntropy.Integral integral = mixture.integrate(centres, null, channel.beta());
    double[] logs = integral.logs();
    double conditionalEntropy = noiseEntropy;
    double integration = integral.standardError();
    double sampling = 0;
    if (!fixed) {
      double[] given = conditional.logs();
      int draws = given.length / inputs;
      conditionalEntropy = -Means.mean(given, 0, given.length);
      double conditionalError = conditional.standardError();
      integration = Math.hypot(integration, conditionalError);
      for (int x = 0; x < inputs; x++) {
        sampling += Noise.variance(given, x * draws, (x + 1) * draws);
      }
      sampling /= (double) inputs * inputs * options.conditionalDraws();
      // More than the variance within inputs, which is all that counts.
      sampling += Noise.variance(logs, 0, logs.length) / centres[0].length;
      sampling = Math.sqrt(sampling);
    }
    return propagation(
        conditional,
        integral.entropy() - conditionalEntropy,
        new MixtureResult(
            integral.entropy(), integral.standardError(), centres[0].length, logs.length),
        conditionalEntropy,
        integration,
        sampling,
        integral.certificate());
  }

  /** The unconditional entropy, its error, the centres and the draws. */
  private record MixtureResult(double entropy, double error, int centres, int draws) {}

  private Propagation propagation(
      ConditionalMixtures conditional,
      double nats,
      MixtureResult part,
      double conditionalEntropy,
      double integration,
      double sampling,
      double certificate) {
    double conditionalError = fixed ? 0 : conditional.standardError();
    putAmount("h(T)", part.entropy());
    putAmount("h(T) error", part.error());
    putAmount("h(T|X)", conditionalEntropy);
    putAmount("h(T|X) error", conditionalError);
    diagnostics.put("n", (double) part.centres());
    diagnostics.put("n_x", fixed ? 1.0 : options.conditionalDraws());
    diagnostics.put("draws", (double) part.draws());
    putAmount("integration error", integration);
    putAmount("sampling error", sampling);
    putAmount("certificate", certificate + conditional.certificate());
    List<Warning> warnings = bounds(part.centres());
    Estimate estimate =
        new Estimate(
            nats,
            options.toString(),
            part.centres(),
            1,
            d,
            diagnostics,
            amounts,
            List.of(),
            warnings,
            Uncertainty.unknown().withStandardError(Math.hypot(integration, sampling)));
    return new Propagation(
        estimate,
        part.entropy(),
        part.error(),
        conditionalEntropy,
        conditionalError,
        fixed ? List.of() : conditional.entropies());
  }

  private void putAmount(String name, double nats) {
    diagnostics.put(name, nats);
    amounts.add(name);
  }

  /** What the theory says of so many draws; of a constellation that is known it says nothing. */
  private List<Warning> bounds(int n) {
    List<Warning> warnings = new ArrayList<>();
    if (channel.bounded() && !fixed) {
      double beta = channel.beta();
      double risk = PropagationBounds.boundedEntropyRisk(d, beta, options.conditionalDraws());
      putAmount(
          "riskBound",
          PropagationBounds.informationRisk(risk, d, beta, options.conditionalDraws()));
      double needed = PropagationBounds.leastDraws(d, beta, BIAS);
      diagnostics.put("leastDraws", needed);
      if (n <= needed) {
        warnings.add(new EstimateWarning.TooFewDraws(n, d, beta, needed, BIAS));
      }
    } else if (!fixed) {
      channel.subgaussianConstant().ifPresent(this::subgaussianBound);
    }
    return warnings;
  }

  /**
   * Theorem 3 for h(T) and for h(T|X = x). An entropy and its estimate do not change with the place
   * of S, whose mean can be taken for 0. Unlike in Theorem 4, inputs are not drawn but given.
   */
  private void subgaussianBound(double k) {
    diagnostics.put("subgaussian constant", k);
    putAmount(
        "riskBound",
        2 * PropagationBounds.entropyRisk(d, channel.beta(), 0, k, options.conditionalDraws()));
  }
}
