package io.github.miscope.estimator.propagation;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One layer of a noisy network as a channel from an input x to T = S + Z, with Z ~ N(0, beta^2 I)
 * independent of S (Goldfeld et al. 2019, section 2): what {@link SamplePropagation} needs to know.
 *
 * <p>The input X is uniform on {@link #inputs()} given ones, the empirical distribution of the
 * data. Implementations are safe for use by several threads, one call at a time.
 */
public interface NoisyChannel {

  /**
   * The standard deviation of the noise.
   *
   * @return beta; 0 for a deterministic layer, which {@link SamplePropagation} refuses
   */
  double beta();

  /**
   * The number of dimensions of S and T.
   *
   * @return d, at least 1
   */
  int dimension();

  /**
   * The number of inputs.
   *
   * @return m, at least 2
   */
  int inputs();

  /**
   * Whether S is a function of x, as in the first noisy layer: h(T|X) is then that of the noise.
   *
   * @return true if every draw of S for one input is the same
   */
  boolean deterministicCentres();

  /**
   * Whether T has noise of another kind besides Z, such as noise in proportion to the values. T
   * given S is then no Gaussian of one variance, and {@link SamplePropagation} refuses the channel.
   *
   * @return false unless a channel says otherwise
   */
  default boolean hasOtherNoise() {
    return false;
  }

  /**
   * Whether S lies in [-1, 1]^d, as behind tanh: bound (16) and Remark 2 then apply.
   *
   * @return true if so
   */
  boolean bounded();

  /**
   * A subgaussian constant K of S, equation (6) of Goldfeld et al. (2019), for layers that are not
   * bounded, as behind ReLU: for every vector a, E exp(a (S - E S)) is at most exp(K^2 |a|^2 / 2),
   * X being uniform on the inputs. The bound on the risk by Theorem 3 needs it.
   *
   * @return K, proven, not estimated; empty where none is known
   */
  default OptionalDouble subgaussianConstant() {
    return OptionalDouble.empty();
  }

  /**
   * Draws S for some of the inputs.
   *
   * <p>The draws of one input are a function of the seed, the input and drawsPerInput, and do not
   * depend on which other inputs are asked for with it.
   *
   * @param from the first input, from 0
   * @param to the input after the last
   * @param drawsPerInput independent draws for each input, each with its own noise in the layers
   *     before; (to - from) drawsPerInput must be at least 2
   * @param seed of the noise
   * @return (to - from) drawsPerInput rows of d values, those of one input together and in the
   *     order of inputs
   */
  Variable centres(int from, int to, int drawsPerInput, Seed seed);

  /**
   * The same channel with independent noise added to T: S + Z + N, N ~ N(0, sigma^2 I).
   *
   * @param sigma the standard deviation of N
   * @return a channel with the noise sqrt(beta^2 + sigma^2)
   * @throws IllegalArgumentException if sigma is negative or not finite
   */
  default NoisyChannel withAddedNoise(double sigma) {
    return new WidenedChannel(this, sigma);
  }

  /**
   * A channel whose S is a known function of the input: a first layer, or any constellation.
   *
   * @param centres S for each input, m rows of d values
   * @param beta the standard deviation of the noise
   * @param bounded whether S lies in [-1, 1]^d by construction
   * @return the channel
   * @throws IllegalArgumentException if beta is negative or not finite, or a bounded value is
   *     outside [-1, 1]
   */
  static NoisyChannel of(Variable centres, double beta, boolean bounded) {
    Objects.requireNonNull(centres, "centres");
    return new FixedCentres(centres, beta, bounded);
  }
}
