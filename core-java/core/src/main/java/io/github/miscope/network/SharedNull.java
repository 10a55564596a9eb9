package io.github.miscope.network;

import io.github.miscope.estimator.BlockEstimator;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PreparedBlock;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.estimator.RankBased;
import io.github.miscope.internal.check.Check;
import io.github.miscope.plan.Cells;
import io.github.miscope.plan.Runner;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of an estimate on ranks between two independent columns. Every pairing of ranks
 * is then equally likely, so that it depends on the number of observations alone, and serves all
 * pairs of columns without ties: p-values are exact, P(p &le; a) &le; a, as those of a permutation
 * test of each pair would be. Where columns have ties they are approximate.
 *
 * <p>Immutable.
 */
public final class SharedNull {

  /** Draws of a cell. */
  private static final int CHUNK = 64;

  private final int n;

  /** Ascending. */
  private final double[] draws;

  private SharedNull(int n, double[] draws) {
    this.n = n;
    this.draws = draws;
  }

  /**
   * Draws the distribution.
   *
   * @param estimator an estimator that is {@link RankBased}
   * @param n the number of observations
   * @param draws how many random pairings of ranks, at least 1; the smallest p-value is 1 / (draws
   *     + 1)
   * @param seed what pairings are drawn from
   * @return the distribution
   * @throws IllegalArgumentException if the estimator is not on ranks, draws &lt; 1, or n does not
   *     suit the estimator
   * @throws EstimationInterruptedException if interrupted
   */
  public static SharedNull of(MutualInformationEstimator estimator, int n, int draws, Seed seed) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(seed, "seed");
    try {
      return drawn(estimator, n, draws, seed);
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException("the null distribution was interrupted", e);
    }
  }

  static SharedNull drawn(MutualInformationEstimator estimator, int n, int draws, Seed seed)
      throws InterruptedException {
    requireRankBased(estimator);
    Check.atLeast("draws", draws, 1);
    Check.atLeast("n", n, 2);
    double[] all = new double[draws];
    Draws cells = new Draws(estimator, n, draws, seed.derive("null").derive("n", n));
    Runner.within(
        cells, (cell, row) -> System.arraycopy(row, 0, all, cell * CHUNK, row.length), done -> {});
    Arrays.sort(all);
    return new SharedNull(n, all);
  }

  static void requireRankBased(MutualInformationEstimator estimator) {
    if (estimator.capability(RankBased.class).isEmpty()) {
      throw new IllegalArgumentException(
          "one null distribution for all pairs needs an estimator on ranks, such as KSG or Gaussian"
              + " under the scaling normalRank(): "
              + estimator);
    }
  }

  /** Random pairings in cells. */
  private static final class Draws implements Cells<double[]> {

    private final PreparingEstimator estimator;
    private final int n;
    private final int draws;
    private final Seed seed;
    private final PreparedVariable x;
    private final PreparedVariable y;
    private final Optional<BlockEstimator> blocks;
    private final @Nullable PreparedBlock block;

    Draws(MutualInformationEstimator estimator, int n, int draws, Seed seed) {
      this.estimator = PreparingEstimator.of(estimator);
      blocks = estimator.capability(BlockEstimator.class);
      this.n = n;
      this.draws = draws;
      this.seed = seed;
      Variable ranks = Variable.of("ranks", IntStream.rangeClosed(1, n).asDoubleStream().toArray());
      block = blocks.map(own -> own.prepareBlock(List.of(ranks))).orElse(null);
      x = this.estimator.prepareX(ranks);
      y = this.estimator.prepareY(ranks);
    }

    @Override
    public int count() {
      return (draws + CHUNK - 1) / CHUNK;
    }

    @Override
    public double[] row(int cell) {
      int size = Math.min(CHUNK, draws - cell * CHUNK);
      int[][] orders = new int[size][];
      for (int i = 0; i < size; i++) {
        UniformRandomProvider random = seed.derive("draw", cell * CHUNK + i).generator();
        orders[i] = PermutationSampler.natural(n);
        PermutationSampler.shuffle(random, orders[i]);
      }
      double[] nats = new double[size];
      Arrays.fill(nats, Double.NaN);
      if (blocks.isPresent() && block != null) {
        blocks.get().estimateBlock(block, block.permuted(orders), nats);
      }
      for (int i = 0; i < size; i++) {
        if (Double.isNaN(nats[i])) {
          nats[i] = estimator.estimate(x, y.permuted(orders[i])).nats();
        }
      }
      return nats;
    }
  }

  /**
   * The number of observations.
   *
   * @return n
   */
  public int n() {
    return n;
  }

  /**
   * The number of draws.
   *
   * @return how many pairings were drawn
   */
  public int draws() {
    return draws.length;
  }

  /**
   * The p-value of an estimate: (1 + the number of draws that are as large) / (1 + draws).
   *
   * @param nats the estimate
   * @return from 1 / (draws + 1) to 1
   */
  public double pValue(double nats) {
    return (1.0 + atLeast(nats)) / (1.0 + draws.length);
  }

  /** The number of draws that are at least as large. */
  int atLeast(double nats) {
    int low = 0;
    int high = draws.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (draws[middle] >= nats) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return draws.length - low;
  }

  /**
   * An estimate that independent columns exceed with a given probability.
   *
   * @param probability in (0, 1)
   * @return the estimate in nats, one of the draws
   * @throws IllegalArgumentException if the probability is not in (0, 1)
   */
  public double exceededWith(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "probability must be in (0, 1): probability=" + probability);
    }
    return draws[Math.min(draws.length - 1, (int) ((1 - probability) * draws.length))];
  }

  @Override
  public String toString() {
    return "null distribution of " + draws.length + " pairings of " + n + " ranks";
  }
}
