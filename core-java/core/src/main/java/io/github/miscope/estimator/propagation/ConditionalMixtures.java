package io.github.miscope.estimator.propagation;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.density.GaussSum;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.internal.parallel.Blocks;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The mixtures given each input, and draws from them. Draws of S come in batches of inputs; they
 * are kept only where they make the unconditional mixture too.
 */
final class ConditionalMixtures {

  /** Rows of S that are asked for at once. */
  private static final int BATCH = 1 << 16;

  private final SamplePropagation options;
  private final NoisyChannel channel;
  private final int inputs;
  private final int d;
  private final int perInput;
  private final int each;
  private final double[] logs;
  private final double[][] points;
  private final int[] own;
  private final double[][] pool;
  private final double[] certificates;

  ConditionalMixtures(SamplePropagation options, NoisyChannel channel, boolean keep)
      throws InterruptedException {
    this.options = options;
    this.channel = channel;
    inputs = channel.inputs();
    d = channel.dimension();
    boolean fixed = channel.deterministicCentres();
    perInput = fixed ? 1 : options.conditionalDraws();
    each = drawsForEach();
    boolean needed = keep || !fixed;
    if (needed) {
      Check.memory("draws for all inputs", rows(inputs, each), keep ? d + 2 : 1);
    }
    logs = new double[needed ? rows(inputs, each) : 0];
    points = new double[d][keep ? logs.length : 0];
    own = new int[keep ? logs.length : 0];
    pool = new double[d][keep ? rows(inputs, perInput) : 0];
    certificates = new double[inputs];
    if (needed) {
      Seed seed = options.seed().derive("conditional");
      batches(channel, perInput, seed, (from, to, s) -> batch(from, to, s, keep));
    }
  }

  /** An even number, so that differences between neighbours stay within an input. */
  private int drawsForEach() {
    int share = options.mixture().mostDraws() / inputs;
    if (options.mixture().drawsPerCentre().isPresent()) {
      long wanted = (long) perInput * options.mixture().drawsPerCentre().getAsInt();
      share = (int) Math.min(share, wanted);
    }
    return Math.max(2, share & ~1);
  }

  private static int rows(int inputs, int each) {
    long rows = (long) inputs * each;
    if (rows > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "inputs times draws must be below 2^31: " + inputs + " times " + each);
    }
    return (int) rows;
  }

  /** Takes the draws of S of some inputs. */
  @FunctionalInterface
  private interface Taker {
    void take(int from, int to, double[][] s) throws InterruptedException;
  }

  private static void batches(NoisyChannel channel, int perInput, Seed seed, Taker taker)
      throws InterruptedException {
    int inputs = channel.inputs();
    int size = Math.max(2, BATCH / perInput);
    for (int from = 0; from < inputs; ) {
      // Two rows at least: no single input is left over.
      int to = inputs - from <= size + 1 ? inputs : from + size;
      Variable s = channel.centres(from, to, perInput, seed);
      if (s.d() != channel.dimension() || s.n() != (to - from) * perInput) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the channel gave %d rows of %d values for inputs %d to %d, but %d rows of %d are"
                    + " needed",
                s.n(),
                s.d(),
                from,
                to - 1,
                (to - from) * perInput,
                channel.dimension()));
      }
      taker.take(from, to, s.columns());
      from = to;
    }
  }

  /** All draws of S, by dimension. */
  static double[][] centres(NoisyChannel channel, int perInput, Seed seed)
      throws InterruptedException {
    double[][] all = new double[channel.dimension()][rows(channel.inputs(), perInput)];
    batches(
        channel,
        perInput,
        seed,
        (from, to, s) -> {
          for (int j = 0; j < all.length; j++) {
            System.arraycopy(s[j], 0, all[j], from * perInput, s[j].length);
          }
        });
    return all;
  }

  private void batch(int from, int to, double[][] s, boolean keep) throws InterruptedException {
    int[] chosen = new int[(to - from) * each];
    for (int x = from; x < to; x++) {
      UniformRandomProvider random = options.mixture().seed().derive("strata", x).generator();
      for (int k = 0; k < each; k++) {
        int centre = stratified(k, random);
        chosen[(x - from) * each + k] = (x - from) * perInput + centre;
        if (keep) {
          own[x * each + k] = x * perInput + centre;
        }
      }
    }
    Seed seed = options.mixture().seed().derive("batch", from);
    double[][] t = Noise.scattered(s, chosen, channel.beta(), seed);
    Blocks.run(
        to - from,
        1,
        () ->
            (first, last) -> {
              for (int x = first; x < last; x++) {
                densities(x, from + x, s, t);
              }
            });
    for (int j = 0; keep && j < d; j++) {
      System.arraycopy(s[j], 0, pool[j], from * perInput, s[j].length);
      System.arraycopy(t[j], 0, points[j], from * each, t[j].length);
    }
  }

  private int stratified(int k, UniformRandomProvider random) {
    if (each % perInput == 0) {
      return k / (each / perInput);
    }
    return Math.min(perInput - 1, (int) ((k + random.nextDouble()) / each * perInput));
  }

  private void densities(int local, int x, double[][] s, double[][] t) {
    if (perInput == 1) {
      noiseDensities(local, x, s, t);
      return;
    }
    double[][] centres = new double[d][perInput];
    double[][] draws = new double[d][each];
    for (int j = 0; j < d; j++) {
      System.arraycopy(s[j], local * perInput, centres[j], 0, perInput);
      System.arraycopy(t[j], local * each, draws[j], 0, each);
    }
    try {
      GaussSum.Values values =
          GaussSum.of(centres, null, channel.beta(), options.mixture().tolerance())
              .logDensities(draws, null);
      System.arraycopy(values.logs(), 0, logs, x * each, each);
      certificates[x] = values.meanBound();
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(options + " was interrupted", e);
    }
  }

  private void noiseDensities(int local, int x, double[][] s, double[][] t) {
    double beta = channel.beta();
    double constant = -d * (Math.log(beta) + 0.5 * Math.log(2 * Math.PI));
    for (int k = 0; k < each; k++) {
      double squared = 0;
      for (int j = 0; j < d; j++) {
        double z = (t[j][local * each + k] - s[j][local]) / beta;
        squared += z * z;
      }
      logs[x * each + k] = constant - 0.5 * squared;
    }
  }

  /** log p(t | x) at each draw, those of one input together. */
  double[] logs() {
    return logs;
  }

  double[][] points() {
    return points;
  }

  /** The row of the pool from which each draw comes. */
  int[] own() {
    return own;
  }

  double[][] pool() {
    return pool;
  }

  double certificate() {
    return Means.mean(certificates, 0, inputs);
  }

  double standardError() {
    return Math.sqrt(Noise.varianceOfMean(logs, 0, logs.length));
  }

  List<Double> entropies() {
    List<Double> entropies = new ArrayList<>(inputs);
    for (int x = 0; x < inputs; x++) {
      entropies.add(-Means.mean(logs, x * each, (x + 1) * each));
    }
    return Collections.unmodifiableList(entropies);
  }
}
