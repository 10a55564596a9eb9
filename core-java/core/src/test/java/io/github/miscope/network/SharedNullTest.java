package io.github.miscope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.gaussian.GaussianMutualInformation;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.scaling.Scaling;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class SharedNullTest {

  private static final List<MutualInformationEstimator> ON_RANKS =
      List.of(
          Scaled.of(Ksg.ksg1().withK(1), Scaling.normalRank()),
          Scaled.of(Ksg.ksg1().withK(2), Scaling.rank()),
          Scaled.of(GaussianMutualInformation.withDefaults(), Scaling.normalRank()));

  /**
   * All 720 pairings of 6 ranks are known, so that p-values can be compared with the exact ones.
   */
  @Test
  void drawsFollowTheDistributionOverAllPairings() {
    int n = 6;
    int draws = 20_000;
    List<int[]> orders = new ArrayList<>();
    permute(new int[] {0, 1, 2, 3, 4, 5}, 0, orders);
    assertEquals(720, orders.size());
    double[] ranks = {1, 2, 3, 4, 5, 6};
    for (MutualInformationEstimator estimator : ON_RANKS) {
      SharedNull drawn = SharedNull.of(estimator, n, draws, Seed.of(1));
      double[] all = new double[720];
      for (int o = 0; o < 720; o++) {
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
          // Any columns of these ranks: a null of ranks serves them all.
          y[i] = Math.exp(ranks[orders.get(o)[i]]);
        }
        all[o] = estimator.estimate(Samples.of(ranks, y)).nats();
      }
      for (double value : all) {
        double exact = 0;
        for (double other : all) {
          // A product of matrices may differ in the last bits.
          exact += other >= value - 1e-12 ? 1.0 / 720 : 0;
        }
        // Five standard deviations of a frequency of 20 000 draws.
        double bound = 5 * Math.sqrt(exact * (1 - exact) / draws) + 1e-4;
        assertEquals(exact, drawn.pValue(value - 1e-12), bound, estimator.toString());
      }
    }
  }

  private static void permute(int[] order, int from, List<int[]> out) {
    if (from == order.length) {
      out.add(order.clone());
      return;
    }
    for (int i = from; i < order.length; i++) {
      swap(order, from, i);
      permute(order, from + 1, out);
      swap(order, from, i);
    }
  }

  private static void swap(int[] order, int a, int b) {
    int kept = order[a];
    order[a] = order[b];
    order[b] = kept;
  }

  /** Independent columns of any shape have uniform p-values. */
  @Test
  void independentColumnsHaveUniformPValues() {
    int n = 40;
    int pairs = 1000;
    for (MutualInformationEstimator estimator : ON_RANKS) {
      SharedNull drawn = SharedNull.of(estimator, n, 999, Seed.of(2));
      UniformRandomProvider random = Seed.of(3).generator();
      int below = 0;
      for (int p = 0; p < pairs; p++) {
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
          x[i] = Math.exp(5 * random.nextDouble());
          y[i] = Math.tan(3 * (random.nextDouble() - 0.5));
        }
        below += drawn.pValue(estimator.estimate(Samples.of(x, y)).nats()) <= 0.1 ? 1 : 0;
      }
      // 1000 pairs at 0.1 have a standard deviation of 9.5, and the quantile of 999 draws as much.
      assertEquals(100, below, 4 * Math.sqrt(2) * 9.5, estimator.toString());
    }
  }

  @Test
  void equalSeedsGiveEqualDistributions() {
    SharedNull one = SharedNull.of(ON_RANKS.get(0), 30, 300, Seed.of(4));
    SharedNull two = SharedNull.of(ON_RANKS.get(0), 30, 300, Seed.of(4));
    assertEquals(one.exceededWith(0.05), two.exceededWith(0.05));
    assertTrue(one.exceededWith(0.01) >= one.exceededWith(0.5));
    assertEquals(300, one.draws());
    assertEquals(30, one.n());
    assertEquals(1.0 / 301, one.pValue(Double.POSITIVE_INFINITY));
    assertEquals(1, one.pValue(Double.NEGATIVE_INFINITY));
  }

  @Test
  void whatSeesMoreThanRanksIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> SharedNull.of(Ksg.ksg1(), 30, 10, Seed.of(0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> SharedNull.of(Scaled.of(Ksg.ksg1(), Scaling.local()), 30, 10, Seed.of(0)));
    assertThrows(
        IllegalArgumentException.class, () -> SharedNull.of(ON_RANKS.get(0), 30, 0, Seed.of(0)));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            SharedNull.of(
                new Scaled(Ksg.ksg1(), Scaling.normalRank(), Scaling.local()), 30, 10, Seed.of(0)));
    SharedNull drawn = SharedNull.of(ON_RANKS.get(0), 30, 10, Seed.of(0));
    assertThrows(IllegalArgumentException.class, () -> drawn.exceededWith(0));
  }
}
