package io.github.miscope.estimator.propagation;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Mutual information between the input and a layer of a noisy network by sample propagation
 * (Goldfeld et al. 2019, equation (1)): I(X;T) = h(T) - mean over x of h(T|X = x), each the entropy
 * of the Gaussian mixture on draws of S, T = S + Z. In the first noisy layer S is a function of x,
 * and h(T|X) = (d/2) log(2 pi e beta^2).
 *
 * <p>X is uniform on the inputs of the channel, so that I is at most log m for m inputs. The
 * standard error holds what comes from Monte-Carlo integration and, beyond the first layer, from
 * the draws of S; not that other inputs might have been given, and not the bias from finitely many
 * draws, which Theorem 5 bounds from below: see {@link PropagationBounds}.
 *
 * @param conditionalDraws n_x, draws of S for each input; 100 by default
 * @param unconditionalDraws n, draws of S for each input that make the unconditional mixture, for
 *     {@link Draws#INDEPENDENT} only; 100 by default
 * @param draws which draws make the unconditional mixture
 * @param mixture how the entropy of a mixture is integrated; its draws are those for all inputs
 *     together, at least 2 for each
 * @param seed of the draws of S
 */
public record SamplePropagation(
    int conditionalDraws, int unconditionalDraws, Draws draws, MixtureEntropy mixture, Seed seed) {

  private static final int DRAWS = 100;
  private static final int MAX_DRAWS = 10_000_000;

  /**
   * Sample propagation.
   *
   * @param conditionalDraws n_x, draws of S for each input
   * @param unconditionalDraws n, draws of S for each input, for the unconditional mixture
   * @param draws which draws make the unconditional mixture
   * @param mixture how the entropy of a mixture is integrated
   * @param seed of the draws of S
   * @throws IllegalArgumentException if conditionalDraws or unconditionalDraws &lt; 1
   */
  public SamplePropagation {
    Objects.requireNonNull(draws, "draws");
    Objects.requireNonNull(mixture, "mixture");
    Objects.requireNonNull(seed, "seed");
    Check.between("conditionalDraws", conditionalDraws, 1, MAX_DRAWS);
    Check.between("unconditionalDraws", unconditionalDraws, 1, MAX_DRAWS);
  }

  /**
   * 100 draws of S for each input, pooled.
   *
   * @return the estimator
   */
  public static SamplePropagation withDefaults() {
    return new SamplePropagation(
        DRAWS, DRAWS, Draws.POOLED, MixtureEntropy.withDefaults(), Seed.of(0));
  }

  /**
   * The same with another number of draws for each input.
   *
   * @param nX n_x
   * @return a changed copy
   */
  public SamplePropagation withConditionalDraws(int nX) {
    return new SamplePropagation(nX, unconditionalDraws, draws, mixture, seed);
  }

  /**
   * The same with other draws of S for the unconditional mixture, as in the paper.
   *
   * @param n draws for each input
   * @return a changed copy, with {@link Draws#INDEPENDENT}
   */
  public SamplePropagation withIndependentDraws(int n) {
    return new SamplePropagation(conditionalDraws, n, Draws.INDEPENDENT, mixture, seed);
  }

  /**
   * The same with another integration of mixtures.
   *
   * @param mixture its options
   * @return a changed copy
   */
  public SamplePropagation withMixture(MixtureEntropy mixture) {
    return new SamplePropagation(conditionalDraws, unconditionalDraws, draws, mixture, seed);
  }

  /**
   * The same with another seed of the draws of S.
   *
   * @param seed the seed
   * @return a changed copy
   */
  public SamplePropagation withSeed(Seed seed) {
    return new SamplePropagation(conditionalDraws, unconditionalDraws, draws, mixture, seed);
  }

  /**
   * The mutual information between input and layer.
   *
   * @param channel the layer
   * @return I(X;T) in nats, with standard error; diagnostics {@code h(T)}, {@code h(T|X)} and their
   *     errors, {@code n} and {@code n_x} (draws of S), {@code draws} (of T), {@code integration
   *     error}, {@code sampling error}, {@code certificate}; for bounded layers beyond the first
   *     {@code riskBound} (Theorem 4) and {@code leastDraws}; for others of which {@link
   *     NoisyChannel#subgaussianConstant} is known that and {@code riskBound} (Theorem 3)
   * @throws IllegalArgumentException if the channel has no noise: the information is then log m for
   *     discrete X, infinite for continuous X, whatever the network does
   */
  public Estimate estimate(NoisyChannel channel) {
    Objects.requireNonNull(channel, "channel");
    return propagate(channel).information();
  }

  /**
   * The mutual information and the entropies of which it is made.
   *
   * @param channel the layer
   * @return both, and h(T|X = x) for each input
   * @throws IllegalArgumentException as {@link #estimate}
   */
  public Propagation propagate(NoisyChannel channel) {
    require(channel);
    try {
      return new PropagationRun(this, channel).result();
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(this + " was interrupted", e);
    }
  }

  private void require(NoisyChannel channel) {
    Objects.requireNonNull(channel, "channel");
    if (channel.hasOtherNoise()) {
      throw new IllegalArgumentException(
          channel
              + " has noise that is not of equal variance everywhere, such as noise in proportion"
              + " to the values: sample propagation does not apply, estimate from its activations");
    }
    Noise.require(channel.beta());
    if (channel.inputs() < 2) {
      throw new IllegalArgumentException(
          "a channel must have at least 2 inputs: inputs=" + channel.inputs());
    }
    boolean fixed = channel.deterministicCentres();
    if (!fixed && conditionalDraws < 2) {
      throw new IllegalArgumentException(
          "conditionalDraws must be >= 2 where S is not a function of x: conditionalDraws="
              + conditionalDraws);
    }
  }

  /**
   * Bounds on the mutual information from pairwise distances of S (Kolchinsky and Tracey 2017),
   * with n_x draws of S for each input, the same as those of an estimate with {@link Draws#POOLED}.
   * No noise is drawn. In the first layer they bound I(X;T); beyond it they bound what is estimated
   * from so many draws, whose own bias is left out. They meet where inputs are told apart clearly
   * or not at all.
   *
   * @param channel the layer
   * @return lower and upper bound in nats
   * @throws IllegalArgumentException as {@link #estimate}
   */
  public PairwiseBounds bounds(NoisyChannel channel) {
    require(channel);
    try {
      return PairwiseBounds.ofInformation(channel, conditionalDraws, seed.derive("conditional"));
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(this + " was interrupted", e);
    }
  }

  /**
   * Estimates with n_x, 2 n_x, 4 n_x ... draws of S for each input, until the last doubling changed
   * I by no more than a tolerance. Few draws make I too high: a mixture on few draws has too little
   * entropy. The standard error does not know of that.
   *
   * @param channel the layer
   * @param tolerance the largest change, and its largest standard error, in nats
   * @param maxDraws the largest n_x
   * @return the estimates, whether they have become stable, and the bias that is left
   * @throws IllegalArgumentException if tolerance is not positive, maxDraws &lt; n_x, or as {@link
   *     #estimate}
   */
  public DrawsConvergence converge(NoisyChannel channel, double tolerance, int maxDraws) {
    require(channel);
    Check.positive("tolerance", tolerance);
    Check.between("maxDraws", maxDraws, conditionalDraws, MAX_DRAWS);
    List<DrawsConvergence.Step> steps = new ArrayList<>();
    for (long n = conditionalDraws; n <= maxDraws; n *= 2) {
      Estimate found = withConditionalDraws((int) n).estimate(channel);
      steps.add(new DrawsConvergence.Step((int) n, found));
      DrawsConvergence so = new DrawsConvergence(steps, tolerance, channel.deterministicCentres());
      if (so.stable()) {
        return so;
      }
    }
    return new DrawsConvergence(steps, tolerance, channel.deterministicCentres());
  }

  @Override
  public String toString() {
    List<String> options = new ArrayList<>();
    if (conditionalDraws != DRAWS) {
      options.add("n_x=" + conditionalDraws);
    }
    if (draws == Draws.INDEPENDENT) {
      options.add("independent n=" + unconditionalDraws);
    }
    options.addAll(mixture.options());
    if (!seed.equals(Seed.of(0))) {
      options.add("seed=" + seed);
    }
    return options.isEmpty() ? "SP" : "SP(" + String.join(", ", options) + ")";
  }
}
